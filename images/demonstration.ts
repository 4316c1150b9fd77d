import { mkdir, open, rename, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type Errand, employ } from './crew.js'
import { type Commission, commissions } from './pictures.js'
import { tiffFrame } from './tiff.js'

export type Drawing = Readonly<{ file: string; width: number; height: number }>

export const drawings: readonly Drawing[] = commissions.map(({ file, width, height }) => ({ file, width, height }))

export type DrawingOptions = Readonly<{ onProgress?: (fraction: number, label: string) => void; signal?: AbortSignal }>

const MOST_HANDS = 4

/** Draws every picture into directory; resolves when all files are whole. */
export async function drawDemonstration(directory: string, { onProgress, signal }: DrawingOptions): Promise<void> {
  await mkdir(directory, { recursive: true })
  const unfinished = commissions.map(({ file }) => join(directory, `${file}.part`))
  try {
    await Promise.all(commissions.map((commission, index) => frame(commission, unfinished[index] ?? '')))
    await employ(errandsFor(unfinished), Math.min(MOST_HANDS, availableParallelism()), signal, progress(onProgress))
    for (const [index, path] of unfinished.entries())
      await rename(path, join(directory, commissions[index]?.file ?? ''))
  } finally {
    await Promise.all(unfinished.map(path => rm(path, { force: true })))
  }
}

async function frame({ width, height, bandHeight }: Commission, path: string): Promise<void> {
  const { head, tail, tailAt } = tiffFrame(width, height, bandHeight)
  const file = await open(path, 'w')
  try {
    await file.write(head, 0, head.length, 0)
    await file.write(tail, 0, tail.length, tailAt)
  } finally {
    await file.close()
  }
}

function errandsFor(paths: readonly string[]): Errand[] {
  return commissions.flatMap(({ height, bandHeight }, index) =>
    Array.from({ length: Math.ceil(height / bandHeight) }, (_, band) => ({
      index,
      path: paths[index] ?? '',
      top: band * bandHeight,
      rows: Math.min(bandHeight, height - band * bandHeight),
    })),
  )
}

function progress(onProgress: DrawingOptions['onProgress']): (errand: Errand) => void {
  const pixels = (index: number, rows: number) => (commissions[index]?.width ?? 0) * rows
  const whole = commissions.reduce((sum, { width, height }) => sum + width * height, 0)
  let painted = 0
  return ({ index, rows }) => {
    painted += pixels(index, rows)
    onProgress?.(painted / whole, commissions[index]?.label ?? '')
  }
}
