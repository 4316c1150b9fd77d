import { fieldLabels } from '../fields.js'
import { phrase } from '../languages.js'
import { texts } from './texts.js'
import type { LabelledValue } from './types.js'

/** The statement among the metadata too: viewers that turn version 2 into version 3 lose `license` on the way. */
export const statedRights = (license: string | undefined): readonly LabelledValue[] =>
  license === undefined ? [] : [{ label: texts(phrase(fieldLabels.rights)), value: license }]
