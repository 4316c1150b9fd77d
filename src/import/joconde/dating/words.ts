import type { LanguageMap } from '../../../catalogue/model.js'

/**
 * The words of MILL as people write them: `1617 : vers` is « vers 1617 », `1822 ENTRE,1832 ET` « entre 1822 et 1832 ». A number
 * is of no language.
 */
export function dateWords(text: string): LanguageMap {
  if (/^\d{3,4}(?:\s*[-–]\s*\d{3,4})?$/.test(text)) return { none: [text.replace(/\s*[-–]\s*/, '-')] }
  const small = text === text.toUpperCase() ? text.toLowerCase().replace(/\s+/g, ' ') : text
  const [, from, to] = ranges.map(range => range.exec(small)).find(found => found !== null) ?? []
  if (from !== undefined && to !== undefined) return { fr: [`entre ${from} et ${to}`] }
  const [, start, end] = /^(\d{3,4})\s*:\s*date de début\s*[;,]\s*(\d{3,4})\s*:\s*date de fin$/.exec(small) ?? []
  if (start !== undefined && end !== undefined) return { none: [`${start}-${end}`] }
  return {
    fr: [
      small
        .split(/[;,]/)
        .map(occurrence => turned(occurrence.trim()))
        .join(', '),
    ],
  }
}

const ranges = [
  /^(\d{3,4})\s*:?\s*entre\s*[;,]?\s*(\d{3,4})(?:\s*:?\s*et)?$/,
  /^(\d{3,4})\s*[;,]\s*(\d{3,4})\s*:?\s*entre$/,
] as const

/** The word before its year. */
const turned = (occurrence: string): string => {
  const [, year, word] = /^(\d{3,4})\s*:?\s*(vers|avant|après|achevé en)$/.exec(occurrence) ?? []
  if (year !== undefined) return `${word} ${year}`
  const [, decade] = /^(\d{3}0) années$/.exec(occurrence) ?? []
  return decade === undefined ? occurrence : `années ${decade}`
}
