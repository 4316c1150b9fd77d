import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { truncate } from 'node:fs/promises'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DomainError } from '../../errors.js'
import { outOfSpace } from '../../image/ingest/reason.js'

/** How many bytes a file may have, and the failure where more come. */
export type Bound = Readonly<{ bytes: number; beyond: DomainError }>

/**
 * Appends what arrives to a file, which has `offset` bytes. What came before a connection broke stays; bytes beyond the
 * bound are not written.
 * @throws DomainError `too-large`, `no-space`; `invalid-request` where it broke off
 */
export async function receive(path: string, bytes: Readable, offset: number, bound: Bound): Promise<void> {
  const file = createWriteStream(path, { flags: offset === 0 ? 'w' : 'r+', start: offset, flush: true })
  try {
    await pipeline(bytes, boundedTo(bound, offset), file)
  } catch (error) {
    // What is still being written would come after the size is looked at
    if (!file.closed) await once(file, 'close').catch(() => undefined)
    if (outOfSpace(error)) {
      await truncate(path, offset).catch(() => undefined)
      throw new DomainError('no-space', 'There is no space left in the data directory; nothing more was kept.', {
        cause: error,
      })
    }
    throw isOfFiles(error) ? error : brokenOff(error)
  }
}

const isOfFiles = (error: unknown): boolean =>
  error instanceof DomainError ||
  (error instanceof Error && 'syscall' in error && !('code' in error && error.code === 'ECONNRESET'))

const brokenOff = (cause: unknown): DomainError =>
  new DomainError('invalid-request', 'The form or upload broke off before its end; go on, or send it again.', { cause })

function boundedTo({ bytes: most, beyond }: Bound, offset: number): Transform {
  let total = offset
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length
      if (total > most) done(beyond)
      else done(null, chunk)
    },
  })
}
