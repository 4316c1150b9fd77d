import type { Limits } from '../../config.js'
import { version3 } from '../../image/dialect.js'
import type { ServedImage } from '../../image/drawing/drawing.js'
import { planServed } from '../../image/drawing/plan.js'
import type { Box } from '../../image/geometry.js'
import type { Images } from '../../image/images.js'
import { levelZero, offeredPictures } from '../../image/level0.js'
import type { Serving } from '../../image/plan.js'
import { parseImageRequest } from '../../image/request.js'
import { serviceFolder } from './file-names.js'
import type { ImageFolder, SiteFolder } from './folder.js'

/** px: with regions alone, levels no larger than this are given whole. */
export const overview = 2048

export type ImageExport = Readonly<{
  images: Images
  serving: Serving
  folder: SiteFolder
  /** How many pictures are made at once. */
  jobs: number
  signal: AbortSignal
  /** Bytes of a picture that was written; 0 for one that was taken over. */
  onPicture(bytes: number): void
}>

export type WholeService = Readonly<{
  image: ServedImage
  /** Where the site will stand. */
  base: string
  rights: string | undefined
  /** Tiles that touch these alone; all tiles without. */
  regions: readonly Box[] | undefined
}>

/** Writes an image as a service of level 0, its `info.json` last. */
export async function writeService(service: WholeService, ports: ImageExport): Promise<ImageFolder> {
  const { image, base, rights, regions } = service
  const { folder, serving } = ports
  const name = serviceFolder(image.id)
  const within = regions && { regions, overview }
  const at = await folder.image(name, versionOf(image, serving.limits))
  await inTurns(offeredPictures(image, serving.limits, within), ports, ({ path, source }) =>
    writePicture(image, at, path, source, ports),
  )
  const information = levelZero({ id: `${base}/${name}`, image, ...serving, within, ...(rights && { rights }) })
  await folder.write(`${name}/info.json`, `${JSON.stringify(information)}\n`)
  return at
}

/** @param source what is asked of the image to make what stands at `path` */
export async function writePicture(
  image: ServedImage,
  at: ImageFolder,
  path: string,
  source: string,
  { images, serving, folder, signal, onPicture }: ImageExport,
): Promise<void> {
  const bytes = await folder.picture(at, path, async () => {
    const [region = '', size = '', rotation = '', file = ''] = source.split('/')
    const request = parseImageRequest({ region, size, rotation, file }, version3)
    const { plan, of } = planServed(request, image, serving, version3)
    return images.read(of, plan, { signal })
  })
  onPicture(bytes)
}

/** What of a picture changes its bytes. */
const versionOf = ({ version }: ServedImage, { maxWidth, maxHeight, maxArea }: Limits): string =>
  [version, maxWidth, maxHeight, maxArea].join(' ')

async function inTurns<T>(
  entries: Iterable<T>,
  { jobs, signal }: Pick<ImageExport, 'jobs' | 'signal'>,
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
