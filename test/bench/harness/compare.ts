import type { Outcome } from './load.js'
import type { Stage } from './stage.js'
import { ratiosOf, type Spread, spreadOf } from './statistics.js'

/** Who is asked the same thing, each in its own spelling. */
export type Contender = Readonly<{ name: string; base: string; addresses(round: number): readonly string[] }>

/** Answers a second of each contender, and the ratio of the first's to each other's, round by round. */
export type Comparison = Readonly<{ name: string; rate: Spread; ratio: Spread; p99: Spread; bytes: number }>

/**
 * Asks the contenders in turn, A B A B …, after a round to warm up that does not count.
 * @throws Error where any answer was not a success
 */
export async function alternate(
  { load, rounds, seconds }: Pick<Stage, 'load' | 'rounds' | 'seconds'>,
  contenders: readonly Contender[],
  connections = 8,
): Promise<readonly Comparison[]> {
  const outcomes = contenders.map((): Outcome[] => [])
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, { name, base, addresses }] of contenders.entries()) {
      const asking = { base, addresses: addresses(round), connections, seconds: round === 0 ? 1 : seconds }
      const outcome = await load.run(asking)
      if (outcome.failures > 0) throw new Error(`${name} failed ${outcome.failures} of ${outcome.requests} requests.`)
      if (round > 0) outcomes[index]?.push(outcome)
    }
  const rates = outcomes.map(list => list.map(({ requests, seconds: taken }) => requests / taken))
  return contenders.map(({ name }, index) => ({
    name,
    rate: spreadOf(rates[index] ?? []),
    ratio: ratiosOf(rates[0] ?? [], rates[index] ?? []),
    p99: spreadOf((outcomes[index] ?? []).map(({ p99 }) => p99)),
    bytes: spreadOf((outcomes[index] ?? []).map(({ bytes, requests }) => bytes / requests)).median,
  }))
}
