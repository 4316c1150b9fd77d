import type { Outcome } from './load.js'
import { processorSeconds } from './processes.js'
import type { Stage } from './stage.js'
import { ratiosOf, type Spread, spreadOf } from './statistics.js'

/** Who is asked the same thing, each in its own spelling. */
export type Contender = Readonly<{
  name: string
  base: string
  pids: readonly number[]
  /** Beside what every request has. */
  headers?: Readonly<Record<string, string>>
  addresses(round: number): readonly string[]
}>

/**
 * Answers a second of each contender, and the ratio of the first's to each other's, round by round. `work` is the same
 * ratio for answers a second of processor time, which neighbours on the machine disturb less.
 */
export type Comparison = Readonly<{ name: string; rate: Spread; ratio: Spread; work: Spread; bytes: number }>

/**
 * Asks the contenders in turn, A B A B …, after a round to warm up, of so many seconds, that does not count.
 * @throws Error where any answer was not a success
 */
export async function alternate(
  { load, rounds, seconds }: Pick<Stage, 'load' | 'rounds' | 'seconds'>,
  contenders: readonly Contender[],
  { connections = 8, warmUp = Math.min(1, seconds) }: Readonly<{ connections?: number; warmUp?: number }> = {},
): Promise<readonly Comparison[]> {
  const measured = contenders.map((): Measured[] => [])
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, { name, base, pids, headers, addresses }] of contenders.entries()) {
      const asking = {
        base,
        ...(headers && { headers }),
        addresses: addresses(round),
        connections,
        seconds: round === 0 ? warmUp : seconds,
      }
      const before = await processorOf(pids)
      const outcome = await load.run(asking)
      const processor = (await processorOf(pids)) - before
      if (outcome.failures > 0) throw new Error(`${name} failed ${outcome.failures} of ${outcome.requests} requests.`)
      if (round > 0) measured[index]?.push({ ...outcome, processor })
    }
  const each = (index: number, of: (one: Measured) => number) => (measured[index] ?? []).map(of)
  const rate = ({ requests, seconds }: Measured) => requests / seconds
  const work = ({ requests, processor }: Measured) => requests / processor
  return contenders.map(({ name }, index) => ({
    name,
    rate: spreadOf(each(index, rate)),
    ratio: ratiosOf(each(0, rate), each(index, rate)),
    work: ratiosOf(each(0, work), each(index, work)),
    bytes: spreadOf(each(index, ({ bytes, requests }) => bytes / requests)).median,
  }))
}

/** `processor`: seconds used on the server's side. */
type Measured = Outcome & Readonly<{ processor: number }>

async function processorOf(pids: readonly number[]): Promise<number> {
  const seconds = await Promise.all(pids.map(processorSeconds))
  return seconds.reduce((sum, one) => sum + one, 0)
}
