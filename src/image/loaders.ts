import { availableParallelism } from 'node:os'
import sharp from 'sharp'

/** What libvips may read in this process, by class; each covers files and buffers. */
const allowed = [
  'VipsForeignLoadTiff',
  'VipsForeignLoadJpeg',
  'VipsForeignLoadPng',
  'VipsForeignLoadWebp',
  'VipsForeignLoadNsgif',
  'VipsForeignLoadHeif',
  // Only what drawing/ink.ts writes: masters that are SVG are refused by their first bytes.
  'VipsForeignLoadSvg',
]

// At import, so that no sharp of this process is ever less strict: a loader that is blocked cannot be attacked.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: allowed })
// The cache goes by file name, and would show what a file held before it was replaced.
sharp.cache(false)
// Lanes bound how many images are made at once; each takes one thread, unless told otherwise below.
sharp.concurrency(1)

/** The one sharp of the image engine, which reads the formats above and nothing else. */
export { sharp }

/** Gives each of so many pictures at once its share of the cores while `work` runs. */
export async function sharingCores<T>(jobs: number, work: () => Promise<T>): Promise<T> {
  const before = sharp.concurrency()
  sharp.concurrency(Math.max(1, Math.floor(availableParallelism() / jobs)))
  try {
    return await work()
  } finally {
    sharp.concurrency(before)
  }
}
