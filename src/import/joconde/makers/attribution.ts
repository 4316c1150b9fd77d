import type { Attribution } from '../../../catalogue/model.js'

/** The words of French notices for how a work goes back to a maker. */
const words: readonly (readonly [RegExp, Attribution])[] = [
  [/^copie (?:d['’]après|de)\b/, 'copy'],
  [/^(?:d['’]\s?après|reproduction d['’]après)/, 'after'],
  [/^attribuée?s?(?: à| au| aux)?(?=$|\s)/, 'attributed'],
  [/^(?:atelier|ateliers)(?: (?:de|du|des)\b| d['’]|$)/, 'workshop'],
  [/^école(?: (?:de|du|des)\b| d['’]|$)/, 'school'],
  [/^(?:entourage|cercle)(?: (?:de|du|des)\b| d['’]|$)/, 'circle'],
  [/^(?:suiveur|imitateur|élève|disciple)s?(?: (?:de|du|des)\b| d['’]|$)/, 'follower'],
  [/^(?:genre|manière|à la manière|dans le goût|style|façon)(?: (?:de|du|des)\b| d['’]|$)/, 'manner'],
]

/** An attribution that a text begins with, and what follows it; one may begin with a capital. */
export function leadingAttribution(text: string): Readonly<{ attribution?: Attribution; rest: string }> {
  const lower = text === text.toUpperCase() ? text.toLowerCase() : text.slice(0, 1).toLowerCase() + text.slice(1)
  for (const [pattern, attribution] of words) {
    const found = pattern.exec(lower.replace(/^ecole/, 'école'))
    if (found) return { attribution, rest: text.slice(found[0].length).trim() }
  }
  return { rest: text }
}
