import type { Detail, Story } from '../../catalogue/story.js'
import { blocksOf } from '../../catalogue/story-names.js'
import type { Box, Dimensions } from '../../image/geometry.js'
import { type Crop, cropOf } from '../crops.js'
import { placeIn, type ShownPlace } from './figure.js'
import type { Telling } from './telling.js'

/** px: what Open Graph and Twitter show of a shared page. */
export const cardSize: Dimensions = { width: 1200, height: 630 }

/** The picture that stands for a story, as far as it is still shown. */
export function coverOf(telling: Telling): ShownPlace | undefined {
  for (const detail of coversOf(telling.published.story)) {
    const found = placeIn(detail, detail.work, telling)
    if (found) return found
  }
  return undefined
}

/** The cover that its curators chose, else what is shown first. */
function coversOf(story: Story): readonly Detail[] {
  const chosen = story.cover ? [story.cover] : []
  if (story.kind === 'analysis') return [...chosen, { work: story.work }]
  const hung = blocksOf(story).flatMap((block): readonly Detail[] => {
    if (block.kind === 'work') return [{ work: block.work, ...(block.view && { view: block.view }) }]
    if (block.kind === 'detail') return [block]
    return block.kind === 'comparison' ? block.sides : []
  })
  return [...chosen, ...hung]
}

/** The picture for those who share a story: the cover, widened or cut to the proportions of a card. */
export function cardOf(telling: Telling): string | undefined {
  const cover = coverOf(telling)
  if (!cover) return undefined
  const { image, crop } = cover
  const box = cardRegion(crop.box, image, cardSize)
  return (cropOf(image, box, cardSize.width, telling.visit) satisfies Crop).copies.findLast(
    ({ width }) => width <= cardSize.width,
  )?.address
}

/** The box of given proportions around the middle of a region: the whole region where the picture has room for it. */
export function cardRegion(region: Box, picture: Dimensions, { width, height }: Dimensions): Box {
  const ratio = width / height
  const wanted =
    region.width / region.height > ratio
      ? { width: region.width, height: region.width / ratio }
      : { width: region.height * ratio, height: region.height }
  const shrink = Math.min(1, picture.width / wanted.width, picture.height / wanted.height)
  const size = {
    width: Math.max(1, Math.floor(wanted.width * shrink)),
    height: Math.max(1, Math.floor(wanted.height * shrink)),
  }
  const start = (from: number, length: number, part: number, all: number) =>
    Math.min(Math.max(Math.round(from + length / 2 - part / 2), 0), all - part)
  return {
    x: start(region.x, region.width, size.width, picture.width),
    y: start(region.y, region.height, size.height, picture.height),
    ...size,
  }
}
