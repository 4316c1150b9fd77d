import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { integerBelow, randomFrom } from './random.js'

/** px of the picture that everything is measured on: 300 megapixels */
export const size = { width: 20_000, height: 15_000 } as const
const cell = 2500

/** Writes the picture, uncompressed: details of real pictures where those stand beside the checkout, else paint. */
export async function writePicture(directory: string, path: string): Promise<string> {
  const sources = photographs()
  const random = randomFrom(3)
  const cells: string[] = []
  for (let index = 0; index < (size.width / cell) * (size.height / cell); index += 1) {
    const source = sources[index % sources.length]
    const drawn = source ? await detail(source, random) : paint(random)
    const file = join(directory, `cell-${index}.jpg`)
    await drawn.toColourspace('srgb').jpeg({ quality: 96, chromaSubsampling: '4:4:4' }).toFile(file)
    cells.push(file)
  }
  await sharp(cells, { join: { across: size.width / cell }, limitInputPixels: false })
    .removeAlpha()
    .tiff({ compression: 'none' })
    .toFile(path)
  return sources.length > 0 ? `details of ${sources.length} real pictures` : 'drawn paint'
}

function photographs(): readonly string[] {
  const folder = join(process.cwd(), '../shared/data/images')
  if (!existsSync(folder)) return []
  const large = /^(cruikshank|evans|florentine|humboldt|morisot|seurat|shunsho-04|silkworm)/
  return readdirSync(folder)
    .filter(name => large.test(name))
    .toSorted()
    .map(name => join(folder, name))
}

async function detail(source: string, random: () => number): Promise<Sharp> {
  const { width, height } = await sharp(source).metadata()
  const side = Math.min(cell, width, height)
  const [left, top] = [integerBelow(random, width - side + 1), integerBelow(random, height - side + 1)]
  const cut = sharp(source).extract({ left, top, width: side, height: side })
  return cut.resize(cell, cell).flop(random() < 0.5)
}

/** Octaves of noise, each twice as fine and half as strong: edges and grain at every scale, as paint has. */
function paint(random: () => number): Sharp {
  const pixels = Buffer.alloc(cell * cell * 3)
  const octaves = Array.from({ length: 9 }, (_, octave) => {
    const across = 2 ** (octave + 2)
    return { across, values: Float32Array.from({ length: across * across * 3 }, () => random() - 0.5) }
  })
  for (let y = 0; y < cell; y += 1)
    for (let x = 0; x < cell; x += 1)
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 128
        for (const [octave, { across, values }] of octaves.entries()) {
          const place = Math.floor((y * across) / cell) * across + Math.floor((x * across) / cell)
          sum += (values[place * 3 + channel] ?? 0) * 160 * 0.66 ** octave
        }
        pixels[(y * cell + x) * 3 + channel] = Math.max(0, Math.min(255, sum))
      }
  return sharp(pixels, { raw: { width: cell, height: cell, channels: 3 } })
}
