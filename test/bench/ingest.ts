import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { timed } from './harness/processes.js'
import type { Stage } from './harness/stage.js'
import { ratiosOf, spreadOf } from './harness/statistics.js'
import { type Line, megabytes, skipped, spread } from './harness/table.js'

const what = 'ingest of 300 megapixels, seconds'

/** What does ingest cost beside a bare conversion, which neither checks nor catalogues? */
export async function ingest(stage: Stage): Promise<readonly Line[]> {
  if (!stage.found.vips) return [skipped(what, 'vips is not installed')]
  const folder = join(stage.directory, 'ingest')
  const own: Measured[] = []
  const theirs: Measured[] = []
  for (let round = 0; round < Math.min(stage.rounds, 3); round += 1) {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder)
    theirs.push(await timed(['vips', 'tiffsave', stage.master, join(folder, 'out.tif'), ...asOurs], stage.cores.server))
    const program = [process.execPath, join(process.cwd(), 'dist/src/main.js'), 'ingest', stage.master]
    own.push(await timed([...program, '--create-works', '--data', join(folder, 'data')], stage.cores.server))
  }
  await rm(folder, { recursive: true, force: true })
  return [
    {
      what,
      beffroi: spread(spreadOf(own.map(seconds))),
      reference: `vips tiffsave ${spread(spreadOf(theirs.map(seconds)))}`,
      ratio: spread(ratiosOf(own.map(seconds), theirs.map(seconds))),
      goal: '≤ 1.3',
    },
    {
      what: 'its peak of resident memory',
      beffroi: megabytes(peak(own)),
      reference: `vips tiffsave ${megabytes(peak(theirs))}`,
      ratio: '',
      goal: '≤ 600 MB',
    },
  ]
}

type Measured = Readonly<{ seconds: number; peakBytes: number | undefined }>

const seconds = (measured: Measured): number => measured.seconds
const peak = (all: readonly Measured[]): number | undefined =>
  all.every(({ peakBytes }) => peakBytes !== undefined)
    ? Math.max(...all.map(({ peakBytes }) => peakBytes ?? 0))
    : undefined

/** The same tiles as ours. */
const asOurs = '--tile --pyramid --compression jpeg --Q 88 --tile-width 512 --tile-height 512'.split(' ')
