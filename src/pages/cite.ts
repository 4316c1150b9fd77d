import type { Maker, Work } from '../catalogue/model.js'
import { workTitle } from '../presentation/label.js'
import { plain } from './languages.js'
import type { Visit } from './visit.js'

/** `Name (role; dates)` as on a wall label. */
export function makerWords(maker: Maker, visit: Visit): string {
  const aside = [plain(maker.role, visit.language), maker.dates].filter(Boolean)
  return aside.length > 0 ? `${maker.name} (${aside.join(visit.language === 'fr' ? '\u202f; ' : '; ')})` : maker.name
}

/** All makers of a work, by name alone. */
export const makerNames = (work: Work): string | undefined => work.makers?.map(({ name }) => name).join(', ')

/** Where a work is kept: museum, town. */
export function keeperWords(work: Work, visit: Visit): string | undefined {
  const museum = work.museumRecord
  const name = plain(museum?.name, visit.language)
  if (!museum || !name) return undefined
  return museum.town && !name.includes(museum.town) ? `${name}, ${museum.town}` : name
}

/** A reference for a footnote: maker, title, date, museum, inventory number, stable address. */
export function citation(work: Work, visit: Visit): string {
  const { language, phrases, siteName, uris } = visit
  const creation = [makerNames(work), plain(workTitle(work), language), plain(work.date?.words, language)]
  const keeping = [keeperWords(work, visit), work.inventory && phrases.inventory(work.inventory)]
  const sentences = [
    [...creation, ...keeping],
    [siteName, uris.workPage(work.id)],
  ]
  return `${sentences
    .map(parts => parts.filter(Boolean).join(', '))
    .filter(Boolean)
    .join('. ')}.`
}
