import type { ByteSource } from '../../../src/storage/storage.js'

/** A file in memory that says how much of it was asked for, and takes a wrong question as a fault of the reader. */
export function inMemory(file: Buffer): ByteSource & { requested: number; reads: number } {
  return {
    requested: 0,
    reads: 0,
    bytes: file.length,
    async read(offset, length) {
      if (!(offset >= 0 && length >= 0 && offset + length <= file.length))
        throw new Error(`The reader asked for ${length} bytes at ${offset} of a file of ${file.length}.`)
      this.requested += length
      this.reads += 1
      return file.subarray(offset, offset + length)
    },
    async readInto(target, offset) {
      ;(await this.read(offset, target.length)).copy(target)
    },
    async close() {},
  }
}
