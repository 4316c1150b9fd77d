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

/** Bytes in a buffer that is to be given back, once, when nobody reads them any more. */
export type Lent = Readonly<{ bytes: Buffer; release(): void }>

const most = { buffers: 24, bytes: 1 << 20 } as const
const STEP = 1 << 16

export function openBuffers(): Buffers {
  const free: Buffer[] = []
  return {
    take(length) {
      const fitting = free.filter(buffer => buffer.length >= length)
      const [smallest] = fitting.sort((a, b) => a.length - b.length)
      if (!smallest) return Buffer.allocUnsafeSlow(Math.ceil(length / STEP) * STEP)
      free.splice(free.indexOf(smallest), 1)
      return smallest
    },
    give(buffer) {
      if (buffer.length > most.bytes) return
      if (free.length === most.buffers) free.shift()
      free.push(buffer)
    },
  }
}
