import type { Comparison } from './compare.js'
import type { Spread } from './statistics.js'

/** One line of the table: what was measured, both sides, their ratio, the ratio of work done with the same processor time, the goal. */
export type Line = Readonly<{
  what: string
  beffroi: string
  reference: string
  ratio: string
  work?: string
  goal: string
}>

/** Names why a line is missing. */
export const skipped = (what: string, why: string): Line => ({
  what,
  beffroi: '',
  reference: '',
  ratio: `skipped: ${why}`,
  goal: '',
})

/** Lines of a comparison, one for each contender after the first. @param goals in the same order */
export const linesOf = (
  what: string,
  [own, ...others]: readonly Comparison[],
  goals: readonly string[],
): readonly Line[] =>
  others.map(({ name, rate, ratio, work }, index) => ({
    what,
    beffroi: own ? `${spread(own.rate)}/s` : '',
    reference: `${name} ${spread(rate)}/s`,
    ratio: spread(ratio),
    work: spread(work),
    goal: goals[index] ?? '',
  }))

/** `median (lowest–highest)` */
export const spread = ({ median, lowest, highest }: Spread): string =>
  `${figure(median)} (${figure(lowest)}–${figure(highest)})`

export const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? 'unknown' : `${Math.round(bytes / 1e6)} MB`

/** Three digits that count. */
export const figure = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))

export const markdown = (lines: readonly Line[]): string =>
  [
    '| what | Beffroi | reference | ratio | of work | goal |',
    '|---|---|---|---|---|---|',
    ...lines.map(
      line => `| ${[line.what, line.beffroi, line.reference, line.ratio, line.work ?? '', line.goal].join(' | ')} |`,
    ),
  ].join('\n')
