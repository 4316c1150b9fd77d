import { openFile } from '../../storage/storage.js'
import { type Dimensions, pixels } from '../geometry.js'
import { sharp } from '../loaders.js'
import { type Directory, readDirectories } from '../tiff/directory.js'
import { tag } from '../tiff/levels.js'

/** Most pages of one file that become pictures: as many as a work has views. */
export const MOST_PAGES = 99

/** Which pages of a TIFF are pictures of their own, and how many such pages were left out. */
export type Pages = Readonly<{ pictures: readonly number[]; left: number }>

export const onePage: Pages = { pictures: [0], left: 0 }

type Page = Dimensions & Readonly<{ kind: number; tiled: boolean }>

/** Bits of NewSubfileType (TIFF 6 §8). */
const REDUCED_OR_MASK = 0b101

/**
 * Tells pages of a document from the smaller copies of one that pyramids, slide scanners and cameras put beside it.
 * @throws DomainError `damaged` where the chain of pages cannot be followed
 */
export async function readPages(path: string): Promise<Pages> {
  const pages = await pagesOf(path)
  const found: number[] = [0]
  for (const [index, page] of pages.entries()) {
    if (index === 0 || (page.kind & REDUCED_OR_MASK) !== 0) continue
    if (!(await isCopy(path, pages, found.at(-1) as number, index))) found.push(index)
  }
  return { pictures: found.slice(0, MOST_PAGES), left: Math.max(0, found.length - MOST_PAGES) }
}

async function pagesOf(path: string): Promise<readonly Page[]> {
  const source = await openFile(path)
  try {
    return await Promise.all((await readDirectories(source)).map(pageFrom))
  } finally {
    await source.close()
  }
}

async function pageFrom(directory: Directory): Promise<Page> {
  const first = async (code: number) => (await directory.numbers(code))[0] ?? 0
  return {
    width: await first(tag.imageWidth),
    height: await first(tag.imageLength),
    kind: await first(tag.newSubfileType),
    tiled: (await first(tag.tileWidth)) > 0,
  }
}

/** Not every writer marks its reductions: a level of a pyramid is told by its size, another copy by what it shows. */
async function isCopy(path: string, pages: readonly Page[], of: number, index: number): Promise<boolean> {
  const [original, page] = [pages[of] as Page, pages[index] as Page]
  if (pixels(page) * 2 > pixels(original) || !sameProportions(original, page)) return false
  if (original.tiled && page.tiled && isHalving(original, page)) return true
  const [one, other] = await Promise.all([glimpse(path, of), glimpse(path, index)])
  return one !== undefined && other !== undefined && likeness(one, other) > 0.9
}

const sameProportions = (one: Dimensions, other: Dimensions): boolean =>
  Math.abs(one.width * other.height - one.height * other.width) <= Math.max(one.width, one.height)

const isHalving = (one: Dimensions, other: Dimensions): boolean => {
  const factor = 2 ** Math.round(Math.log2(one.width / other.width))
  return Math.abs(other.width - one.width / factor) <= 1 && Math.abs(other.height - one.height / factor) <= 1
}

const GLIMPSE = 48

/** A page as few grey pixels; a page that cannot be decoded is like no other. */
const glimpse = (path: string, page: number): Promise<Buffer | undefined> =>
  sharp(path, { page, limitInputPixels: false, sequentialRead: true })
    .resize(GLIMPSE, GLIMPSE, { fit: 'fill', kernel: 'linear' })
    .flatten()
    .grayscale()
    .raw()
    .toBuffer()
    .catch(() => undefined)

/** Pearson's correlation: 1 for the same picture, whatever was done to its brightness; 0 where one of them is plain. */
function likeness(one: Buffer, other: Buffer): number {
  const mean = (values: Buffer) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [a, b] = [mean(one), mean(other)]
  let [both, first, second] = [0, 0, 0]
  for (let index = 0; index < one.length; index += 1) {
    const [x, y] = [(one[index] ?? 0) - a, (other[index] ?? 0) - b]
    both += x * y
    first += x * x
    second += y * y
  }
  return first === 0 || second === 0 ? 0 : both / Math.sqrt(first * second)
}
