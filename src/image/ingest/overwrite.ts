import type { FileHandle } from 'node:fs/promises'
import type { ValuePlace } from '../tiff/directory.js'

/** Writes a number over one that stands in a TIFF directory; sides of pictures fit the shortest type there is. */
export async function overwrite(
  handle: FileHandle,
  { position, bytes, littleEndian }: ValuePlace,
  value: number,
): Promise<void> {
  const buffer = Buffer.alloc(bytes)
  if (littleEndian) buffer.writeUInt16LE(value, 0)
  else buffer.writeUInt16BE(value, bytes - 2)
  await handle.write(buffer, 0, bytes, position)
}
