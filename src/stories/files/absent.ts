import type { At } from '../../schema/mistakes.js'

/** What to write where a story lacks something; undefined where it lacks nothing at that path. */
export function absentSentence(input: unknown, at: At): string | undefined {
  const value = at.reduce<unknown>(
    (found, part) => (found as Record<string | number, unknown> | undefined)?.[part],
    input,
  )
  if (value !== undefined && !(Array.isArray(value) && value.length === 0)) return undefined
  const name = String(at.at(-1) ?? '')
  return (at.length === 1 ? ofStory : ofPart)[name] ?? `Expected a line "${name}: …" among these data.`
}

const ofStory: Readonly<Record<string, string>> = {
  title: 'Expected a title of the story: write a line "# …" above its text.',
  work: 'Expected the id of the work that this analysis reads: write a line "work: …" between two lines "---" at the very top, or import with --work.',
  steps: 'Expected a step: write a heading "## …" and a text below it, or a text alone.',
  sections: 'Expected a section: write a heading "## …", and below it headings "### …" for what hangs there.',
}

const ofPart: Readonly<Record<string, string>> = {
  title: 'Expected the title of this section after its "##".',
  text: 'Expected a text below this heading; write one, or take the heading away.',
}
