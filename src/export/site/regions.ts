import { isBorrowed, type Work } from '../../catalogue/model.js'
import type { Readers } from '../../catalogue/readers.js'
import type { Story } from '../../catalogue/story.js'
import type { Box } from '../../image/geometry.js'
import { namedPlaces } from '../../stories/place-remarks.js'
import { findPlace, scaledBox } from '../../stories/places.js'
import { loadShown } from '../../stories/shown.js'
import { allPublished } from './contents.js'

/** Regions of pictures, px, by the ids of the images. */
export type Regions = ReadonlyMap<string, readonly Box[]>

/** The regions of pictures that stories show; whole views are none. */
export async function regionsShown({ reader, stories }: Readers): Promise<Regions> {
  const regions = new Map<string, readonly Box[]>()
  for await (const { story } of allPublished(stories)) {
    const { works } = await loadShown(reader, stories, story)
    for (const [image, region] of regionsOf(story, works)) regions.set(image, [...(regions.get(image) ?? []), region])
  }
  return regions
}

function* regionsOf(story: Story, works: ReadonlyMap<string, Work>): Generator<readonly [image: string, region: Box]> {
  for (const { detail, layer } of namedPlaces(story)) {
    const work = works.get(detail.work)
    const found = work && findPlace(detail, work)
    if (!found || found.whole) continue
    for (const { kind, image } of found.view.layers) {
      // A layer is faded in over the picture in visible light
      if (isBorrowed(image) || (kind !== (layer ?? kind) && image !== found.image)) continue
      yield [image.id, scaledBox(found.region, image.width / found.image.width, image)]
    }
  }
}
