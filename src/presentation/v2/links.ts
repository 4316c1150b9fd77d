import type { Link as Link3 } from '../types.js'
import { texts } from './texts.js'
import type { Link } from './types.js'

export const link = ({ id, label, format, profile }: Link3): Link => ({
  '@id': id,
  label: texts(label),
  format,
  ...(profile === undefined ? {} : { profile }),
})
