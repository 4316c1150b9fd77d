import { type FileHandle, open } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { DomainError } from '../errors.js'

/** A file or object that bytes are read from at positions. */
export interface ByteSource {
  readonly bytes: number
  /** Exactly `length` bytes from `offset`. @throws DomainError `damaged` where the source ends before */
  read(offset: number, length: number): Promise<Buffer>
  /** The same, put into `target`, all of it. */
  readInto(target: Buffer, offset: number): Promise<void>
  close(): Promise<void>
}

/** Byte-range reads below one root; files now, object storage later. */
export interface Storage {
  /** @throws DomainError `damaged` where the file is missing */
  open(path: string): Promise<ByteSource>
}

export const fileStorage = (root: string): Storage => ({
  async open(path) {
    const inside = normalize(path)
    if (inside.startsWith('..') || inside.startsWith(sep))
      throw new DomainError('damaged', 'A stored path leaves its root.')
    return openFile(join(root, inside))
  },
})

/** Opens any file for positioned reads. */
export async function openFile(path: string): Promise<ByteSource> {
  const handle = await openHandle(path)
  const { size } = await handle.stat()
  const checkRange = (offset: number, length: number): void => {
    if (offset < 0 || length < 0 || offset + length > size)
      throw new DomainError('damaged', 'A stored file is shorter than its index says.')
  }
  const readInto = async (target: Buffer, offset: number): Promise<void> => {
    checkRange(offset, target.length)
    const { bytesRead } = await handle.read(target, 0, target.length, offset)
    if (bytesRead !== target.length) throw new DomainError('damaged', 'A stored file ends too early.')
  }
  return {
    bytes: size,
    async read(offset, length) {
      // Before so much is allocated
      checkRange(offset, length)
      const buffer = Buffer.allocUnsafe(length)
      await readInto(buffer, offset)
      return buffer
    },
    readInto,
    close: () => handle.close(),
  }
}

async function openHandle(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (cause) {
    throw new DomainError('damaged', 'A stored file is missing; run "beffroi ingest" again for its picture.', { cause })
  }
}
