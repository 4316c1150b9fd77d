import type { Whereabouts } from '../../catalogue/model.js'
import type { Values } from './source-notice.js'

const words: readonly (readonly [RegExp, Whereabouts['situation']])[] = [
  [/retrouv[ée]/, 'found'],
  [/^(?:volée?s?|vol)$/, 'stolen'],
  [/détruite?s?/, 'destroyed'],
  [/manquante?s?|disparue?s?|perdue?s?|non localisée?s?|non vue?s?/, 'missing'],
]

/** MANQUANT, or the last word of LOCA, which POP moves there: `Autun ; musée Rolin ; volé`. */
export function whereaboutsFrom(values: Values): Whereabouts | undefined {
  const said = [values.list('MANQUANT').at(-1), values.list('LOCA').slice(1).at(-1)]
  const situation = said.map(text => situationFrom(text ?? '')).find(found => found !== undefined)
  const note = values.text('MANQUANT_COM')
  return situation && { situation, ...(note && { note: { fr: [note] } }) }
}

/** A situation is a word or two: the name of a museum that holds such a word is none. */
function situationFrom(text: string): Whereabouts['situation'] | undefined {
  const lower = text.toLowerCase()
  if (lower.split(/\s+/).length > 3 || /mus[ée]e/.test(lower)) return undefined
  return words.find(([word]) => word.test(lower))?.[1]
}
