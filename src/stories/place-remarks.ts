import type { LayerKind, Work } from '../catalogue/model.js'
import type { Block, Detail, Place, Story } from '../catalogue/story.js'
import type { At, Mistake } from '../schema/mistakes.js'
import type { Works } from './known-works.js'
import { findPlace } from './places.js'

export const placeProblems = ['work-absent', 'work-unpictured', 'view-absent', 'layer-absent', 'displaced'] as const
export type PlaceProblem = (typeof placeProblems)[number]

/** A place that readers will not see as it was meant. */
export type PlaceRemark = Mistake & Readonly<{ work: string; problem: PlaceProblem }>

/** What a story names that the catalogue does not have, or no longer in the same proportions. */
export const placeRemarks = (story: Story, works: Works): readonly PlaceRemark[] =>
  namedPlaces(story).flatMap(({ at, detail, layer }) => {
    const found = remarkOn(detail, layer, works)
    return found ? [{ at, work: detail.work, ...found }] : []
  })

/** A place that a story names, and where in the story. */
export type NamedPlace = Readonly<{ at: At; detail: Detail; layer?: LayerKind | undefined }>

/** Every place that a story names, in the order of the telling. */
export function namedPlaces(story: Story): readonly NamedPlace[] {
  const cover = story.cover ? [{ at: ['cover'], detail: story.cover }] : []
  if (story.kind === 'analysis')
    return [
      ...cover,
      ...story.steps.flatMap((step, index): readonly NamedPlace[] => [
        { at: ['steps', index], detail: { work: story.work, ...placeIn(step) }, layer: step.layer },
        ...(step.counterpart ? [{ at: ['steps', index, 'counterpart'], detail: step.counterpart }] : []),
      ]),
    ]
  return [
    ...cover,
    ...story.sections.flatMap(({ blocks }, index) =>
      blocks.flatMap((block, place) => placesIn(block, ['sections', index, 'blocks', place])),
    ),
  ]
}

function placesIn(block: Block, at: At): readonly NamedPlace[] {
  if (block.kind === 'work') return [{ at, detail: block, layer: block.layer }]
  if (block.kind === 'detail') return [{ at, detail: block }]
  if (block.kind !== 'comparison') return []
  return block.sides.map((detail, side) => ({ at: [...at, 'sides', side], detail }))
}

const placeIn = ({ view, region, picture }: Place): Place => ({
  ...(view !== undefined && { view }),
  ...(region && { region }),
  ...(picture && { picture }),
})

function remarkOn(
  detail: Detail,
  layer: LayerKind | undefined,
  works: Works,
): Pick<PlaceRemark, 'problem' | 'sentence'> | undefined {
  const work = works.get(detail.work)
  if (!work)
    return {
      problem: 'work-absent',
      sentence: `The work "${detail.work}" is not in the catalogue; readers are told so until it is.`,
    }
  if (work.views.length === 0)
    return { problem: 'work-unpictured', sentence: `The work "${work.id}" has no picture yet.` }
  const place = findPlace(detail, work)
  if (!place)
    return {
      problem: 'view-absent',
      sentence: `The work "${work.id}" has no view "${detail.view}"; it has ${keysOf(work)}.`,
    }
  if (layer && !place.view.layers.some(({ kind }) => kind === layer))
    return {
      problem: 'layer-absent',
      sentence: `This view of "${work.id}" has no layer ${layer}; it has ${place.view.layers.map(({ kind }) => kind).join(', ')}.`,
    }
  const { width, height } = place.image
  if (place.displaced)
    return {
      problem: 'displaced',
      sentence: `The picture of "${work.id}" is ${width} x ${height} px now, of other proportions: its region and marks are not shown.`,
    }
  return undefined
}

const keysOf = ({ views }: Work): string =>
  views
    .map(({ key }) => key)
    .slice(0, 20)
    .join(', ')
