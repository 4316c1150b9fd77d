import { join } from 'node:path'
import { type Load, nodeLoad, openLoad } from './harness/load.js'
import { peakResidentBytes } from './harness/processes.js'
import { beffroiAddress, randomTiles } from './harness/requests.js'
import { type Server, startBeffroi } from './harness/servers.js'
import type { Stage } from './harness/stage.js'
import { ratiosOf, spreadOf } from './harness/statistics.js'
import { type Line, megabytes, spread } from './harness/table.js'

const clients = 100

/** Do tiles keep flowing while a crowd asks for the whole of a very large picture? */
export async function crowd(stage: Stage): Promise<readonly Line[]> {
  const beffroi = await startBeffroi({ directory: stage.directory, core: stage.cores.server }, stage.data)
  try {
    const viewers = openLoad(join(stage.directory, 'viewers'), stage.cores.load)
    const crowd = nodeLoad(join(stage.directory, 'crowd'), stage.cores.load)
    const idle: number[] = []
    const crowded: number[] = []
    let [answered, refused] = [0, 0]
    await tileP99(viewers, beffroi, 0, 1)
    for (let round = 1; round <= stage.rounds; round += 1) {
      idle.push(await tileP99(viewers, beffroi, round, stage.seconds))
      const wholes = {
        base: beffroi.base,
        addresses: wholesOf(round),
        connections: clients,
        seconds: stage.seconds + 1,
      }
      const asking = crowd.run(wholes)
      crowded.push(await tileP99(viewers, beffroi, round, stage.seconds))
      const { requests, failures } = await asking
      answered += requests - failures
      refused += failures
    }
    const resident = await peakResidentBytes(beffroi.pid)
    return [
      {
        what: `99th percentile of a tile while ${clients} clients ask for the whole of 300 megapixels, ms`,
        beffroi: spread(spreadOf(crowded)),
        reference: `idle ${spread(spreadOf(idle))}`,
        ratio: spread(ratiosOf(crowded, idle)),
        goal: '≤ 10',
      },
      {
        what: `resident memory at its peak meanwhile; ${answered} wholes answered, ${refused} turned away`,
        beffroi: megabytes(resident),
        reference: '',
        ratio: '',
        goal: '',
      },
    ]
  } finally {
    await beffroi.stop()
  }
}

async function tileP99(load: Load, { base }: Server, round: number, seconds: number): Promise<number> {
  const addresses = randomTiles(200 + round, 400).map(beffroiAddress)
  const { p99, requests, failures } = await load.run({ base, addresses, connections: 4, seconds })
  if (failures > 0) throw new Error(`${failures} of ${requests} tiles failed.`)
  return p99
}

/** The whole, each time a little otherwise: identical requests would be rendered once. */
const wholesOf = (round: number): readonly string[] => [
  '/iiif/image/3/picture/full/max/0/default.jpg',
  ...Array.from({ length: 400 }, (_, index) => `/iiif/image/3/picture/full/${7000 - round - index * 6},/0/default.jpg`),
]
