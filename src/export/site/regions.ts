import { isBorrowed, type LayerKind, type Work } from '../../catalogue/model.js'
import type { Detail, Place, Story } from '../../catalogue/story.js'
import { blocksOf } from '../../catalogue/story-names.js'
import type { Box } from '../../image/geometry.js'
import { findPlace, scaledBox } from '../../stories/places.js'

type Shown = Readonly<{ work: string; place: Place; layer?: LayerKind | undefined }>

/** The regions of pictures that a story shows, px, by the ids of the images; whole views are none. */
export function regionsOf(story: Story, works: ReadonlyMap<string, Work>): ReadonlyMap<string, readonly Box[]> {
  const regions = new Map<string, Box[]>()
  for (const { work: id, place, layer } of placesOf(story)) {
    const work = works.get(id)
    const found = work && findPlace(place, work)
    if (!found || found.whole) continue
    for (const { kind, image } of found.view.layers) {
      // A layer is faded in over the picture in visible light
      if (isBorrowed(image) || (kind !== (layer ?? kind) && image !== found.image)) continue
      const region = scaledBox(found.region, image.width / found.image.width, image)
      regions.set(image.id, [...(regions.get(image.id) ?? []), region])
    }
  }
  return regions
}

function placesOf(story: Story): readonly Shown[] {
  const cover = story.cover ? [detail(story.cover)] : []
  if (story.kind === 'exhibition') return [...cover, ...blocksOf(story).flatMap(shownByBlock)]
  const steps = story.steps.flatMap(step => [
    { work: story.work, place: step, layer: step.layer },
    ...(step.counterpart ? [detail(step.counterpart)] : []),
  ])
  return [...cover, ...steps]
}

type Block = ReturnType<typeof blocksOf>[number]

function shownByBlock(block: Block): readonly Shown[] {
  if (block.kind === 'detail') return [detail(block)]
  return block.kind === 'comparison' ? block.sides.map(detail) : []
}

const detail = (place: Detail): Shown => ({ work: place.work, place })
