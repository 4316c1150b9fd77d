import type { Buffers, Lent } from './buffers.js'

/** Bytes behind the last that may be read: more than a block can take. */
export const PADDING = 256

/**
 * Takes out the zero that T.81 F.1.2.3 puts behind each 0xFF of entropy-coded data, which begins at `start` of a buffer
 * with room for padding, and moves what is left to its beginning.
 * @param removed receives before which bytes of the outcome a zero stood
 * @returns how many bytes are left; zeroes follow them, to read on into
 */
export function unstuff(buffer: Buffer, start: number, end: number, removed?: number[]): number {
  let length = 0
  let from = start
  while (from < end) {
    const at = buffer.indexOf(0xff, from)
    const to = at < 0 || at >= end ? end : at + 1
    buffer.copyWithin(length, from, to)
    length += to - from
    if (to === end) break
    // Another byte than zero begins a marker, which ends the scan.
    if (buffer[to] !== 0) {
      length -= 1
      break
    }
    removed?.push(length)
    from = to + 1
  }
  buffer.fill(0, length, length + PADDING)
  return length
}

/** The 16 bits from a position in bits. */
export function peek16(bytes: Uint8Array, position: number): number {
  const at = position >>> 3
  const three = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number)
  return (three >>> (8 - (position & 7))) & 0xffff
}

/** Writes entropy-coded data. */
export interface BitWriter {
  /** At most 16 bits. */
  put(value: number, count: number): void
  copy(bytes: Uint8Array, from: number, to: number): void
  /** Fills the last byte up with ones (T.81 F.1.2.3), and puts bytes behind it; all of it, until it is given back. */
  finish(tail: Buffer): Lent
}

/** @param capacity bytes that are expected behind the head */
export function openBitWriter(head: Buffer, capacity: number, buffers: Buffers): BitWriter {
  let out = buffers.take(head.length + capacity + 64)
  let length = head.copy(out)
  let pending = 0
  let count = 0

  const reserve = (bits: number): void => {
    // Each byte may need a zero behind it.
    const most = length + (bits >>> 2) + 16
    if (most <= out.length) return
    const larger = buffers.take(Math.max(most, out.length + (out.length >>> 1)))
    out.copy(larger, 0, 0, length)
    buffers.give(out)
    out = larger
  }

  const put = (value: number, bits: number): void => {
    pending = (pending << bits) | value
    count += bits
    while (count >= 8) {
      count -= 8
      const byte = (pending >>> count) & 0xff
      out[length++] = byte
      if (byte === 0xff) out[length++] = 0
    }
    pending &= 0xff
  }

  return {
    put(value, bits) {
      reserve(bits)
      put(value, bits)
    },
    copy(bytes, from, to) {
      reserve(to - from)
      // To a whole byte of what is written; then each byte is cut out of two, which is most of the work of a splice.
      const first = Math.min(to - from, (8 - count) & 7)
      if (first > 0) put(peek16(bytes, from) >>> (16 - first), first)
      const whole = (to - from - first) >>> 3
      const shift = 8 - ((from + first) & 7)
      const target = out
      let [at, written] = [(from + first) >>> 3, length]
      let two = bytes[at] as number
      for (const end = at + whole; at < end; ) {
        at += 1
        two = ((two << 8) | (bytes[at] as number)) & 0xffff
        const byte = (two >>> shift) & 0xff
        target[written] = byte
        written += 1
        if (byte === 0xff) {
          target[written] = 0
          written += 1
        }
      }
      length = written
      const rest = (to - from - first) & 7
      if (rest > 0) put(peek16(bytes, to - rest) >>> (16 - rest), rest)
    },
    finish(tail) {
      reserve(8 * (tail.length + 1))
      if (count > 0) put(0xff >>> count, 8 - count)
      length += tail.copy(out, length)
      return { bytes: out.subarray(0, length), release: () => buffers.give(out) }
    },
  }
}
