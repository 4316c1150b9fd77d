import type { Buffers, Lent } from './buffers.js'

/** Bytes behind the last that may be read: more than the ten blocks of an MCU (T.81 B.2.3) can take, whatever they hold. */
export const PADDING = 2304

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

/** The bits from a position in bits on: 25 of them at least, the first on top of 32. */
export const bitsAt = (bytes: DataView, position: number): number => bytes.getInt32(position >>> 3) << (position & 7)

export const viewOf = (buffer: Buffer): DataView => new DataView(buffer.buffer, buffer.byteOffset, buffer.length)

/** Writes entropy-coded data. */
export interface BitWriter {
  /** At most 16 bits. */
  put(value: number, count: number): void
  copy(bytes: DataView, from: number, to: number): void
  /** Fills the last byte up with ones (T.81 F.1.2.3), and puts bytes behind it; all of it, until it is given back. */
  finish(tail: Buffer): Lent
}

/** @param capacity bytes that are expected behind the head */
export function openBitWriter(head: Buffer, capacity: number, buffers: Buffers): BitWriter {
  let out = buffers.take(head.length + capacity + 64)
  let target = viewOf(out)
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
    target = viewOf(out)
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

  /** From whole bytes on; most of the work of a splice. @returns where the last four of them end */
  const copyFours = (bytes: DataView, from: number, to: number): number => {
    const shift = from & 7
    const view = target
    let [at, written] = [from >>> 3, length]
    for (const last = (to >>> 3) - 4; at < last; at += 4) {
      const four = (bytes.getInt32(at) << shift) | (bytes.getUint8(at + 4) >>> (8 - shift))
      if (hasMarker(four)) {
        length = written
        put(four >>> 16, 16)
        put(four & 0xffff, 16)
        written = length
      } else {
        view.setInt32(written, four)
        written += 4
      }
    }
    length = written
    return 8 * at + shift
  }

  return {
    put(value, bits) {
      reserve(bits)
      put(value, bits)
    },
    copy(bytes, from, to) {
      reserve(to - from)
      const first = Math.min(to - from, (8 - count) & 7)
      if (first > 0) put(bitsAt(bytes, from) >>> (32 - first), first)
      let position = copyFours(bytes, from + first, to)
      for (; to - position > 16; position += 16) put(bitsAt(bytes, position) >>> 16, 16)
      if (to > position) put(bitsAt(bytes, position) >>> (32 - to + position), to - position)
    },
    finish(tail) {
      reserve(8 * (tail.length + 1))
      if (count > 0) put(0xff >>> count, 8 - count)
      length += tail.copy(out, length)
      return { bytes: out.subarray(0, length), release: () => buffers.give(out) }
    },
  }
}

/** Whether any of four bytes is 0xFF, which a zero must follow. */
const hasMarker = (four: number): boolean => ((~four - 0x01010101) & four & 0x80808080) !== 0
