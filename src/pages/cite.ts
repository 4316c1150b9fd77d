import type { Maker, Work } from '../catalogue/model.js'
import { workTitle } from '../presentation/label.js'
import { makerName } from '../presentation/makers.js'
import { isAway, whereaboutsWords } from '../presentation/whereabouts.js'
import { type Language, plain } from './languages.js'
import { rightsWords } from './rights.js'
import type { Visit } from './visit.js'

/** `Name (role; dates)` as on a wall label. */
export function makerWords(maker: Maker, visit: Visit): string {
  const aside = [plain(maker.role, visit.language), maker.dates].filter(Boolean)
  const name = makerName(maker, visit.language)
  return aside.length > 0 ? `${name} (${aside.join(visit.language === 'fr' ? '\u202f; ' : '; ')})` : name
}

/** All makers of a work, by name alone. */
export const makerNames = (work: Work, language: Language): string | undefined =>
  work.makers?.map(maker => makerName(maker, language)).join(', ')

/** Where a work is kept: museum, town; where it is missing or stolen, that it is. */
export function keeperWords(work: Work, visit: Visit): string | undefined {
  if (work.loan) return plain(work.loan.owner, visit.language)
  const museum = work.museumRecord
  const name = plain(museum?.name, visit.language)
  if (!museum || !name) return undefined
  const keeper = museum.town && !name.includes(museum.town) ? `${name}, ${museum.town}` : name
  const away = isAway(work.whereabouts) ? plain(whereaboutsWords(work.whereabouts), visit.language) : undefined
  return away === undefined ? keeper : `${keeper} (${away})`
}

/** A reference for a footnote: maker, title, date, museum, inventory number, stable address. */
export const citation = (work: Work, visit: Visit): string =>
  reference(work, [], [], visit.uris.workPage(work.id), visit)

/** The same for a detail, with the rights in it. @param parts what is shown of the work: view, layer, that it is a detail */
export function detailCitation(work: Work, parts: readonly string[], address: string, visit: Visit): string {
  const { uri, credit } = work.rights ?? {}
  const rights = [plain(credit, visit.language), uri && rightsWords(uri, visit.phrases)]
  return reference(work, parts, rights, address, visit)
}

type Parts = readonly (string | undefined)[]

function reference(work: Work, parts: Parts, rights: Parts, address: string, visit: Visit): string {
  const { language, phrases, siteName } = visit
  const creation = [makerNames(work, language), plain(workTitle(work), language), plain(work.date?.words, language)]
  const keeping = [keeperWords(work, visit), work.inventory && phrases.inventory(work.inventory)]
  const sentences = [[...creation, ...parts, ...keeping], rights, [siteName, address]]
  return `${sentences
    .map(words => words.filter(Boolean).join(', '))
    .filter(Boolean)
    .join('. ')}.`
}
