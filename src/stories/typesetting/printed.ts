import type { Prose, Run } from '../prose/prose.js'
import { typographic } from './typography.js'

/** Prose with its marks as they are printed, each text in its own language; a quotation may begin in one run and end in another. */
export const printed = (prose: Prose, language: string): Prose =>
  prose.map(paragraph =>
    paragraph.kind === 'paragraph'
      ? { ...paragraph, runs: printedRuns(paragraph.runs, language) }
      : { ...paragraph, items: paragraph.items.map(item => printedRuns(item, language)) },
  )

function printedRuns(runs: readonly Run[], language: string): readonly Run[] {
  const texts = typographic(textsOf(runs).join(between), language).split(between).values()
  const rebuilt = (all: readonly Run[]): readonly Run[] =>
    all.map(run => {
      if (run.kind === 'text') return { ...run, text: texts.next().value ?? '' }
      if (run.kind === 'break') return run
      if (run.kind === 'foreign') return { ...run, runs: printedRuns(run.runs, run.language) }
      return { ...run, runs: rebuilt(run.runs) }
    })
  return rebuilt(runs)
}

/** For private use (Unicode §23.5), so that no text says anything by it. */
const between = '\ue000'

/** In one language, without those in others. */
const textsOf = (runs: readonly Run[]): readonly string[] =>
  runs.flatMap(run => {
    if (run.kind === 'text') return [run.text.replaceAll(between, '')]
    return run.kind === 'break' || run.kind === 'foreign' ? [] : textsOf(run.runs)
  })
