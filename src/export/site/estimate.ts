import { isBorrowed } from '../../catalogue/model.js'
import type { Limits } from '../../config.js'
import { pixels } from '../../image/geometry.js'
import { offeredPictures } from '../../image/level0.js'
import type { ImageRecord } from '../../image/record.js'
import type { Storage } from '../../storage/storage.js'
import { allWorks } from './contents.js'
import { givingOf, type Regions } from './images.js'
import type { Readers } from './narrow.js'

export type Estimate = Readonly<{ bytes: number; pictures: number }>

/** What of the disc each file takes beside its bytes, about: half a block. */
const blockRest = 2048

/** A pyramid has its picture, a quarter of it, a sixteenth … */
const ofAllLevels = 4 / 3

/** About how much disc the pictures of works take, from how densely their pyramids are packed; drawn ones are not counted. */
export async function estimate(
  { reader }: Readers,
  storage: Storage,
  limits: Limits,
  regions: Regions | undefined,
): Promise<Estimate> {
  const seen = new Set<string>()
  let [bytes, pictures] = [0, 0]
  for await (const { views } of allWorks(reader))
    for (const { image } of views.flatMap(({ layers }) => layers)) {
      if (isBorrowed(image) || seen.has(image.id)) continue
      seen.add(image.id)
      const density = await bytesPerPixel(image, storage)
      for (const { size } of offeredPictures(image, givingOf(image, limits, regions))) {
        bytes += pixels(size) * density + blockRest
        pictures += 1
      }
    }
  return { bytes: Math.ceil(bytes), pictures }
}

async function bytesPerPixel(image: ImageRecord, storage: Storage): Promise<number> {
  const source = await storage.open(image.pyramid)
  await source.close()
  return source.bytes / (pixels(image) * ofAllLevels)
}
