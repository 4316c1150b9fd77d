import sharp, { type Sharp } from 'sharp'
import t from 'tap'
import type { ImageRecord } from '../../../src/image/record.js'
import { needs, shared } from '../../shared.js'
import { bring, bringBytes } from './bring.js'
import { levelOf, pixelAt } from './levels-of.js'

const SIZE = 200

const flat = (background: string, channels: 3 | 4 = 3): Sharp =>
  sharp({ create: { width: SIZE, height: SIZE, channels, background } })

async function middle(data: string, image: ImageRecord): Promise<readonly number[]> {
  return pixelAt(await levelOf(data, image, 0), Math.floor(image.width / 2), Math.floor(image.height / 2))
}

type Case = Readonly<{
  what: string
  name: string
  bytes: () => Promise<Buffer>
  expected: readonly number[]
  /** Where the way into the format already loses something. */
  tolerance?: number
}>

const orange = [230, 120, 40] as const
const orangeText = 'rgb(230, 120, 40)'

const cases: readonly Case[] = [
  {
    what: 'an sRGB JPEG',
    name: 'rgb.jpg',
    bytes: () => flat(orangeText).jpeg({ quality: 98 }).toBuffer(),
    expected: orange,
  },
  {
    what: 'a WebP',
    name: 'rgb.webp',
    bytes: () => flat(orangeText).webp({ lossless: true }).toBuffer(),
    expected: orange,
  },
  {
    what: 'an AVIF',
    name: 'rgb.avif',
    bytes: () => flat(orangeText).avif({ lossless: true }).toBuffer(),
    expected: orange,
  },
  { what: 'a GIF', name: 'rgb.gif', bytes: () => flat(orangeText).gif().toBuffer(), expected: orange },
  {
    what: 'a PNG with a palette',
    name: 'palette.png',
    bytes: () => flat(orangeText).png({ palette: true }).toBuffer(),
    expected: orange,
  },
  {
    what: 'a PNG of 16 bits',
    name: 'rgb16.png',
    bytes: () => flat(orangeText).toColourspace('rgb16').png().toBuffer(),
    expected: orange,
  },
  {
    what: 'a TIFF of 16 bits, with strips',
    name: 'rgb16.tif',
    bytes: () => flat(orangeText).toColourspace('rgb16').tiff({ compression: 'lzw' }).toBuffer(),
    expected: orange,
  },
  {
    what: 'a picture with the Display P3 profile',
    name: 'p3.tif',
    bytes: () => flat(orangeText).withIccProfile('p3').tiff().toBuffer(),
    expected: orange,
  },
  {
    what: 'a CMYK picture with its profile',
    name: 'cmyk.tif',
    bytes: () => flat('rgb(160, 150, 140)').withIccProfile('cmyk').toColourspace('cmyk').tiff().toBuffer(),
    expected: [160, 150, 140],
    tolerance: 18,
  },
  {
    what: 'a CIELAB picture',
    name: 'lab.tif',
    bytes: () => flat(orangeText).toColourspace('lab').tiff().toBuffer(),
    expected: orange,
  },
  {
    what: 'a grey picture',
    name: 'grey.png',
    bytes: () => flat('#777').greyscale().png().toBuffer(),
    expected: [119, 119, 119],
  },
  {
    what: 'a grey picture of 16 bits',
    name: 'grey16.png',
    bytes: () => flat('#777').toColourspace('grey16').png().toBuffer(),
    expected: [119, 119, 119],
  },
  {
    what: 'what is transparent, on white',
    name: 'clear.png',
    bytes: () => flat('rgba(230, 120, 40, 0)', 4).png().toBuffer(),
    expected: [255, 255, 255],
  },
  {
    what: 'what is half transparent, on white',
    name: 'half.png',
    bytes: () => flat('rgba(230, 120, 40, 0.5)', 4).png().toBuffer(),
    expected: [242, 187, 147],
  },
  {
    what: 'a black and white scan',
    name: 'scan.tif',
    bytes: () => flat('#fff').toColourspace('b-w').tiff({ bitdepth: 1, compression: 'ccittfax4' }).toBuffer(),
    expected: [255, 255, 255],
  },
]

for (const { what, name, bytes, expected, tolerance = 4 } of cases)
  t.test(`${what} comes out in its colours`, async t => {
    const data = t.testdir()
    const found = await middle(data, await bringBytes(await bytes(), name, data, 95))
    const off = Math.max(...expected.map((value, channel) => Math.abs(value - (found[channel] ?? 0))))
    t.ok(off <= tolerance, `expected ${expected} and found ${found}`)
  })

t.test('master facts are kept: profile, scale, size as stored', async t => {
  const data = t.testdir()
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#abc' } })
    .withMetadata({ orientation: 6, density: 508 })
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()
  const image = await bringBytes(bytes, 'facts.jpg', data)
  t.match(image, { width: 200, height: 300, master: { format: 'jpeg', width: 300, height: 200, pixelsPerMm: 20 } })
  t.match(image.master.profile, /P3/)
  t.equal(image.master.bytes, bytes.length)
})

t.test('a screen resolution that programs write by default is no scale', async t => {
  const data = t.testdir()
  for (const density of [72, 96]) {
    const bytes = await flat('#abc').withMetadata({ density }).jpeg().toBuffer()
    t.equal((await bringBytes(bytes, `d${density}.jpg`, data)).master.pixelsPerMm, undefined)
  }
})

/** Places of real files whose colours can be said without measuring: what is in the picture. */
const known: readonly (readonly [
  file: string,
  x: number,
  y: number,
  expected: readonly number[],
  tolerance: number,
])[] = [
  ['cmyk-fogra.tif', 500, 500, [227, 6, 19], 30], // 0/100/100/0 in FOGRA39: the red of print
  ['lab8.tif', 450, 85, [0, 198, 1], 6], // a green balloon, of L* 69, a* -67 and b* 68
  ['lab8.tif', 540, 115, [218, 61, 6], 6],
  ['flag-16bit.png', 450, 100, [174, 28, 40], 6],
  ['flag-16bit.png', 450, 300, [255, 255, 255], 2],
  ['flag-16bit.png', 450, 500, [33, 70, 139], 6],
]

t.test('known colours of real files come out', needs('data/awkward'), async t => {
  const data = t.testdir()
  for (const [file, x, y, expected, tolerance] of known) {
    const image = await bring(shared(`data/awkward/${file}`) as string, data)
    const found = pixelAt(await levelOf(data, image, 0), x, y)
    const off = Math.max(...expected.map((value, channel) => Math.abs(value - (found[channel] ?? 0))))
    t.ok(off <= tolerance, `${file} at ${x},${y}: expected ${expected} and found ${found}`)
  }
})
