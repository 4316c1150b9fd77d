import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import t from 'tap'
import { type ChartForm, chart, chartSize, grid, PATCH, patchesOf, type Samples } from '../chart.js'
import { type Entry, forms, type Page, SHORT, writeTiff } from '../tiff/write.js'
import { bring, bringBytes } from './bring.js'
import { levelOf, pixelAt } from './levels-of.js'

type Rgb = readonly [number, number, number]

const colours = grid(3, 4)
const greys = grid(1, 64)
const rgbOf = (patches: readonly Samples[]): readonly Rgb[] =>
  patches.map(patch => [0, 1, 2].map(channel => (patch[channel] ?? patch[0] ?? 0) * 255) as unknown as Rgb)

/** What alpha leaves of a colour on white. */
const onWhite = ([r, g, b]: Rgb, alpha: number): Rgb =>
  [r, g, b].map(value => value * alpha + 255 * (1 - alpha)) as unknown as Rgb

const unassociatedAlpha: Entry = [338, SHORT, [2]]

type Master = Readonly<{ patches: readonly Samples[]; form: ChartForm; expected: readonly Rgb[] }>

const greyAlpha = grid(2, 8)
const rgbAlpha = grid(4, 3)

const masters: Readonly<Record<string, Master>> = {
  'RGB of 8 bits': { patches: colours, form: { bits: 8, photometric: 2 }, expected: rgbOf(colours) },
  'RGB of 16 bits': { patches: colours, form: { bits: 16, photometric: 2 }, expected: rgbOf(colours) },
  'planes apart': { patches: colours, form: { bits: 8, photometric: 2, apart: true }, expected: rgbOf(colours) },
  'planes apart in 16 bits': {
    patches: colours,
    form: { bits: 16, photometric: 2, apart: true },
    expected: rgbOf(colours),
  },
  grey: { patches: greys, form: { bits: 8, photometric: 1 }, expected: rgbOf(greys) },
  'grey whose 0 is white': {
    patches: greys,
    form: { bits: 8, photometric: 0 },
    expected: greys.map(([value = 0]) => onWhite([0, 0, 0], value)),
  },
  'grey of 16 bits whose 0 is white': {
    patches: greys,
    form: { bits: 16, photometric: 0 },
    expected: greys.map(([value = 0]) => onWhite([0, 0, 0], value)),
  },
  'grey with alpha': {
    patches: greyAlpha,
    form: { bits: 8, photometric: 1, more: [unassociatedAlpha] },
    expected: greyAlpha.map(([grey = 0, alpha = 0]) => onWhite([grey * 255, grey * 255, grey * 255], alpha)),
  },
  'grey of 16 bits with alpha': {
    patches: greyAlpha,
    form: { bits: 16, photometric: 1, more: [unassociatedAlpha] },
    expected: greyAlpha.map(([grey = 0, alpha = 0]) => onWhite([grey * 255, grey * 255, grey * 255], alpha)),
  },
  'RGB with alpha': {
    patches: rgbAlpha,
    form: { bits: 8, photometric: 2, more: [unassociatedAlpha] },
    expected: rgbAlpha.map(patch => onWhite(rgbOf([patch])[0] as Rgb, patch[3] ?? 0)),
  },
  'RGB of 16 bits with alpha': {
    patches: rgbAlpha,
    form: { bits: 16, photometric: 2, more: [unassociatedAlpha] },
    expected: rgbAlpha.map(patch => onWhite(rgbOf([patch])[0] as Rgb, patch[3] ?? 0)),
  },
}

const farthest = (found: readonly Rgb[], expected: readonly Rgb[]): number =>
  Math.max(...found.flatMap((colour, index) => colour.map((value, c) => Math.abs(value - (expected[index]?.[c] ?? 0)))))

for (const [what, { patches, form, expected }] of Object.entries(masters))
  t.test(`a TIFF of ${what} comes out in its colours, on white, classic and BigTIFF, in both byte orders`, async t => {
    for (const bytes of forms) {
      // The chart's own samples are little-endian.
      if (form.bits === 16 && !bytes.littleEndian) continue
      const data = t.testdir()
      const path = join(data, 'chart.tif')
      await writeFile(path, writeTiff([chart(patches, form)], bytes))
      const found = patchesOf(await levelOf(data, await bring(path, data, 100), 0), patches.length)
      t.ok(farthest(found, expected) <= 3, `${farthest(found, expected)} off, ${JSON.stringify(bytes)}`)
    }
  })

/** A picture of 8 by 2 bits, enlarged: a checked pattern in 1 bit a pixel. */
function bilevel(photometric: 0 | 1): Page {
  const { width, height } = { width: 64, height: 32 }
  const data = Buffer.alloc((width / 8) * height, 0b11110000)
  const entries: readonly Entry[] = [
    [256, SHORT, [width]],
    [257, SHORT, [height]],
    [258, SHORT, [1]],
    [259, SHORT, [1]],
    [262, SHORT, [photometric]],
    [277, SHORT, [1]],
    [278, SHORT, [height]],
    [279, SHORT, [data.length]],
  ]
  return { entries, data: [data], tiled: false }
}

t.test('one bit a pixel comes out black and white, whichever of them is 0', async t => {
  for (const photometric of [0, 1] as const) {
    const data = t.testdir()
    const image = await bringBytes(
      writeTiff([bilevel(photometric)], { big: false, littleEndian: true }),
      'bits.tif',
      data,
      100,
    )
    const level = await levelOf(data, image, 0)
    const [first, second] = [pixelAt(level, 1, 5), pixelAt(level, 6, 5)]
    const [bright, dark] = photometric === 1 ? [first, second] : [second, first]
    t.ok(Math.min(...bright) > 240 && Math.max(...dark) < 15, `${photometric}: ${first} and ${second}`)
  }
})

t.test('a TIFF with a palette comes out in its colours', async t => {
  const { width, height } = chartSize(greys)
  const index = Buffer.alloc(width * height, 0)
  index.fill(7, 0, width * PATCH)
  const map = Array.from(
    { length: 768 },
    (_, at) => (at % 256 === 7 ? ([230, 120, 40][Math.floor(at / 256)] ?? 0) : 20) * 257,
  )
  const entries: readonly Entry[] = [
    [256, SHORT, [width]],
    [257, SHORT, [height]],
    [258, SHORT, [8]],
    [259, SHORT, [1]],
    [262, SHORT, [3]],
    [277, SHORT, [1]],
    [278, SHORT, [height]],
    [279, 4, [index.length]],
    [320, SHORT, map],
  ]
  for (const form of forms) {
    const data = t.testdir()
    const file = writeTiff([{ entries, data: [index], tiled: false }], form)
    const level = await levelOf(data, await bringBytes(file, 'palette.tif', data, 100), 0)
    t.ok(
      farthest(
        [pixelAt(level, 8, 8) as unknown as Rgb, pixelAt(level, 8, height - 8) as unknown as Rgb],
        [
          [230, 120, 40],
          [20, 20, 20],
        ],
      ) <= 3,
    )
  }
})

/** Where the corner that is red, of a picture with one red corner at the upper left, lies once upright. */
const uprightCorner: Readonly<Record<number, 'upper left' | 'upper right' | 'lower right' | 'lower left'>> = {
  1: 'upper left',
  2: 'upper right',
  3: 'lower right',
  4: 'lower left',
  5: 'upper left',
  6: 'upper right',
  7: 'lower right',
  8: 'lower left',
}

/** 96 by 64 px, white, with a red quarter at the upper left. */
const marked = () =>
  sharp({ create: { width: 96, height: 64, channels: 3, background: '#fff' } }).composite([
    { input: { create: { width: 48, height: 32, channels: 3, background: '#f00' } }, left: 0, top: 0 },
  ])

t.test('all eight orientations come out upright, of JPEG, PNG and WebP (EXIF) and of TIFF (its tag)', async t => {
  for (const [key, corner] of Object.entries(uprightCorner)) {
    const orientation = Number(key)
    const turned = orientation > 4
    const plain = await marked().raw().toBuffer({ resolveWithObject: true })
    const entries: readonly Entry[] = [
      [256, SHORT, [96]],
      [257, SHORT, [64]],
      [258, SHORT, [8, 8, 8]],
      [259, SHORT, [1]],
      [262, SHORT, [2]],
      [274, SHORT, [orientation]],
      [277, SHORT, [3]],
      [278, SHORT, [64]],
      [279, 4, [plain.data.length]],
    ]
    const files = {
      'o.jpg': await marked().withMetadata({ orientation }).jpeg({ quality: 100 }).toBuffer(),
      'o.webp': await marked().withMetadata({ orientation }).webp({ lossless: true }).toBuffer(),
      'o.png': await marked().withMetadata({ orientation }).png().toBuffer(),
      'o.tif': writeTiff([{ entries, data: [plain.data], tiled: false }], { big: false, littleEndian: false }),
    }
    for (const [name, bytes] of Object.entries(files)) {
      const data = t.testdir()
      const image = await bringBytes(bytes, name, data, 100)
      t.strictSame([image.width, image.height], turned ? [64, 96] : [96, 64], `${name} ${orientation}`)
      const level = await levelOf(data, image, 0)
      const x = corner.endsWith('left') ? 4 : level.width - 5
      const y = corner.startsWith('upper') ? 4 : level.height - 5
      const [r = 0, g = 0] = pixelAt(level, x, y)
      const [, other = 0] = pixelAt(level, level.width - 1 - x, level.height - 1 - y)
      t.ok(r > 245 && g < 12 && other > 245, `${name} ${orientation}: red is ${corner}`)
    }
  }
})

t.test('a PNG of 16 bits with alpha and a profile comes out as in 8 bits', async t => {
  const picture = (bits: 8 | 16) =>
    sharp({ create: { width: 96, height: 64, channels: 4, background: 'rgba(230, 120, 40, 0.5)' } })
      .toColourspace(bits === 16 ? 'rgb16' : 'srgb')
      .withIccProfile('p3')
      .png()
      .toBuffer()
  const data = t.testdir()
  const found = await Promise.all(
    ([8, 16] as const).map(async bits => {
      const folder = join(data, `${bits}`)
      await mkdir(folder, { recursive: true })
      return pixelAt(await levelOf(folder, await bringBytes(await picture(bits), 'half.png', folder, 100), 0), 40, 40)
    }),
  )
  t.ok(farthest([found[0] as unknown as Rgb], [found[1] as unknown as Rgb]) <= 3, `${found[0]} and ${found[1]}`)
  t.ok(farthest([found[0] as unknown as Rgb], [[242, 187, 147]]) <= 4, `${found[0]}`)
})

t.test('a CMYK JPEG, whose inks Adobe writes inverted, comes out in its colours', async t => {
  const data = t.testdir()
  const jpeg = await sharp({ create: { width: 96, height: 64, channels: 3, background: 'rgb(160, 150, 140)' } })
    .toColourspace('cmyk')
    .withIccProfile('cmyk')
    .jpeg({ quality: 100 })
    .toBuffer()
  const found = pixelAt(await levelOf(data, await bringBytes(jpeg, 'cmyk.jpg', data, 100), 0), 40, 40)
  t.ok(farthest([found as unknown as Rgb], [[160, 150, 140]]) <= 18, `${found}`)
})
