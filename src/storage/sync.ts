import { open } from 'node:fs/promises'

/** Waits until a file, or the names in a folder, are on disc, where a power cut leaves them. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
