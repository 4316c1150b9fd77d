import type { Limits } from '../../config.js'
import { version3 } from '../../image/dialect.js'
import { isDrawn, type ServedImage } from '../../image/drawing/drawing.js'
import { planServed } from '../../image/drawing/plan.js'
import type { Images } from '../../image/images.js'
import { type Giving, levelZero, offeredPictures } from '../../image/level0.js'
import type { Serving } from '../../image/plan.js'
import { parseImageRequest } from '../../image/request.js'
import { serviceFolder } from './file-names.js'
import type { ImageFolder, SiteFolder } from './folder.js'
import type { Regions } from './regions.js'

/** px: with regions alone, levels no larger than this are given whole. */
const overview = 2048

/** px: details, and pictures with marks drawn over them, repeat a work's own pixels, which are given in full beside them. */
const largestDrawn = 4096

/** @param regions tiles of these alone; all tiles without */
export const givingOf = (image: ServedImage, limits: Limits, regions: Regions | undefined): Giving =>
  isDrawn(image)
    ? givingOfDrawn(limits)
    : { limits, ...(regions ? { within: { regions: regions.get(image.id) ?? [], overview } } : {}) }

export const givingOfDrawn = (limits: Limits): Giving => ({ limits, largestSide: largestDrawn })

export type ImagePorts = Readonly<{
  images: Images
  serving: Serving
  folder: SiteFolder
  /** How many pictures are made at once. */
  jobs: number
  signal: AbortSignal
  /** Bytes of a picture that was written; 0 for one that was taken over. */
  onPicture(bytes: number): void
}>

/** Writes an image as a service of level 0, its `info.json` last. @param base where the site will stand */
export async function writeService(
  image: ServedImage,
  base: string,
  rights: string | undefined,
  giving: Giving,
  ports: ImagePorts,
): Promise<ImageFolder> {
  const { folder, serving } = ports
  const name = serviceFolder(image.id)
  const at = await folder.image(name, versionOf(image, serving.limits))
  await inTurns(offeredPictures(image, giving), ports, ({ path, source }) =>
    writePicture(image, at, path, source, ports),
  )
  await folder.write(
    `${name}/info.json`,
    `${JSON.stringify(levelZero(image, { id: `${base}/${name}`, rights }, giving))}\n`,
  )
  return at
}

/** @param source what is asked of the image to make what stands at `path` */
export async function writePicture(
  image: ServedImage,
  at: ImageFolder,
  path: string,
  source: string,
  { images, serving, folder, signal, onPicture }: ImagePorts,
): Promise<void> {
  const bytes = await folder.picture(at, path, async () => {
    const [region = '', size = '', rotation = '', file = ''] = source.split('/')
    const request = parseImageRequest({ region, size, rotation, file }, version3)
    const { plan, of } = planServed(request, image, serving, version3)
    return images.read(of, plan, { signal })
  })
  onPicture(bytes)
}

/** What of a picture changes its bytes: two of one address differ where this does. */
const versionOf = ({ version }: ServedImage, { maxWidth, maxHeight, maxArea }: Limits): string =>
  [version, maxWidth, maxHeight, maxArea].join(' ')

async function inTurns<T>(
  entries: Iterable<T>,
  { jobs, signal }: Pick<ImagePorts, 'jobs' | 'signal'>,
  act: (entry: T) => Promise<void>,
): Promise<void> {
  const waiting = entries[Symbol.iterator]()
  const work = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      signal.throwIfAborted()
      await act(next.value)
    }
  }
  await Promise.all(Array.from({ length: jobs }, work))
}
