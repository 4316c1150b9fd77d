import { layerLabels, viewLabel, workTitle } from '../../presentation/label.js'
import { phrase } from '../../presentation/languages.js'
import { makerNames } from '../cite.js'
import { plain } from '../languages.js'
import type { Visit } from '../visit.js'
import type { DetailShown } from './addresses.js'

/** The title of a detail's page: « Détail de « Les Moissonneurs », Pieter Bruegel »; of the whole the work's own. */
export function detailTitle({ work, found }: DetailShown, visit: Visit): string {
  const title = plain(workTitle(work), visit.language) ?? work.id
  const named = found.whole ? title : visit.phrases.sharing.detailOf(title)
  return [named, makerNames(work, visit.language)].filter(Boolean).join(', ')
}

export function layerWords({ found }: DetailShown, visit: Visit): string {
  const label = found.view.layers.find(({ kind }) => kind === found.layer)?.label
  return plain(label ?? phrase(layerLabels[found.layer]), visit.language) ?? found.layer
}

/** What is shown of the work, as far as it is not the whole of an only view in its usual light. */
export function partsShown(shown: DetailShown, visit: Visit): readonly string[] {
  const { work, found } = shown
  const view = work.views.length > 1 ? plain(viewLabel(found.view, found.index, work), visit.language) : undefined
  const layer = found.layer === found.view.layers[0]?.kind ? undefined : layerWords(shown, visit)
  const detail = found.whole ? undefined : visit.phrases.sharing.detail
  return [view, layer, detail]
    .filter(words => words !== undefined)
    .map(words => words.toLocaleLowerCase(visit.language))
}
