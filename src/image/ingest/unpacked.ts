import { unpackJpeg2000 } from '../jp2/decode.js'
import type { BuildOptions, MasterFile } from './build.js'
import { unpackCielab } from './cielab.js'

type Options = Pick<BuildOptions, 'scratch' | 'signal'> & Readonly<{ seconds: number }>

/** Lets `work` read a master in a form that sharp reads: a page of its own file, or of a TIFF that it is unpacked to meanwhile. */
export async function readingMaster(
  master: MasterFile,
  options: Options,
  work: (path: string, page: number) => Promise<void>,
): Promise<void> {
  const { path, inspection } = master
  if (inspection.format !== 'jp2' && !inspection.cielab) return work(path, inspection.page)
  const { scratch, signal } = options
  const unpacked = scratch.path('unpacked')
  try {
    await unpack(master, unpacked, options)
    signal?.throwIfAborted()
    await work(unpacked, 0)
  } finally {
    await scratch.discard(unpacked)
  }
}

async function unpack({ path, inspection }: MasterFile, unpacked: string, options: Options): Promise<void> {
  const { scratch, seconds, signal } = options
  const bounds = { seconds, ...(signal ? { signal } : {}) }
  if (!inspection.cielab) return unpackJpeg2000(path, unpacked, bounds)
  const copy = scratch.path('unpacked')
  try {
    await unpackCielab(path, inspection.cielab, { page: inspection.page, copy, unpacked, ...bounds })
  } finally {
    await scratch.discard(copy)
  }
}
