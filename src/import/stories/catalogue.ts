import type { CatalogueEditor } from '../../catalogue/editing.js'
import type { LayerKind, Work } from '../../catalogue/model.js'
import type { Detail, Place, Story } from '../../catalogue/story.js'
import { blocksOf } from '../../catalogue/story-names.js'
import type { PictureSize } from '../../stories/files/check.js'
import type { At, FileRemark, Origins } from '../../stories/files/mistake.js'
import { findPlace } from '../../stories/places.js'

/** The works that are named, as the catalogue has them now, drafts included. */
export async function worksKnown(ids: readonly string[], editor: Pick<CatalogueEditor, 'preview'>) {
  const found = await Promise.all(ids.map(id => editor.preview(id)))
  return new Map(found.flatMap(known => (known ? [[known.work.id, known.work] as const] : [])))
}

type Works = ReadonlyMap<string, Work>

export const sizesIn =
  (works: Works): PictureSize =>
  (work, view) => {
    const views = works.get(work)?.views ?? []
    return (view === undefined ? views[0] : views.find(({ key }) => key === view))?.layers[0]?.image
  }

/** What a story names that the catalogue does not have, or no longer in the same proportions. */
export const placeRemarks = (story: Story, works: Works, origins: Origins): readonly FileRemark[] =>
  placesOf(story).flatMap(({ at, detail, layer }) => {
    const sentence = placeSentence(detail, layer, works)
    return sentence === undefined ? [] : [{ ...origins.find(at), sentence }]
  })

type Named = Readonly<{ at: At; detail: Detail; layer?: LayerKind | undefined }>

function placesOf(story: Story): readonly Named[] {
  const cover = story.cover ? [{ at: ['cover'], detail: story.cover }] : []
  if (story.kind === 'analysis')
    return [
      ...cover,
      ...story.steps.flatMap((step, index): readonly Named[] => [
        { at: ['steps', index], detail: { work: story.work, ...placeIn(step) }, layer: step.layer },
        ...(step.counterpart ? [{ at: ['steps', index, 'counterpart'], detail: step.counterpart }] : []),
      ]),
    ]
  const blocks = story.sections.flatMap((_, index) =>
    blocksOf({ ...story, sections: story.sections.slice(index, index + 1) }).map((block, place) => ({
      block,
      at: ['sections', index, 'blocks', place],
    })),
  )
  return [
    ...cover,
    ...blocks.flatMap(({ block, at }): readonly Named[] => {
      if (block.kind === 'work') return [{ at, detail: block, layer: block.layer }]
      if (block.kind === 'detail') return [{ at, detail: block }]
      if (block.kind !== 'comparison') return []
      return block.sides.map((detail, side) => ({ at: [...at, 'sides', side], detail }))
    }),
  ]
}

const placeIn = ({ view, region, picture }: Place): Place => ({
  ...(view !== undefined && { view }),
  ...(region && { region }),
  ...(picture && { picture }),
})

function placeSentence(detail: Detail, layer: LayerKind | undefined, works: Works): string | undefined {
  const work = works.get(detail.work)
  if (!work) return `The work "${detail.work}" is not in the catalogue; readers are told so until it is.`
  if (work.views.length === 0) return `The work "${work.id}" has no picture yet.`
  const place = findPlace(detail, work)
  if (!place) return `The work "${work.id}" has no view "${detail.view}"; it has ${keysOf(work)}.`
  if (layer && !place.view.layers.some(({ kind }) => kind === layer))
    return `This view of "${work.id}" has no layer ${layer}; it has ${place.view.layers.map(({ kind }) => kind).join(', ')}.`
  const { width, height } = place.image
  if (place.displaced)
    return `The picture of "${work.id}" is ${width} x ${height} px now, of other proportions: its region and marks are not shown.`
  return undefined
}

const keysOf = ({ views }: Work): string =>
  views
    .map(({ key }) => key)
    .slice(0, 20)
    .join(', ')
