import type { Prose, Run } from './prose.js'

/** The words alone, paragraphs parted by empty lines. */
export const prosePlain = (prose: Prose): string =>
  prose
    .map(paragraph =>
      paragraph.kind === 'paragraph'
        ? runsPlain(paragraph.runs)
        : paragraph.items
            .map((item, index) => `${paragraph.ordered ? `${index + 1}.` : '•'} ${runsPlain(item)}`)
            .join('\n'),
    )
    .join('\n\n')

const runsPlain = (runs: readonly Run[]): string =>
  runs.map(run => (run.kind === 'text' ? run.text : run.kind === 'break' ? '\n' : runsPlain(run.runs))).join('')
