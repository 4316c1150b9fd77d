import { randomInt } from 'node:crypto'
import { alternate, type Contender } from './harness/compare.js'
import { type Fidelity, fidelityOf } from './harness/fidelity.js'
import { beffroiAddress, fetched, iipsrvAddress, randomRegions } from './harness/requests.js'
import { startBeffroi, startIipsrv } from './harness/servers.js'
import type { Stage } from './harness/stage.js'
import { figure, type Line, linesOf, skipped } from './harness/table.js'

const what = 'arbitrary region and size to JPEG'

/** A server runs for months; its first seconds, in which it compiles itself and learns its tiles, are a line of their own. */
const WARM_UP_SECONDS = 20
const FRESH_ROUNDS = 2

/** Who makes a picture that was never asked for faster, and is it as good for its bytes? */
export async function regions(stage: Stage): Promise<readonly Line[]> {
  const { iipsrv } = stage.found
  if (!iipsrv) return [skipped(what, 'iipsrv is not installed')]
  const place = { directory: stage.directory, core: stage.cores.server }
  const beffroi = await startBeffroi(place, stage.data)
  const other = await startIipsrv(place, iipsrv, stage.pyramids)
  try {
    // Regions that no other round and no earlier run asked for, so that no cache of answers helps anybody.
    const seed = randomInt(2 ** 30)
    const of = (round: number) => randomRegions(seed + round, 4000)
    const contenders = (first: number): readonly Contender[] => [
      { name: 'Beffroi', ...beffroi, addresses: round => of(first + round).map(beffroiAddress) },
      { name: 'iipsrv', ...other, addresses: round => of(first + round).map(part => iipsrvAddress(part)) },
    ]
    const fresh = await alternate({ ...stage, rounds: FRESH_ROUNDS }, contenders(0))
    const compared = await alternate(stage, contenders(FRESH_ROUNDS + 1), { warmUp: WARM_UP_SECONDS })
    const sample = randomRegions(99, 40)
    const own = await fidelityOf(stage.master, sample, part => fetched(`${beffroi.base}${beffroiAddress(part)}`))
    const theirs = await fidelityOf(stage.master, sample, part => fetched(`${other.base}${iipsrvAddress(part)}`))
    return [
      ...linesOf(what, compared, ['≥ 1.2']),
      ...linesOf('the same, in the first seconds of a server', fresh, []),
      ...fidelityLines(own, theirs),
    ]
  } finally {
    await beffroi.stop()
    await other.stop()
  }
}

const fidelityLines = (own: Fidelity, theirs: Fidelity): readonly Line[] => [
  {
    what: 'their SSIM against Lanczos from the master',
    beffroi: own.ssim.toFixed(4),
    reference: `iipsrv ${theirs.ssim.toFixed(4)}`,
    ratio: figure(own.ssim / theirs.ssim),
    goal: '≥ 1',
  },
  {
    what: 'their bytes',
    beffroi: `${figure(own.bytes / 1000)} kB`,
    reference: `iipsrv ${figure(theirs.bytes / 1000)} kB`,
    ratio: figure(own.bytes / theirs.bytes),
    goal: '≤ 1',
  },
]
