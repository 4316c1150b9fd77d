import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { brick, paper } from '../../../src/stories/drawn/colours.js'
import { type PictureName, pictures } from './house.js'

/** What is seen of a picture: its share of what is looked at, and the proportions of where it is. */
export type Seen = Readonly<{ share: number; proportions: number }>

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
const least = 0.0002

/** Looks at a part of a page. */
export async function lookAt(page: Page, where: Locator): Promise<Sight> {
  const box = await where.boundingBox()
  if (!box) return {}
  const { data, info } = await sharp(await page.screenshot({ clip: box }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const found = new Map<string, { count: number; left: number; right: number; top: number; bottom: number }>()
  for (let at = 0, pixel = 0; at < data.length; at += 3, pixel += 1) {
    const name = palette.find(([, colour]) =>
      colour.every((value, channel) => Math.abs(value - (data[at + channel] ?? 0)) <= tolerance),
    )?.[0]
    if (name === undefined) continue
    const [x, y] = [pixel % info.width, Math.floor(pixel / info.width)]
    const known = found.get(name)
    if (!known) found.set(name, { count: 1, left: x, right: x, top: y, bottom: y })
    else {
      known.count += 1
      known.left = Math.min(known.left, x)
      known.right = Math.max(known.right, x)
      known.bottom = y
    }
  }
  const seen = [...found].map(([name, { count, left, right, top, bottom }]) => [
    name,
    { share: count / (info.width * info.height), proportions: (right - left + 1) / (bottom - top + 1) },
  ])
  return Object.fromEntries(seen.filter(([, each]) => (each as Seen).share > least))
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
  frames = 60,
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
