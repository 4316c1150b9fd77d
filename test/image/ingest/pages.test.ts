import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import t from 'tap'
import { readPages } from '../../../src/image/ingest/pages.js'
import { needs, shared } from '../../shared.js'

const real = {
  'multipage-9.tif': [0, 1, 2, 3, 4, 5, 6, 7, 8],
  'multipage-scan-errors.tif': [0, 1, 2, 3, 4],
  // The second page shows the first at half its size, and does not say so.
  'G31D-multi.tif': [0],
  'rgb16-tiled-pyramid.tif': [0],
  'cmu-slide-region.svs': [0],
} as const

t.test('pages of real documents are told from smaller copies', needs('data/awkward'), async t => {
  for (const [name, pictures] of Object.entries(real))
    t.strictSame(await readPages(shared(`data/awkward/${name}`) as string), { pictures, left: 0 }, name)
})

t.test('a smaller page of the same proportions that shows something else is a page', async t => {
  const path = join(t.testdir(), 'two.tif')
  await writeFile(path, twoPages(await grey(400, 300, x => x % 256), await grey(200, 150, (_, y) => (y * 7) % 256)))
  t.strictSame(await readPages(path), { pictures: [0, 1], left: 0 })
  await writeFile(path, twoPages(await grey(400, 300, x => x % 256), await grey(200, 150, x => (2 * x) % 256)))
  t.strictSame(await readPages(path), { pictures: [0], left: 0 })
})

type Raster = Readonly<{ data: Buffer; width: number; height: number }>

async function grey(width: number, height: number, at: (x: number, y: number) => number): Promise<Raster> {
  const data = Buffer.from(
    Array.from({ length: width * height }, (_, index) => at(index % width, Math.floor(index / width))),
  )
  return { data, width, height }
}

/** A TIFF of uncompressed grey pages, none of which says what it is. */
function twoPages(...pages: readonly Raster[]): Buffer {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])]
  let at = 8
  for (const [index, { data, width, height }] of pages.entries()) {
    const entries = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, at + 2 + 8 * 12 + 4],
      [277, 1],
      [279, data.length],
    ] as const
    const directory = Buffer.alloc(2 + entries.length * 12 + 4)
    directory.writeUInt16LE(entries.length, 0)
    for (const [place, [code, value]] of entries.entries()) {
      directory.writeUInt16LE(code, 2 + place * 12)
      directory.writeUInt16LE(4, 4 + place * 12)
      directory.writeUInt32LE(1, 6 + place * 12)
      directory.writeUInt32LE(value, 10 + place * 12)
    }
    const end = at + directory.length + data.length
    directory.writeUInt32LE(index === pages.length - 1 ? 0 : end, directory.length - 4)
    parts.push(directory, data)
    at = end
  }
  return Buffer.concat(parts)
}

t.test('the pages so written can be decoded', async t => {
  const bytes = twoPages(await grey(40, 30, x => x), await grey(20, 15, () => 7))
  t.match(await sharp(bytes).metadata(), { width: 40, height: 30, pages: 2 })
  t.match(await sharp(bytes, { page: 1 }).metadata(), { width: 20, height: 15 })
})
