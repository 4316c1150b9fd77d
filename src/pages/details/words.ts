import { layerLabels, viewLabel, workTitle } from '../../presentation/label.js'
import { makerNames } from '../cite.js'
import { type Language, plain } from '../languages.js'
import type { Visit } from '../visit.js'
import type { DetailShown } from './addresses.js'

/** The title of a detail's page: « Détail de « Les Moissonneurs », Pieter Bruegel »; of the whole the work's own. */
export function detailTitle({ work, found }: DetailShown, visit: Visit): string {
  const title = plain(workTitle(work), visit.language) ?? work.id
  const named = found.whole ? title : visit.phrases.sharing.detailOf(title)
  return [named, makerNames(work, visit.language)].filter(Boolean).join(', ')
}

/** The layer as it is called within a sentence. */
export function layerWords({ found }: DetailShown, { language }: Visit): string {
  const given = found.view.layers.find(({ kind }) => kind === found.layer)?.label
  return plain(given, language) ?? withinSentence(layerLabels[found.layer][language], language)
}

/** What is shown of the work, as far as it is not the whole of an only view in its usual light. */
export function partsShown(shown: DetailShown, visit: Visit): readonly string[] {
  const { language, phrases } = visit
  const { work, found } = shown
  const own = work.views.length > 1 ? plain(viewLabel(found.view, found.index, work), language) : undefined
  const view = own && !plain(found.view.label, language) ? withinSentence(own, language) : own
  const layer = found.layer === found.view.layers[0]?.kind ? undefined : layerWords(shown, visit)
  const detail = found.whole ? undefined : withinSentence(phrases.sharing.detail, language)
  return [view, layer, detail].filter(words => words !== undefined)
}

/** Words of ours without their capital, which « Rayons X » keeps on its X, and « X-ray » too; curators' words are names. */
const withinSentence = (words: string, language: Language): string =>
  words.replace(/^\p{Lu}(?=\p{Ll})/u, capital => capital.toLocaleLowerCase(language))
