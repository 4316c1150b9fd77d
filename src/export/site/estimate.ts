import { isBorrowed } from '../../catalogue/model.js'
import type { Readers } from '../../catalogue/readers.js'
import type { Config } from '../../config.js'
import { pixels } from '../../image/geometry.js'
import { type Giving, offeredPictures } from '../../image/level0.js'
import type { ImageRecord } from '../../image/record.js'
import type { PlannedImage } from '../../image/resolve.js'
import { drawnImage } from '../../presentation/stories/pictures.js'
import { urisOf } from '../../presentation/uris.js'
import type { Storage } from '../../storage/storage.js'
import { allWorks } from './contents.js'
import { drawnForStories } from './drawn.js'
import { givingOf, givingOfDrawn } from './images.js'
import type { Regions } from './regions.js'

export type Estimate = Readonly<{ bytes: number; pictures: number }>

/** What of the disc each file takes beside its bytes, about: half a block. */
const blockRest = 2048

/** A pyramid has its picture, a quarter of it, a sixteenth … */
const ofAllLevels = 4 / 3

/** Bytes for each px of what is drawn of words and shapes alone, or nearly so. */
const densityOfCards = 0.06

/** About how much disc the pictures take, from how densely the pyramids of works are packed. */
export async function estimate(
  readers: Readers,
  storage: Storage,
  { limits, siteName, pageSize }: Pick<Config, 'limits' | 'siteName' | 'pageSize'>,
  regions: Regions | undefined,
): Promise<Estimate> {
  const densities = new Map<string, number>()
  const densityOf = async (image: ImageRecord): Promise<number> => {
    const density = densities.get(image.id) ?? (await bytesPerPixel(image, storage))
    densities.set(image.id, density)
    return density
  }
  const counted = { bytes: 0, pictures: 0 }
  const count = (image: PlannedImage, giving: Giving, density: number): void => {
    for (const { size } of offeredPictures(image, giving)) {
      counted.bytes += pixels(size) * density + blockRest
      counted.pictures += 1
    }
  }

  for await (const { views } of allWorks(readers.reader))
    for (const { image } of views.flatMap(({ layers }) => layers)) {
      if (isBorrowed(image) || densities.has(image.id)) continue
      count(image, givingOf(image, limits, regions), await densityOf(image))
    }
  for await (const { picture, of } of drawnForStories(readers, { uris: urisOf(''), siteName, limits, pageSize })) {
    const density = of ? await densityOf(of) : densityOfCards
    count(drawnImage(picture), givingOfDrawn(limits), density)
  }
  return { ...counted, bytes: Math.ceil(counted.bytes) }
}

async function bytesPerPixel(image: ImageRecord, storage: Storage): Promise<number> {
  const source = await storage.open(image.pyramid)
  await source.close()
  return source.bytes / (pixels(image) * ofAllLevels)
}
