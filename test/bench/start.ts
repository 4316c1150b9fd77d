import { workId, works } from './harness/catalogue.js'
import { peakResidentBytes } from './harness/processes.js'
import { fetched } from './harness/requests.js'
import { startBeffroi } from './harness/servers.js'
import type { Stage } from './harness/stage.js'
import { spreadOf } from './harness/statistics.js'
import { figure, type Line, megabytes, spread } from './harness/table.js'

/** How soon does a stopped server answer again, and what does it hold by then? */
export async function start(stage: Stage): Promise<readonly Line[]> {
  const seconds: number[] = []
  const resident: number[] = []
  for (let round = 0; round < stage.rounds; round += 1) {
    const begun = performance.now()
    const server = await startBeffroi({ directory: stage.directory, core: stage.cores.server }, stage.data)
    try {
      await fetched(`${server.base}/iiif/presentation/3/works/${workId(round)}/manifest`)
      seconds.push((performance.now() - begun) / 1000)
      resident.push((await peakResidentBytes(server.pid)) ?? Number.NaN)
    } finally {
      await server.stop()
    }
  }
  const with30000 = `with ${figure(works)} works`
  return [
    {
      what: `start to first manifest, ${with30000}`,
      beffroi: `${spread(spreadOf(seconds))} s`,
      reference: '',
      ratio: '',
      goal: '≤ 1 s',
    },
    {
      what: 'resident memory by then, at most',
      beffroi: megabytes(Math.max(...resident)),
      reference: '',
      ratio: '',
      goal: '≤ 250 MB',
    },
  ]
}
