import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import t, { type Test } from 'tap'
import { needs, shared } from '../../shared.js'
import { type ChartForm, chart, grid, patchesOf, type Samples } from '../chart.js'
import { deltaE2000, labOf } from '../delta-e.js'
import { greyProfile, rgbProfile, spaces } from '../profiles.js'
import { type Form, SHORT, writeTiff } from '../tiff/write.js'
import { bring } from './bring.js'
import { levelOf } from './levels-of.js'

/** littleCMS's own converter of TIFF (Debian's liblcms2-utils). */
const TIFICC = 'tificc'

const little: Form = { big: false, littleEndian: true }

type Case = Readonly<{
  patches: readonly Samples[]
  form: ChartForm
  /** What littleCMS is to take for the profile, where the file has none. */
  assumed?: string | Buffer
  /** Whether patches of the master, though not of what littleCMS gets, are more and less transparent. */
  alpha?: boolean
  /** CIEDE2000 */
  mean: number
  most: number
}>

const rgb = grid(3, 8)
const light = grid(1, 64)
const inks = grid(4, 4)
/** What can be printed; in yet deeper shadows versions of littleCMS estimate the black of this profile differently. */
const printable = inks.filter(patch => patch.reduce((sum, ink) => sum + ink, 0) <= 3 && (patch[3] ?? 0) < 1)
const inRgb = (name: keyof typeof spaces, bits: 8 | 16 = 8): Case => ({
  patches: rgb,
  form: { bits, photometric: 2, profile: rgbProfile(spaces[name]) },
  mean: 0.3,
  most: 2,
})

/** Of 16 bits tificc takes L* for that of ICC's version 2, whose white is FF00: a 256th lighter than TIFF has it. */
const inLab = (bits: 8 | 16, more: Partial<Case> = {}): Case => ({
  patches: labGrid(bits),
  form: { bits, photometric: 8 },
  assumed: '*Lab',
  mean: 0.3,
  most: 1,
  ...more,
})

const cases: Readonly<Record<string, () => Promise<Case>>> = {
  sRGB: async () => inRgb('srgb'),
  'Adobe RGB': async () => inRgb('adobeRgb'),
  'Adobe RGB in 16 bits': async () => inRgb('adobeRgb', 16),
  'eciRGB v2': async () => inRgb('eciRgb2'),
  'eciRGB v2 in 16 bits': async () => inRgb('eciRgb2', 16),
  'ProPhoto RGB': async () => inRgb('proPhoto'),
  'ProPhoto RGB in 16 bits': async () => inRgb('proPhoto', 16),
  'Display P3': async () => inRgb('displayP3'),
  'RGB of 16 bits without a profile': async () => ({
    patches: rgb,
    form: { bits: 16, photometric: 2 },
    mean: 0.3,
    most: 2,
  }),
  'grey of gamma 1.8': async () => ({
    patches: light,
    form: { bits: 8, photometric: 1, profile: greyProfile(1.8) },
    mean: 0.3,
    most: 2,
  }),
  'grey of gamma 1.8 in 16 bits': async () => ({
    patches: light,
    form: { bits: 16, photometric: 1, profile: greyProfile(1.8) },
    mean: 0.3,
    most: 2,
  }),
  'CMYK without a profile': async () => ({
    patches: printable,
    form: { bits: 8, photometric: 5 },
    assumed: await builtInCmyk(),
    mean: 2.2,
    most: 8.5,
  }),
  'CIELAB of 8 bits': async () => inLab(8),
  'CIELAB of 16 bits': async () => inLab(16),
  'CIELAB of 8 bits with alpha': async () => inLab(8, { alpha: true, mean: 0.4, most: 1.5 }),
  'CIELAB of 16 bits with alpha': async () => inLab(16, { alpha: true, mean: 0.4, most: 1.5 }),
  'CIELAB of 8 bits with planes apart': async () => inLab(8, { form: { bits: 8, photometric: 8, apart: true } }),
}

for (const [name, make] of Object.entries(cases))
  t.test(`${name} comes out as littleCMS has it`, needsTificc(), async t => compare(t, await make()))

t.test('CMYK with the profile of a real file comes out as littleCMS has it', both(), async t => {
  const { icc } = await sharp(shared('data/awkward/cmyk-fogra.tif')).metadata()
  if (!icc) throw new Error('no profile')
  await compare(t, { patches: inks, form: { bits: 8, photometric: 5, profile: icc }, mean: 0.3, most: 2 })
  await compare(t, { patches: inks, form: { bits: 16, photometric: 5, profile: icc }, mean: 0.3, most: 2 })
})

async function compare(t: Test, { patches, form, assumed, alpha = false, mean, most }: Case): Promise<void> {
  const data = t.testdir()
  const master = join(data, 'chart.tif')
  const plain = join(data, 'plain.tif')
  // tificc takes CIELAB whose planes are apart for another one.
  await writeFile(plain, writeTiff([chart(patches, { ...form, apart: false })], little))
  await writeFile(master, writeTiff([alpha ? transparent(patches, form) : chart(patches, form)], little))
  const found = patchesOf(await levelOf(data, await bring(master, data, 100), 0), patches.length)
  const meant = patchesOf(await byLittleCms(plain, assumed, data), patches.length).map((colour, index) =>
    alpha ? onWhite(colour, opacity(index)) : colour,
  )
  const all = found.map((colour, index) => deltaE2000(labOf(colour), labOf(meant[index] as Colour)))
  const worst = all.indexOf(Math.max(...all))
  const average = all.reduce((sum, value) => sum + value, 0) / all.length
  t.comment(
    `ΔE2000 ${average.toFixed(2)} in the mean, ${all[worst]?.toFixed(2)} at most: ${patches[worst]} found ${found[worst]} meant ${meant[worst]}`,
  )
  t.ok(
    average <= mean && (all[worst] ?? 0) <= most,
    `ΔE2000 ${average.toFixed(2)} in the mean, ${all[worst]?.toFixed(2)} at most`,
  )
}

type Colour = readonly [number, number, number]

const opacity = (index: number): number => (index % 6) / 5

const onWhite = (colour: Colour, alpha: number): Colour =>
  colour.map(value => Math.round(value * alpha + 255 * (1 - alpha))) as unknown as Colour

const transparent = (patches: readonly Samples[], form: ChartForm) =>
  chart(
    patches.map((patch, index) => [...patch, opacity(index)]),
    { ...form, more: [[338, SHORT, [2]]] },
  )

/** A TIFF turned into sRGB by littleCMS with the perceptual intent, which is libvips' own, patch by patch and exactly (-c0). */
async function byLittleCms(master: string, assumed: string | Buffer | undefined, folder: string) {
  const result = join(folder, 'meant.tif')
  if (Buffer.isBuffer(assumed)) await writeFile(join(folder, 'assumed.icc'), assumed)
  const input = assumed === undefined ? [] : [`-i${Buffer.isBuffer(assumed) ? join(folder, 'assumed.icc') : assumed}`]
  await promisify(execFile)(TIFICC, ['-c0', '-t0', '-w8', '-o*sRGB', ...input, master, result])
  const { data, info } = await sharp(result).raw().toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`expected RGB of ${TIFICC}, received ${info.channels} channels`)
  return { data, width: info.width }
}

/** The profile that libvips takes for CMYK that brings none. */
async function builtInCmyk(): Promise<Buffer> {
  const grey = sharp({ create: { width: 8, height: 8, channels: 3, background: '#abc' } })
  const { icc } = await sharp(await grey.toColourspace('cmyk').withIccProfile('cmyk').tiff().toBuffer()).metadata()
  if (!icc) throw new Error('no profile')
  return icc
}

/** Colours of CIELAB, of which sRGB can show nearly all, as TIFF stores them: a and b with a sign. */
function labGrid(bits: 8 | 16): readonly Samples[] {
  const count = 2 ** bits
  const signed = (value: number) => ((Math.round((value * count) / 256) + count) % count) / (count - 1)
  return grid(3, 6).map(([l = 0, a = 0, b = 0]) => [0.1 + l * 0.8, signed((a - 0.5) * 60), signed((b - 0.5) * 60)])
}

function needsTificc(): { skip?: string } {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const there = folders.some(folder => {
    try {
      accessSync(join(folder, TIFICC), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
  return there ? {} : { skip: `there is no ${TIFICC} (liblcms2-utils)` }
}

function both(): { skip?: string } {
  return { ...needs('data/awkward'), ...needsTificc() }
}
