/**
 * Buffers that are filled again and again: memory outside the heap that is freed only by a collection of garbage makes
 * one due after every few requests.
 */
export interface Buffers {
  /** At least so many bytes, whatever they hold. */
  take(length: number): Buffer
  /** Of which nothing is used any more. */
  give(buffer: Buffer): void
}

const most = { buffers: 24, bytes: 1 << 20 } as const
const STEP = 1 << 16

export function openBuffers(): Buffers {
  const free: Buffer[] = []
  return {
    take(length) {
      const index = free.findIndex(buffer => buffer.length >= length)
      const [buffer] = index < 0 ? [] : free.splice(index, 1)
      return buffer ?? Buffer.allocUnsafeSlow(Math.ceil(length / STEP) * STEP)
    },
    give(buffer) {
      if (buffer.length > most.bytes) return
      if (free.length === most.buffers) free.shift()
      free.push(buffer)
    },
  }
}
