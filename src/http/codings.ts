import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Weighted } from './weighted.js'

/** How a body is sent (RFC 9110 §8.4.1). */
export type Coding = 'br' | 'gzip' | 'identity'

/** bytes; below it compression costs more than it saves */
export const worthCompressing = 1024

/** What is sent compressed, the better first. */
export const compressions = ['br', 'gzip'] as const satisfies readonly Coding[]

/** Quality 5 of Brotli is where documents stop shrinking before they get dear: see docs/performance.md. */
const brotli = (body: Buffer): Buffer =>
  brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })

const encoders: Readonly<Record<Coding, (body: Buffer) => Buffer>> = {
  br: brotli,
  gzip: body => gzipSync(body),
  identity: body => body,
}

export const encode = (body: Buffer, coding: Coding): Buffer => encoders[coding](body)

/** RFC 9110 §12.5.3; the body as it is to those who say nothing, or like it better. */
export function bestCoding(accepted: readonly Weighted[]): Coding {
  const quality = (coding: Coding): number =>
    (accepted.find(({ name }) => name === coding) ?? accepted.find(({ name }) => name === '*'))?.quality ?? 0
  const plain = accepted.find(({ name }) => name === 'identity')?.quality ?? 0
  const [best] = compressions.toSorted((one, other) => quality(other) - quality(one))
  return best && quality(best) > 0 && quality(best) >= plain ? best : 'identity'
}
