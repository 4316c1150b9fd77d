import type { FileHandle } from 'node:fs/promises'
import type { Dimensions } from '../geometry.js'
import type { Directory, ValuePlace } from '../tiff/directory.js'
import { photometric, type TiledLevel, tag } from '../tiff/levels.js'

/** Writes a number over one that stands in a TIFF directory; sides of pictures and what samples mean fit the shortest type there is. */
async function overwrite(
  handle: FileHandle,
  { position, bytes, littleEndian }: ValuePlace,
  value: number,
): Promise<void> {
  const buffer = Buffer.alloc(bytes)
  if (littleEndian) buffer.writeUInt16LE(value, 0)
  else buffer.writeUInt16BE(value, bytes - 2)
  await handle.write(buffer, 0, bytes, position)
}

/** Gives a level of a file other sides than it has; its tiles stay as they are. */
export async function writeSize(
  handle: FileHandle,
  { places }: TiledLevel,
  { width, height }: Dimensions,
): Promise<void> {
  await overwrite(handle, places.width, width)
  await overwrite(handle, places.height, height)
}

/** Calls the samples of a page RGB; they stay as they are. */
export async function writeRgb(handle: FileHandle, directory: Directory): Promise<void> {
  const place = directory.place(tag.photometric)
  if (place) await overwrite(handle, place, photometric.rgb)
}
