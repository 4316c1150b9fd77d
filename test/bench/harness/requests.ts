import { get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { size } from './picture.js'
import { integerBelow, logUniform, randomFrom } from './random.js'

/** `region` px of the whole picture, `width` and `height` px of the answer. */
export type Part = Readonly<{ x: number; y: number; w: number; h: number; width: number; height: number }>

export const tileSize = 512

/** Whole tiles, each level as likely as any other. */
export function randomTiles(seed: number, count: number): readonly Part[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => {
    const side = tileSize * 2 ** integerBelow(random, 5)
    const x = side * integerBelow(random, Math.floor(size.width / side))
    const y = side * integerBelow(random, Math.floor(size.height / side))
    return { x, y, w: side, h: side, width: tileSize, height: tileSize }
  })
}

/** Details of any size and place at any smaller size, as pages, citations and comparisons ask for them. */
export function randomRegions(seed: number, count: number): readonly Part[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => {
    const w = logUniform(random, 300, 8000)
    const h = Math.min(size.height, Math.round(w * (0.6 + random())))
    const width = Math.min(w, logUniform(random, 150, 1200))
    const [x, y] = [integerBelow(random, size.width - w), integerBelow(random, size.height - h)]
    return { x, y, w, h, width, height: Math.max(1, Math.round((h * width) / w)) }
  })
}

const region = ({ x, y, w, h }: Part): string => `${x},${y},${w},${h}`

export const beffroiAddress = (part: Part): string =>
  `/iiif/image/3/picture/${region(part)}/${part.width},${part.height}/0/default.jpg`

/** @param form `w,` is the only one whose stored tiles iipsrv passes through in version 1.3 */
export const iipsrvAddress = (part: Part, form: 'w,' | 'w,h' = 'w,h'): string =>
  `/iiif?IIIF=picture.tif/${region(part)}/${part.width},${form === 'w,' ? '' : part.height}/0/default.jpg`

/**
 * The body of an answer as it was sent. @throws Error where it is not a success, or not in that coding
 */
export async function fetched(url: string, coding = 'identity'): Promise<Buffer> {
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': coding } }, resolve).on('error', reject)
  })
  const body = await buffer(reply)
  const { statusCode, headers } = reply
  if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}: ${body.toString('utf8', 0, 200)}`)
  if ((headers['content-encoding'] ?? 'identity') !== coding) throw new Error(`${url} was not sent as ${coding}.`)
  return body
}
