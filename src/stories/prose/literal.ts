import type { ProseRemark } from './prose.js'

/** Marks of other kinds of Markdown, and slips of the pen, which readers see as they are written. */
const literals: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}#{1,6}[^\s#]/, 'A heading has a space after its "#"; this line is shown as it is written.'],
  [
    /^ {0,3}(?:region|marks|picture|counterpart|alternativeText) ?: ?/,
    'Data stand between a line "```yaml" and a line "```"; this line is shown as a text.',
  ],
  [/\[\^[^\s\]]+\]/, 'A text has no footnotes; this one is shown as it is written.'],
  [/^ {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$/, 'A text has no tables; this one is shown as it is written.'],
  [
    /\[[^[\]]+\]\[[^[\]]*\]/,
    'The address of a link stands in the text that has it, or beside its words: [words](https://…).',
  ],
]

/** @param within it begins within a line */
export const literalRemarks = (text: string, within: boolean): readonly ProseRemark[] =>
  text.split('\n').flatMap((line, index) => {
    const whole = within && index === 0 ? `…${line}` : line
    const [, sentence] = literals.find(([pattern]) => pattern.test(whole)) ?? []
    return sentence === undefined ? [] : [{ line: index + 1, sentence }]
  })
