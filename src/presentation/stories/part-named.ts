import type { Work } from '../../catalogue/model.js'
import type { Analysis, Story } from '../../catalogue/story.js'
import { blocksOf } from '../../catalogue/story-names.js'
import { type Box, overlap, pixels } from '../../image/geometry.js'
import { findPlace } from '../../stories/places.js'
import { regionOn, type StateRegion } from '../content-state.js'
import type { OurStory } from '../our-addresses.js'
import { tourKey } from './analysis.js'

/**
 * The step, block or section that an address of a story is about, or a region of one of its canvases; undefined where
 * that is the story as a whole.
 * @param work that an analysis is of
 */
export function partNamed(
  story: Story,
  { canvas, range, comment }: OurStory,
  region: StateRegion | undefined,
  work: Work | undefined,
): string | undefined {
  const ids = new Set(story.kind === 'analysis' ? story.steps.map(({ id }) => id) : partsOf(story))
  const named = [comment, ...[canvas, range].map(keyOfPart)].map(key => key?.split('.')[0] ?? '')
  const part = named.find(id => ids.has(id))
  if (part !== undefined || story.kind === 'exhibition' || !canvas || !work) return part
  return stepOn(story, canvas, region, work)
}

const partsOf = (story: Extract<Story, { kind: 'exhibition' }>): readonly string[] => [
  ...story.sections.map(({ id }) => id),
  ...blocksOf(story).map(({ id }) => id),
]

/** `step.tour.counterpart` is of the part `tour`. */
const keyOfPart = (key: string | undefined): string | undefined =>
  /^(?:step|block|section|card)\.(.+)$/.exec(key ?? '')?.[1]

/** Of the steps told on a view the one whose region is most like one; without region, that with which another view than the first begins. */
function stepOn(story: Analysis, canvas: string, region: StateRegion | undefined, work: Work): string | undefined {
  const told = story.steps.flatMap(step => {
    const place = findPlace(step, work)
    return place && canvas === tourKey(place.view.key) ? [{ id: step.id, place }] : []
  })
  const [first] = told
  if (!first) return undefined
  if (!region) return first.place.index > 0 ? first.id : undefined
  const box = regionOn(region, first.place.image)
  const likeness = told.map(({ id, place }) => ({ id, like: box ? shared(box, place.region) : 0 }))
  const best = likeness.toSorted((one, other) => other.like - one.like)[0]
  return best && best.like > 0 ? best.id : undefined
}

/** 1 for boxes that are the same, 0 for such as have nothing in common. */
function shared(one: Box, other: Box): number {
  const both = overlap(one, other)
  return both ? pixels(both) / (pixels(one) + pixels(other) - pixels(both)) : 0
}
