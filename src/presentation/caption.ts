import type { LanguageMap, Work } from '../catalogue/model.js'
import type { Caption } from '../stories/drawn/context.js'
import { dimensionWords } from './dimensions.js'
import { museumLabel, workTitle } from './label.js'
import { readIn } from './languages.js'
import { makerName } from './makers.js'

/** A work's wall label in one language, or the nearest there is. */
export function captionOf(work: Work, language: string): Caption {
  const read = (map: LanguageMap | undefined): string => readIn(map, language).join(', ')
  const keeper = work.loan ? read(work.loan.owner) : work.museumRecord ? read(museumLabel(work.museumRecord)) : ''
  const said = {
    maker: (work.makers ?? []).map(maker => makerName(maker, language)).join(', '),
    date: read(work.date?.words),
    dimensions: read(dimensionWords(work.dimensions)),
    keeper,
  }
  return {
    title: read(workTitle(work)),
    ...Object.fromEntries(Object.entries(said).filter(([, words]) => words !== '')),
  }
}
