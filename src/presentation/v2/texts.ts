import type { LanguageMap } from '../../catalogue/model.js'
import type { LabelledValue as LabelledValue3 } from '../types.js'
import type { LabelledValue, Text, Texts } from './types.js'

/** A language map as version 2 writes it: each text with its language; a lone text without one as a string. */
export function texts(map: LanguageMap): Texts {
  const all = Object.entries(map).flatMap(([language, values]) =>
    values.map((value): Text => (language === 'none' ? value : { '@value': value, '@language': language })),
  )
  const [only] = all
  return all.length === 1 && only !== undefined ? only : all
}

export const labelled = ({ label, value }: LabelledValue3): LabelledValue => ({
  label: texts(label),
  value: texts(value),
})
