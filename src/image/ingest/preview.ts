import { openFile } from '../../storage/storage.js'
import { readDirectories } from '../tiff/directory.js'
import { tag } from '../tiff/levels.js'

const DNG_VERSION = 50706
const REDUCED = 1

/**
 * Whether a TIFF is a raw photograph inside (DNG, NEF, ARW): its first picture is then the camera's own preview, which
 * TIFF 6 marks as a reduced version of another. A file that cannot be read so is left to the decoder to judge.
 */
export async function isRawPhotograph(path: string): Promise<boolean> {
  const source = await openFile(path)
  try {
    const [first] = await readDirectories(source)
    const [kind = 0] = (await first?.numbers(tag.newSubfileType)) ?? []
    return (kind & REDUCED) !== 0 || ((await first?.numbers(DNG_VERSION)) ?? []).length > 0
  } catch {
    return false
  } finally {
    await source.close()
  }
}
