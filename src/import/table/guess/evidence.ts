import { rightsUri } from '../../../presentation/rights.js'
import { numberFrom } from '../../values.js'
import { sidesFrom } from '../sides.js'
import type { Column } from './sample.js'

/** What the values of a column show; shares are of the rows that hold something. */
export type Evidence = Readonly<{ filled: number; distinct: number; texts: readonly string[] }>

export function evidenceOf({ values }: Column): Evidence {
  const texts = values.flat()
  return { filled: values.filter(row => row.length > 0).length, distinct: new Set(texts).size, texts }
}

/** The share of values that pass, from 0 to 1. */
export const share = ({ texts }: Evidence, test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length

export const isMuseumCode = (text: string): boolean => /^M\d{4}$/.test(text)
export const isReference = (text: string): boolean => /^\d{4}[\dA-Z]\d{6}$/.test(text)
export const isLicence = (text: string): boolean =>
  /^https?:\/\/(www\.)?(creativecommons|rightsstatements)\.org\//.test(text)
/** An address, or words that say a licence as well as one. */
export const saysRights = (text: string): boolean => /^https?:/.test(text) || rightsUri(text) !== undefined
/** Sides of the whole in words, such as `29.2 x 20.3 cm`. */
export const saysSides = (text: string): boolean => Object.keys(sidesFrom(text)).length > 0
export const isMarkedUp = (text: string): boolean =>
  /<\/?(?:a|b|br|div|em|i|li|p|span|strong|sup|ul)(?:\s[^<>]*)?\/?>|&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(text)
export const isNumber = (text: string): boolean => numberFrom(text) !== undefined
export const isRecentDay = (text: string): boolean => /^(19[89]|20)\d+-\d\d-\d\d/.test(text)
export const isYear = (text: string): boolean => /^-?\d{1,4}$/.test(text)
export const isWikidataDate = (text: string): boolean => /^-?\d{4,6}-\d\d-\d\dT00:00:00Z$/.test(text)

/**
 * What separates several values in the cells of a column; `;` and `|` wherever they are, commas only in lists of words.
 * @param listed whether the file has lists of its own, so that commas are punctuation
 */
export function separatorOf({ texts, filled }: Evidence, persons: boolean, listed: boolean): string | undefined {
  const enough = Math.max(2, filled / 100)
  const holding = (part: RegExp): number => texts.filter(text => part.test(text)).length
  const strong = [';', '|'].find(separator => texts.filter(text => text.includes(separator)).length >= enough)
  if (strong || listed) return strong
  const commas = texts.filter(text => text.includes(','))
  if (commas.length < Math.max(2, filled / 10)) return undefined
  const tight = holding(/,\S/) > holding(/,\s/) * 4
  // « Bruegel, Pieter » is one person; only commas without a space stand between two.
  if (persons) return tight ? ',' : undefined
  const parts = commas.flatMap(text => text.split(','))
  return parts.reduce((sum, part) => sum + part.trim().length, 0) / parts.length <= 30 ? ',' : undefined
}
