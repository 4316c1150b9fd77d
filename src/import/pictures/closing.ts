import type { IngestEvent } from './ingest.js'

const outcomes = ['ingested', 'replaced', 'updated', 'unchanged', 'refused'] as const
type Outcome = (typeof outcomes)[number]

/** Sums up what became of the pictures, and names those that somebody must look at. */
export interface Tally {
  add(event: IngestEvent): void
  count(outcome: Outcome): number
  finished(): number
  /** The closing table. */
  toString(): string
}

/** How many names stand below one sentence before the rest is only counted. */
const MOST_NAMES = 20

export function openTally(passedOver: number): Tally {
  const counts: Record<Outcome, number> = { ingested: 0, replaced: 0, updated: 0, unchanged: 0, refused: 0 }
  const refusals = new Map<string, string[]>()
  const notes = new Map<string, string[]>()
  return {
    add(event) {
      if (event.kind === 'started') return
      counts[event.kind === 'refused' ? 'refused' : event.outcome] += 1
      if (event.kind === 'refused') note(refusals, event.why, event.name)
      else for (const sentence of event.notes) note(notes, sentence, event.name)
    },
    count: outcome => counts[outcome],
    finished: () => outcomes.reduce((sum, outcome) => sum + counts[outcome], 0),
    toString() {
      const rows = outcomes.map(outcome => `${outcome.padEnd(12)}${String(counts[outcome]).padStart(8)}`)
      if (passedOver > 0)
        rows.push(`${'passed over'.padEnd(12)}${String(passedOver).padStart(8)}  (no pictures by their names)`)
      return `${[...rows, ...section('Refused:', refusals), ...section('To know:', notes)].join('\n')}\n`
    },
  }
}

const note = (sentences: Map<string, string[]>, sentence: string, name: string): void => {
  const names = sentences.get(sentence)
  if (names) names.push(name)
  else sentences.set(sentence, [name])
}

function section(title: string, sentences: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (sentences.size === 0) return []
  return ['', title, ...[...sentences].flatMap(([sentence, names]) => entry(sentence, names))]
}

function entry(sentence: string, names: readonly string[]): readonly string[] {
  if (names.length === 1) return [`  ${names[0]}: ${sentence}`]
  const shown = names.slice(0, MOST_NAMES).map(name => `    ${name}`)
  const rest = names.length > MOST_NAMES ? [`    … and ${names.length - MOST_NAMES} more`] : []
  return [`  ${sentence}`, ...shown, ...rest]
}
