import type { Story } from '../../catalogue/story.js'
import type { Mistake } from '../../schema/mistakes.js'
import { textsOf } from '../texts.js'
import { parseProse } from './parse.js'

/** What readers will not see of a story's prose, such as HTML; `line` is that of the text, from 1. */
export const proseRemarks = (story: Story): readonly (Mistake & Readonly<{ line: number }>)[] =>
  textsOf(story)
    .filter(({ prose }) => prose)
    .flatMap(({ at, texts }) =>
      Object.entries(texts).flatMap(([language, text]) =>
        parseProse(text).remarks.map(({ line, sentence }) => ({ at: [...at, language], line, sentence })),
      ),
    )
