/** An uncompressed RGB TIFF in one piece: quickest to write in any order, and quickest to read back. */
export const PIXELS_START = 256

const SHORT = 3
const LONG = 4

/** What stands before the pixels, and what stands after them. */
export type TiffFrame = Readonly<{ head: Buffer; tail: Buffer; tailAt: number }>

export function tiffFrame(width: number, height: number, rowsPerStrip: number): TiffFrame {
  const strips = Math.ceil(height / rowsPerStrip)
  const entries: readonly (readonly [tag: number, type: number, values: readonly number[]])[] = [
    [256, LONG, [width]],
    [257, LONG, [height]],
    [258, SHORT, [8, 8, 8]],
    [259, SHORT, [1]],
    [262, SHORT, [2]],
    [273, LONG, range(strips).map(strip => PIXELS_START + strip * rowsPerStrip * width * 3)],
    [277, SHORT, [3]],
    [278, LONG, [rowsPerStrip]],
    [279, LONG, range(strips).map(strip => Math.min(rowsPerStrip, height - strip * rowsPerStrip) * width * 3)],
    [284, SHORT, [1]],
  ]
  return layOut(entries, PIXELS_START + width * height * 3)
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index)

function layOut(entries: readonly (readonly [number, number, readonly number[]])[], directoryAt: number): TiffFrame {
  const directoryLength = 2 + entries.length * 12 + 4
  const directory = Buffer.alloc(directoryLength)
  const overflow: Buffer[] = []
  let overflowAt = directoryAt + directoryLength
  directory.writeUInt16LE(entries.length, 0)
  entries.forEach(([tag, type, values], index) => {
    const at = 2 + index * 12
    directory.writeUInt16LE(tag, at)
    directory.writeUInt16LE(type, at + 2)
    directory.writeUInt32LE(values.length, at + 4)
    const bytes = packed(type, values)
    if (bytes.length <= 4) bytes.copy(directory, at + 8)
    else {
      directory.writeUInt32LE(overflowAt, at + 8)
      overflow.push(bytes)
      overflowAt += bytes.length
    }
  })
  const head = Buffer.alloc(8)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(directoryAt, 4)
  return { head, tail: Buffer.concat([directory, ...overflow]), tailAt: directoryAt }
}

function packed(type: number, values: readonly number[]): Buffer {
  const size = type === SHORT ? 2 : 4
  const bytes = Buffer.alloc(values.length * size)
  values.forEach((value, index) => {
    if (type === SHORT) bytes.writeUInt16LE(value, index * size)
    else bytes.writeUInt32LE(value, index * size)
  })
  return bytes
}
