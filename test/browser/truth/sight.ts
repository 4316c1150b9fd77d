import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { brick, paper } from '../../../src/stories/drawn/colours.js'
import { type PictureName, pictures } from './house.js'

/** What is seen of a picture: its share of what is looked at, and the proportions of where it is. */
export type Seen = Readonly<{ count: number; share: number; proportions: number }>

/** Each picture of the demonstration that is seen, the pen that marks are drawn with, and the paper of cards. */
export type Sight = Readonly<Partial<Record<PictureName | 'marks' | 'paper', Seen>>>

const rgb = (hex: string): readonly number[] => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
const palette = [
  ...Object.entries(pictures).map(([name, { colour }]) => [name, rgb(colour)] as const),
  ['marks', rgb(brick)] as const,
  ['paper', rgb(paper)] as const,
]

/** How far a colour may be from itself after JPEG. */
const tolerance = 14
/** Lines are thin, and mixed with what is beside them. */
const toleranceOfLines = 40
/** px */
const least = 6

type Tally = { count: number; readonly columns: Uint32Array; readonly rows: Uint32Array }

/** How many lines are filled with a colour, and not only touched by it. */
const filled = (lines: Uint32Array): number => {
  const most = Math.max(...lines)
  return lines.filter(count => count > most / 4).length
}

/** Looks at a part of a page. */
export async function lookAt(page: Page, where: Locator): Promise<Sight> {
  const box = await where.boundingBox()
  if (!box) return {}
  const { data, info } = await sharp(await page.screenshot({ clip: box }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const found = new Map<string, Tally>()
  for (let at = 0, pixel = 0; at < data.length; at += 3, pixel += 1) {
    const name = palette.find(([each, colour]) => {
      const allowed = each === 'marks' ? toleranceOfLines : tolerance
      return colour.every((value, channel) => Math.abs(value - (data[at + channel] ?? 0)) <= allowed)
    })?.[0]
    if (name === undefined) continue
    const tally = found.get(name) ?? {
      count: 0,
      columns: new Uint32Array(info.width),
      rows: new Uint32Array(info.height),
    }
    found.set(name, tally)
    tally.count += 1
    const column = pixel % info.width
    const row = (pixel - column) / info.width
    tally.columns[column] = (tally.columns[column] ?? 0) + 1
    tally.rows[row] = (tally.rows[row] ?? 0) + 1
  }
  const seen = [...found].map(([name, { count, columns, rows }]) => {
    const proportions = filled(columns) / filled(rows)
    return [name, { count, share: count / (info.width * info.height), proportions }] as const
  })
  return Object.fromEntries(seen.filter(([, { count }]) => count >= least))
}

/** The picture that fills most of what is seen. */
export const mostSeen = (sight: Sight): PictureName | undefined =>
  (Object.entries(sight) as [string, Seen][])
    .filter(([name]) => name in pictures)
    .toSorted(([, a], [, b]) => b.share - a.share)
    .map(([name]) => name as PictureName)[0]

/** Looks until what is seen is as it should be, or until the frames run out; what was seen last is returned. */
export async function lookUntil(
  page: Page,
  look: () => Promise<Sight>,
  isRight: (sight: Sight) => boolean,
  frames = 240,
): Promise<Sight> {
  let sight = await look()
  for (let frame = 0; frame < frames && !isRight(sight); frame += 6) {
    await page.evaluate(async () => {
      for (let each = 0; each < 6; each += 1) await new Promise(requestAnimationFrame)
    })
    sight = await look()
  }
  return sight
}
