import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Up to here a body is sent whole; what is larger goes in pieces; bytes. */
export const WHOLE = 1024 * 1024
const PIECE = 64 * 1024

/**
 * A large body in pieces, one for each turn of the event loop: a hundred clients on fast lines who fetch large images
 * would else fill their sockets one after the other while tiles wait.
 */
export const paced = (body: Buffer): Buffer | Readable =>
  body.length <= WHOLE ? body : Readable.from(pieces(body), { objectMode: false, highWaterMark: PIECE })

async function* pieces(body: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += PIECE) {
    yield body.subarray(at, at + PIECE)
    await nextTurn()
  }
}
