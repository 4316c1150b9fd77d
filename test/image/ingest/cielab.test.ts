import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { buildPyramid } from '../../../src/image/ingest/build.js'
import { inspect } from '../../../src/image/ingest/inspect.js'
import { openScratch } from '../../../src/image/ingest/scratch.js'
import { type ChartForm, chart, patchesOf, type Samples } from '../chart.js'
import { rgbProfile, spaces } from '../profiles.js'
import { type Entry, type Form, forms, RATIONAL, SHORT, writeTiff } from '../tiff/write.js'
import { bring, bringBytes } from './bring.js'
import { levelOf } from './levels-of.js'

const little: Form = { big: false, littleEndian: true }

/** Colours of CIELAB that 8 bits can say, and what littleCMS's transicc makes of them in sRGB. */
const known = [
  { lab: [100, 0, 0], rgb: [255, 255, 255] },
  { lab: [0, 0, 0], rgb: [0, 0, 0] },
  { lab: [63, 40, 60], rgb: [231, 121, 41] },
  { lab: [43, 6, -48], rgb: [59, 101, 182] },
  { lab: [56, -37, 29], rgb: [71, 150, 81] },
  { lab: [40, 44, -15], rgb: [151, 60, 120] },
  { lab: [50, 0, 0], rgb: [119, 119, 119] },
] as const

const CIELAB = 8
const ICCLAB = 9

function samplesOf([l, a, b]: readonly [number, number, number], photometric: number, bits: 8 | 16): Samples {
  const count = 2 ** bits
  const whole = photometric === ICCLAB && bits === 16 ? 65_280 : count - 1
  const opponent = (value: number) =>
    photometric === ICCLAB ? (value + 128) * (count / 256) : (value * (count / 256) + count) % count
  return [(l / 100) * whole, opponent(a), opponent(b)].map(value => value / (count - 1))
}

async function farthest(data: string, file: Buffer): Promise<number> {
  const image = await bringBytes(file, 'chart.tif', data, 100)
  const found = patchesOf(await levelOf(data, image, 0), known.length)
  return Math.max(
    ...known.flatMap(({ rgb }, index) => rgb.map((value, c) => Math.abs(value - (found[index]?.[c] ?? 0)))),
  )
}

const page = (form: ChartForm) =>
  chart(
    known.map(({ lab }) => samplesOf(lab, form.photometric, form.bits)),
    form,
  )

for (const bits of [8, 16] as const)
  for (const [name, photometric] of Object.entries({ CIELAB, ICCLAB }))
    t.test(`known colours of ${name} of ${bits} bits come out, whatever profile stands beside them`, async t => {
      const profile = rgbProfile(spaces.proPhoto)
      for (const form of [
        { bits, photometric },
        { bits, photometric, profile },
        { bits, photometric, apart: true },
      ])
        t.ok((await farthest(t.testdir(), writeTiff([page(form)], little))) <= 3, JSON.stringify(Object.keys(form)))
    })

t.test('known colours of CIELAB come out of classic and BigTIFF, in both byte orders', async t => {
  const pixels = page({ bits: 8, photometric: CIELAB })
  for (const form of forms) t.ok((await farthest(t.testdir(), writeTiff([pixels], form))) <= 3, JSON.stringify(form))
})

t.test('CIELAB comes out upright, and its scale is kept', async t => {
  for (const form of forms)
    for (const [unit, count] of [
      [2, 508],
      [3, 200],
    ] as const) {
      const fraction = Buffer.alloc(8)
      fraction.writeUInt32LE(count * 10, 0)
      fraction.writeUInt32LE(10, 4)
      if (!form.littleEndian) fraction.swap32()
      const more: readonly Entry[] = [
        [274, SHORT, [6]],
        [282, RATIONAL, fraction],
        [296, SHORT, [unit]],
      ]
      const data = t.testdir()
      const image = await bringBytes(
        writeTiff([page({ bits: 8, photometric: CIELAB, more })], form),
        'o.tif',
        data,
        100,
      )
      t.match(image, { width: 16, height: 256, master: { width: 256, height: 16, pixelsPerMm: 20 } })
      const { data: rgb, width, height } = await levelOf(data, image, 0)
      t.strictSame([width, height], [16, 256])
      const [red = 0, , blue = 255] = rgb.subarray((40 * 16 + 8) * 3)
      t.ok(red > 220 && blue < 60, 'the third patch is orange')
    }
})

t.test('a master that may only be read stays as it is, and nothing is left beside the pyramid', async t => {
  const folder = t.testdir({ masters: {}, data: {} })
  const path = join(folder, 'masters/chart.tif')
  const file = writeTiff([page({ bits: 8, photometric: CIELAB })], little)
  await writeFile(path, file)
  await chmod(path, 0o444)
  const image = await bring(path, join(folder, 'data'))
  t.ok(file.equals(await readFile(path)))
  const left = await readdir(join(folder, 'data'), { recursive: true, withFileTypes: true })
  t.strictSame(
    left.filter(entry => entry.isFile()).map(({ name }) => `pyramids/${image.version.slice(0, 2)}/${name}`),
    [image.pyramid],
  )
})

t.test('CIELAB that cannot be decoded is refused, and nothing is left', async t => {
  const folder = t.testdir({ masters: {}, data: {} })
  const path = join(folder, 'masters/broken.tif')
  const saysZlib: Entry = [259, SHORT, [8]]
  await writeFile(path, writeTiff([page({ bits: 8, photometric: CIELAB, more: [saysZlib] })], little))
  await t.rejects(bring(path, join(folder, 'data')), { code: 'refused', message: /damaged or incomplete/ })
  const left = await readdir(join(folder, 'data'), { recursive: true, withFileTypes: true })
  t.strictSame(
    left.filter(entry => entry.isFile()),
    [],
  )
})

t.test('CIELAB of 8 bits in another form than TIFF has for it is refused', async t => {
  const signed: Entry = [339, SHORT, [2, 2, 2, 2]]
  const patches = known.map(({ lab }) => [...samplesOf(lab, CIELAB, 8), 1])
  const pages = [
    chart(patches, { bits: 8, photometric: CIELAB, more: [[338, SHORT, [2]], signed] }),
    chart([[0.5]], { bits: 8, photometric: CIELAB }),
    chart([[0.5, 0, 0, 1, 1]], { bits: 8, photometric: CIELAB, more: [[338, SHORT, [0, 0]]] }),
  ]
  for (const page of pages)
    await t.rejects(bringBytes(writeTiff([page], little), 'odd.tif', t.testdir()), { code: 'refused' })
})

t.test('ingest that is stopped says no ill of the file, and leaves nothing', async t => {
  const folder = t.testdir({ masters: {}, data: {} })
  const path = join(folder, 'masters/chart.tif')
  await writeFile(path, writeTiff([page({ bits: 8, photometric: CIELAB })], little))
  const inspection = await inspect(path, { maxPixels: 1e6 })
  const scratch = await openScratch(join(folder, 'data'))
  const master = { path, fileName: 'chart.tif', sha256: '0'.repeat(64), inspection }
  const stopped = buildPyramid(master, { id: 'chart', quality: 88, scratch, signal: AbortSignal.abort() })
  await t.rejects(stopped, { name: 'AbortError' })
  t.strictSame(await readdir(join(folder, 'data/pyramids')), [])
})

t.test('transparency multiplied into CIELAB is refused', async t => {
  const patches = known.map(({ lab }) => [...samplesOf(lab, CIELAB, 8), 1])
  const file = writeTiff([chart(patches, { bits: 8, photometric: CIELAB, more: [[338, SHORT, [1]]] })], little)
  await t.rejects(bringBytes(file, 'chart.tif', t.testdir()), {
    code: 'refused',
    message: /multiplied into its CIELAB colours; export it as RGB/,
  })
})
