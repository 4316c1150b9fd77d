import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import t from 'tap'
import { inspect } from '../../../src/image/ingest/inspect.js'
import { box } from '../../../src/image/jp2/boxes.js'
import { unpackJpeg2000 } from '../../../src/image/jp2/decode.js'
import { encodeJpeg2000 } from '../../../src/image/jp2/encode.js'
import { readJp2Header } from '../../../src/image/jp2/header.js'
import { piecesOf } from '../../../src/image/jp2/pieces.js'
import { inThread } from '../../../src/image/jp2/thread.js'
import { openFile } from '../../../src/storage/storage.js'
import { needs, shared } from '../../shared.js'
import { bringBytes } from '../ingest/bring.js'
import { codestreamOf, drawn, largestDifference } from './drawn.js'

const limits = { maxPixels: 2e9 }

/** Unpacks a file and reads the TIFF back, as it is stored. */
async function unpacked(folder: string, file: Buffer, name: string) {
  const [path, target] = [join(folder, `${name}.jp2`), join(folder, `${name}.tif`)]
  await writeFile(path, file)
  await unpackJpeg2000(path, target, { seconds: 100 })
  const { depth, space, channels, hasAlpha } = await sharp(target).metadata()
  const data = await sharp(target)
    .toColourspace(space as string)
    .raw({ depth: depth as 'uchar' })
    .toBuffer()
  return { depth, space, channels, hasAlpha, data }
}

/** A file of boxes of one's own; `colr` is EnumCS. */
function boxed(
  codestream: Buffer,
  size: readonly [number, number],
  components: number,
  colr: number,
  ...more: Buffer[]
) {
  const ihdr = Buffer.alloc(14)
  ihdr.writeUInt32BE(size[1], 0)
  ihdr.writeUInt32BE(size[0], 4)
  ihdr.writeUInt16BE(components, 8)
  ihdr.set([7, 7], 10)
  return Buffer.concat([
    box('jP  ', Buffer.from('\r\n\x87\n', 'latin1')),
    box('ftyp', Buffer.from('jp2 \0\0\0\0jp2 ', 'latin1')),
    box('jp2h', box('ihdr', ihdr), box('colr', Buffer.from([1, 0, 0, 0, 0, 0, colr])), ...more),
    box('jp2c', codestream),
  ])
}

t.test('colour, grey and opacity come out as they went in', async t => {
  const folder = t.testdir()
  for (const channels of [1, 3, 4] as const) {
    const pixels = drawn(90, 70, channels)
    const { data, ...rest } = await unpacked(folder, await encodeJpeg2000(pixels), `c${channels}`)
    const space = channels === 1 ? 'b-w' : 'srgb'
    t.strictSame(rest, { depth: 'uchar', space, channels, hasAlpha: channels === 4 })
    t.equal(largestDifference(pixels.data, data), 0, `${channels} channels`)
  }
})

t.test('depths between 8 and 16 bits are spread over 16, fewer than 8 over 8', async t => {
  const folder = t.testdir()
  for (const [bits, most] of [
    [16, 65_535],
    [12, 4095],
    [4, 15],
    [1, 1],
  ] as const) {
    const values = Array.from({ length: 32 * 32 }, (_, index) => (index * 37) % (most + 1))
    const file = boxed(await codestreamOf(32, 32, 1, bits, values), [32, 32], 1, 17)
    const { depth, data } = await unpacked(folder, file, `b${bits}`)
    const deep = bits > 8
    t.equal(depth, deep ? 'ushort' : 'uchar')
    const found = deep ? new Uint16Array(new Uint8Array(data).buffer) : data
    const expected = values.map(value => Math.round((value / most) * (deep ? 65_535 : 255)))
    t.strictSame([...found], expected, `${bits} bits`)
  }
})

t.test('a palette gives its colours', async t => {
  const colours = [
    [250, 10, 20],
    [0, 128, 255],
    [7, 200, 99],
  ] as const
  const indices = Array.from({ length: 16 * 16 }, (_, index) => index % 3)
  const pclr = box('pclr', Buffer.from([0, 3, 3, 7, 7, 7, ...colours.flat()]))
  const cmap = box('cmap', Buffer.from([0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 2]))
  const file = boxed(await codestreamOf(16, 16, 1, 8, indices), [16, 16], 1, 16, pclr, cmap)
  const { data, channels } = await unpacked(t.testdir(), file, 'palette')
  t.equal(channels, 3)
  t.strictSame(
    [...data],
    indices.flatMap(index => colours[index] ?? []),
  )
})

t.test('luma and chroma become sRGB', async t => {
  const [red, grey] = [
    [76, 85, 255],
    [128, 128, 128],
  ] as const
  const values = Array.from({ length: 16 * 16 }, (_, index) => (index % 2 ? red : grey)).flat()
  const file = boxed(await codestreamOf(16, 16, 3, 8, values), [16, 16], 3, 18)
  const { data } = await unpacked(t.testdir(), file, 'sycc')
  const expected = Buffer.from(Array.from({ length: 16 * 16 }, (_, index) => (index % 2 ? [254, 0, 0] : grey)).flat())
  t.ok(largestDifference(data, expected) <= 1)
})

t.test('a profile is kept and honoured', async t => {
  const folder = t.testdir()
  const p3 = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#f00' } })
    .withIccProfile('p3')
    .png()
    .toBuffer()
  const { icc } = await sharp(p3).metadata()
  const colr = box('colr', Buffer.from([2, 0, 0]), icc as Buffer)
  const values = Array.from({ length: 64 * 64 }, () => [150, 100, 50]).flat()
  // The colour space before it is of CIELAB, which is passed over.
  const file = boxed(await codestreamOf(64, 64, 3, 8, values), [64, 64], 3, 14, colr)
  await writeFile(join(folder, 'p3.jp2'), file)
  t.match(await inspect(join(folder, 'p3.jp2'), limits), { format: 'jp2', profile: /P3/ })
  const image = await bringBytes(file, 'p3.jp2', folder, 95)
  // rgb(150 100 50) of Display P3 is rgb(157 99 38) of sRGB.
  const found = await sharp(join(folder, image.pyramid)).raw().toBuffer()
  t.ok(largestDifference(found.subarray(0, 3), Buffer.from([157, 99, 38])) <= 4, [...found.subarray(0, 3)].join())
})

/** The squares down the left side of the IIIF validator's picture. */
const squares = [
  [61, 170, 126],
  [61, 107, 178],
  [82, 85, 234],
  [164, 122, 110],
  [129, 226, 88],
  [91, 37, 121],
  [138, 128, 42],
  [6, 85, 234],
  [121, 109, 204],
  [65, 246, 84],
] as const

t.test('the reference picture shows its squares', needs('data/awkward'), async t => {
  const file = await readFile(shared('data/awkward/jp2-reference.jp2') as string)
  const { data } = await unpacked(t.testdir(), file, 'reference')
  for (const [row, colour] of squares.entries()) {
    const at = ((row * 100 + 50) * 1000 + 50) * 3
    t.ok(largestDifference(data.subarray(at, at + 3), Buffer.from(colour)) <= 3, `square ${row}`)
  }
})

t.test('decoded in strips of tiles, a large picture is the same as in one piece', needs('data/awkward'), async t => {
  const path = shared('data/awkward/jp2-newspaper.jp2') as string
  const source = await openFile(path)
  t.equal(piecesOf((await readJp2Header(source)).main).length, 3)
  await source.close()
  const file = await readFile(path)
  const whole = await inThread({ kind: 'decode', file, mostBytes: 500e6 }, { seconds: 200 })
  const { data } = await unpacked(t.testdir(), file, 'newspaper')
  t.ok(whole && data.equals(whole.data))
})

t.test('a picture that claims more than it can hold is refused before any decoding', async t => {
  const folder = t.testdir()
  const file = await encodeJpeg2000(drawn(8, 8, 3))
  const siz = file.indexOf(Buffer.from([0xff, 0x4f, 0xff, 0x51])) + 4
  for (const [side, message] of [
    [60_000, /3600 megapixels, 2000 are allowed/],
    [40_000, /claims 1600 megapixels in 1 kB/],
  ] as const) {
    for (const offset of [4, 8, 20, 24]) file.writeUInt32BE(side, siz + offset)
    await writeFile(join(folder, 'claim.jp2'), file)
    await t.rejects(inspect(join(folder, 'claim.jp2'), limits), { message }, `${side}`)
  }
})

t.test('a damaged codestream is refused, and what was begun is removed', async t => {
  const folder = t.testdir()
  const file = await encodeJpeg2000(drawn(300, 300, 3))
  await t.rejects(bringBytes(file.subarray(0, file.length - 500), 'cut.jp2', folder), {
    code: 'refused',
    message: /damaged or incomplete \(the codestream ends too early\)/,
  })
  t.strictSame(await readdir(join(folder, 'pyramids')), [])
})

t.test('whoever leaves ends the unpacking', needs('data/awkward'), async t => {
  const leaving = new AbortController()
  const work = unpackJpeg2000(shared('data/awkward/jp2-newspaper.jp2') as string, join(t.testdir(), 'left.tif'), {
    seconds: 100,
    signal: leaving.signal,
  })
  leaving.abort(new Error('left'))
  await t.rejects(work, { message: 'left' })
})

t.test('nothing is written to the standard output', async t => {
  const written: unknown[] = []
  const { write } = process.stdout
  process.stdout.write = ((chunk: unknown) => written.push(chunk) > 0) as typeof write
  try {
    await inThread({ kind: 'decode', file: Buffer.from('not a picture at all'), mostBytes: 100e6 }, { seconds: 60 })
  } finally {
    process.stdout.write = write
  }
  t.strictSame(written, [])
})
