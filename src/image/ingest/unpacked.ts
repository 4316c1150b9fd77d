import { unpackJpeg2000 } from '../jp2/decode.js'
import type { BuildOptions, MasterFile } from './build.js'

/** Lets `work` read a master in a form that sharp reads: its own file, or a TIFF that it is unpacked to meanwhile. */
export async function readingMaster(
  { path, inspection }: MasterFile,
  { scratch, seconds, signal }: Pick<BuildOptions, 'scratch' | 'signal'> & Readonly<{ seconds: number }>,
  work: (path: string) => Promise<void>,
): Promise<void> {
  if (inspection.format !== 'jp2') return work(path)
  const unpacked = scratch.path('unpacked')
  try {
    await unpackJpeg2000(path, unpacked, { seconds, ...(signal ? { signal } : {}) })
    signal?.throwIfAborted()
    await work(unpacked)
  } finally {
    await scratch.discard(unpacked)
  }
}
