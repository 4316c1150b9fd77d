import { csvCell, printable } from '../../reporting/printable.js'
import type { FileRemark } from '../../stories/files/mistake.js'
import type { ImportedStory } from './import.js'

/** What an import of stories did, as it is told at its end. */
export type StoryTally = Readonly<
  Record<ImportedStory['outcome'] | 'published' | 'mistakes' | 'remarks', number> & {
    /** What the terminal shows of the stories that there is something to say of. */
    lines: readonly string[]
    unsaid: number
  }
>

/** Lines that a terminal gets of one story, and of all. */
const shownOfOne = 20
const shownInAll = 400

/** Counts stories as they come, in bounded space. */
export function openStoryTally() {
  const counts = { created: 0, updated: 0, unchanged: 0, refused: 0, published: 0, mistakes: 0, remarks: 0 }
  const lines: string[] = []
  let unsaid = 0
  return {
    add({ name, outcome, published, mistakes, remarks }: ImportedStory): void {
      counts[outcome] += 1
      counts.published += published ? 1 : 0
      counts.mistakes += mistakes.length
      counts.remarks += remarks.length
      const said = [...mistakes, ...remarks].map(remarkLine)
      const room = Math.max(0, Math.min(shownOfOne, shownInAll - lines.length))
      if (said.length > 0 && room > 0) lines.push('', `${printable(name)}: ${outcome}`, ...said.slice(0, room))
      unsaid += Math.max(0, said.length - room)
    },
    close: (): StoryTally => ({ ...counts, lines, unsaid }),
  }
}

/** `fr.md:12: Expected …`, as editors understand it. */
export const remarkText = ({ file, line, sentence }: FileRemark): string => printable(`${file}:${line}: ${sentence}`)

const remarkLine = (remark: FileRemark): string => `  ${remarkText(remark)}`

export function storiesText(tally: StoryTally, sentences: readonly string[], file: string, dryRun: boolean): string {
  const counted = ['created', 'updated', 'unchanged', 'refused', 'published'] as const
  const stories = tally.created + tally.updated + tally.unchanged + tally.refused
  const lines = [
    `${printable(file)}: ${stories} ${stories === 1 ? 'story' : 'stories'}`,
    ...counted.map(each => `  ${each.padEnd(20)}${tally[each].toLocaleString('en').padStart(9)}`),
    ...tally.lines,
    ...(tally.unsaid > 0 ? [`  … and ${tally.unsaid} more; --report FILE lists all`] : []),
    ...(sentences.length > 0 ? ['', ...sentences.slice(0, shownInAll).map(printable)] : []),
    ...(dryRun ? ['', 'This was a dry run: nothing was written.'] : []),
  ]
  return `${lines.join('\n')}\n`
}

export const storiesJson = ({ lines: _, unsaid: __, ...counts }: StoryTally, file: string, dryRun: boolean): string =>
  JSON.stringify({ file, kind: 'stories', dryRun, ...counts })

/** The header of the file of all remarks; a spreadsheet reads it with its accents for the byte order mark. */
export const storyRemarkHeader = '\uFEFFfile;line;fate;remark\r\n'

export const storyRemarkRows = ({ mistakes, remarks }: ImportedStory): string =>
  [...mistakes.map(each => ['refused', each] as const), ...remarks.map(each => ['kept', each] as const)]
    .map(([fate, { file, line, sentence }]) => [file, String(line), fate, sentence].map(csvCell).join(';'))
    .map(row => `${row}\r\n`)
    .join('')
