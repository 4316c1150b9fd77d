import type { Story } from '../../catalogue/story.js'
import type { Mistake } from '../../schema/mistakes.js'
import { textsOf } from '../texts.js'
import { parseProse } from './parse.js'
import type { ProseRemark } from './prose.js'

/** What readers will not see of a story's texts as it was meant, such as HTML; `line` is that of the text, from 1. */
export const proseRemarks = (story: Story): readonly (Mistake & Readonly<{ line: number }>)[] =>
  textsOf(story).flatMap(({ at, texts, prose }) =>
    Object.entries(texts).flatMap(([language, text]) =>
      (prose ? parseProse(text).remarks : lineRemarks(text)).map(remark => ({ at: [...at, language], ...remark })),
    ),
  )

/** Titles, captions and the like are plain. */
function lineRemarks(text: string): readonly ProseRemark[] {
  const marked = parseProse(text).prose.some(
    paragraph =>
      paragraph.kind === 'paragraph' && paragraph.runs.some(({ kind }) => kind !== 'text' && kind !== 'break'),
  )
  const sentence =
    'Only summaries and texts have emphasis, links and HTML; here their marks are shown as they are written.'
  return marked ? [{ line: 1, sentence }] : []
}
