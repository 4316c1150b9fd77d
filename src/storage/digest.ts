import { createHash } from 'node:crypto'
import type { ByteSource } from './storage.js'

/** bytes in memory at a time */
const PIECE = 1 << 20

/** Reads a source once through. @returns its SHA-256 in hexadecimal */
export async function sha256Of(source: ByteSource, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for (let at = 0; at < source.bytes; at += PIECE) {
    signal?.throwIfAborted()
    hash.update(await source.read(at, Math.min(PIECE, source.bytes - at)))
  }
  return hash.digest('hex')
}
