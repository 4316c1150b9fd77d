import { join } from 'node:path'
import { works } from './harness/catalogue.js'
import { timed } from './harness/processes.js'
import type { Stage } from './harness/stage.js'
import { spreadOf } from './harness/statistics.js'
import { figure, type Line, megabytes, spread } from './harness/table.js'

/** What does it take to prove a collection of a region's size, with every byte of its pyramids and without? */
export async function check(stage: Stage): Promise<readonly Line[]> {
  const program = [process.execPath, join(process.cwd(), 'dist/src/main.js'), 'check', '--data', stage.data]
  const whole = await measured(stage, program)
  const quick = await measured(stage, [...program, '--quick'])
  const what = `check of a collection of ${figure(works)} works`
  return [
    { what: `${what}, seconds`, ...own(`${spread(spreadOf(whole.seconds))} s`), goal: '' },
    { what: `the same with --quick`, ...own(`${spread(spreadOf(quick.seconds))} s`), goal: '' },
    { what: 'its peak of resident memory', ...own(megabytes(whole.peak)), goal: '' },
  ]
}

const own = (beffroi: string) => ({ beffroi, reference: '', ratio: '' })

async function measured(stage: Stage, program: readonly string[]) {
  const seconds: number[] = []
  let peak = 0
  for (let round = 0; round < Math.min(stage.rounds, 2); round += 1) {
    const run = await timed(program, stage.cores.server)
    seconds.push(run.seconds)
    peak = Math.max(peak, run.peakBytes ?? Number.NaN)
  }
  return { seconds, peak }
}
