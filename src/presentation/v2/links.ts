import type { LanguageMap } from '../../catalogue/model.js'
import { readIn, siteLanguages } from '../languages.js'
import type { Link as Link3 } from '../types.js'
import { texts } from './texts.js'
import type { Link } from './types.js'

export const link = ({ id, label, format, profile }: Link3): Link => ({
  '@id': id,
  label: texts(label),
  format,
  ...(profile === undefined ? {} : { profile }),
})

/** A page for people, by its name in one language: where viewers turn `related` into version 3, several come out as `[object Object]`. */
export const pageLink = (id: string, label: LanguageMap): Link => {
  const [name] = readIn(label, siteLanguages[0])
  return { '@id': id, ...(name !== undefined && { label: name }), format: 'text/html' }
}
