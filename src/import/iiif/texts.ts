import type { Labelled, LanguageMap } from '../../catalogue/model.js'
import { safeHtml, wordsOf } from '../html.js'
import { either, isObject, type Json, listOf, objectsOf, own, textOf } from './json.js'

type Text = Readonly<{ language: string; text: string }>

/**
 * Texts in every way that manifests write them: language maps of version 3, and of version 2 plain texts, objects with
 * `@value` and `@language`, and lists of both. Undefined where nothing is written.
 */
export const wordsIn = (value: unknown): LanguageMap | undefined => mapOf(textsIn(value), wordsOf)

/** The same as safe HTML, where any of the texts is HTML. */
export function htmlIn(value: unknown): LanguageMap | undefined {
  const texts = textsIn(value)
  if (!texts.some(({ text }) => safeHtml(text) !== undefined)) return undefined
  return mapOf(texts, text => safeHtml(text) ?? text.trim())
}

/** Pairs of label and value, such as `metadata`; a pair without a value says nothing. */
export const pairsIn = (value: unknown): readonly Labelled[] =>
  objectsOf(value).flatMap(pair => {
    const words = wordsIn(own(pair, 'value'))
    return words ? [{ label: wordsIn(own(pair, 'label')) ?? {}, value: words }] : []
  })

function textsIn(value: unknown): readonly Text[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ language: 'none', text: String(value) }]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (!isObject(value)) return []
  const single = textOf(either(value, '@value', 'value'))
  if (single !== undefined) return [{ language: tagOf(textOf(either(value, '@language', 'language'))), text: single }]
  return Object.entries(value).flatMap(([language, texts]) =>
    listOf(texts)
      .filter(text => typeof text === 'string')
      .map(text => ({ language: tagOf(language), text })),
  )
}

/** BCP 47, primary language in lower case; every other key of a map, `__proto__` too, is no language. */
function tagOf(text: string | undefined): string {
  const [language = '', ...rest] = (text ?? '').split(/[-_]/)
  const valid = /^[a-z]{2,3}$/i.test(language) && rest.every(subtag => /^[a-z0-9]{1,8}$/i.test(subtag))
  return valid ? [language.toLowerCase(), ...rest].join('-') : 'none'
}

function mapOf(texts: readonly Text[], write: (text: string) => string): LanguageMap | undefined {
  const map = new Map<string, string[]>()
  for (const { language, text } of texts) {
    const words = write(text)
    if (words === '') continue
    const known = map.get(language)
    if (known) known.push(words)
    else map.set(language, [words])
  }
  return map.size > 0 ? Object.fromEntries(map) : undefined
}

/** A label that is there, as a property to be spread. */
export const labelled = (object: Json): Readonly<{ label?: LanguageMap }> => {
  const label = wordsIn(own(object, 'label'))
  return label ? { label } : {}
}
