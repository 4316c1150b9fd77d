import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { DomainError } from '../errors.js'

/** Large bodies on their way to clients, however slow, within one budget of bytes. */
export interface Sending {
  /**
   * A body as it is to be sent: small ones whole, large ones in pieces, one for each turn of the event loop, since a
   * hundred clients on fast lines would else fill their sockets one after the other while tiles wait.
   * @param whole what `body` is a part of, and keeps in memory
   * @throws DomainError `busy` where other large bodies have taken the budget
   */
  send(body: Buffer, whole?: Buffer): Buffer | Readable
  /** Of the large bodies under way; one that several clients are sent is counted once. */
  readonly bytes: number
}

/** Up to here a body is sent at one go; bytes. */
export const WHOLE = 1024 * 1024
const PIECE = 64 * 1024

/** @param budget bytes; one body may go, however large, when there is no other */
export function openSending(budget: number): Sending {
  const underWay = new Map<Buffer, number>()
  let bytes = 0

  const take = (whole: Buffer): void => {
    const clients = underWay.get(whole) ?? 0
    if (clients === 0 && bytes > 0 && bytes + whole.length > budget)
      throw new DomainError('busy', 'Too many large images are being sent; please ask again in a moment.')
    if (clients === 0) bytes += whole.length
    underWay.set(whole, clients + 1)
  }

  const release = (whole: Buffer): void => {
    const clients = (underWay.get(whole) ?? 1) - 1
    if (clients > 0) return void underWay.set(whole, clients)
    underWay.delete(whole)
    bytes -= whole.length
  }

  return {
    get bytes() {
      return bytes
    },
    send(body, whole = body) {
      if (body.length <= WHOLE) return body
      take(whole)
      return Readable.from(pieces(body), { objectMode: false, highWaterMark: PIECE }).once('close', () =>
        release(whole),
      )
    },
  }
}

async function* pieces(body: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += PIECE) {
    yield body.subarray(at, at + PIECE)
    await nextTurn()
  }
}
