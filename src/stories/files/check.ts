import type { Story } from '../../catalogue/story.js'
import type { Dimensions } from '../../image/geometry.js'
import { placeName } from '../mistakes.js'
import { parseStory } from '../parse.js'
import { parseProse } from '../prose/parse.js'
import { textsOf } from '../texts.js'
import type { FileRemark } from './mistake.js'
import type { Draft } from './read.js'

/** px of a work's view, the first where none is named; undefined where the catalogue has no such picture. */
export type PictureSize = (work: string, view?: string) => Dimensions | undefined

export type CheckedStory =
  | Readonly<{ story: Story; remarks: readonly FileRemark[] }>
  | Readonly<{ mistakes: readonly [FileRemark, ...FileRemark[]] }>

/** Lists longer than this say enough. */
const mostMistakes = 100

/** Makes a story of what the files say. Where they do not say how large a picture is, it is as large as it is now. */
export function checkStory(draft: Draft, sizeOf: PictureSize): CheckedStory {
  const [mistake, ...mistakes] = draft.mistakes
  if (mistake) return { mistakes: [mistake, ...mistakes.slice(0, mostMistakes - 1)] }
  const parsed = parseStory(withSizes(draft.input, sizeOf))
  if ('mistakes' in parsed) {
    const [first, ...others] = parsed.mistakes.map(({ at, sentence }) => ({
      ...draft.origins.find(at),
      sentence: `${placeName(at)}: ${sentence}`,
    }))
    if (first) return { mistakes: [first, ...others] }
    throw new RangeError('A story that is refused has a mistake.')
  }
  return { story: parsed.story, remarks: proseRemarks(parsed.story, draft) }
}

/** Works that are named anywhere in what the files say. */
export function worksIn(input: unknown): readonly string[] {
  if (typeof input !== 'object' || input === null) return []
  return [
    ...new Set(
      Object.entries(input).flatMap(([name, value]) =>
        name === 'work' && typeof value === 'string' ? [value] : worksIn(value),
      ),
    ),
  ]
}

function withSizes(value: unknown, sizeOf: PictureSize, around?: string): unknown {
  if (Array.isArray(value)) return value.map(each => withSizes(each, sizeOf, around))
  if (typeof value !== 'object' || value === null) return value
  const { work = around, view, region, marks, picture } = value as Readonly<Record<string, unknown>>
  const within = typeof work === 'string' ? work : undefined
  const whole = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withSizes(each, sizeOf, within)]))
  const drawn = region !== undefined || (Array.isArray(marks) && marks.length > 0)
  const size = drawn && picture === undefined && within ? sizeOf(within, wordsOf(view)) : undefined
  return size ? { ...whole, picture: { width: size.width, height: size.height } } : whole
}

const wordsOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const proseRemarks = (story: Story, { origins }: Draft): readonly FileRemark[] =>
  textsOf(story)
    .filter(({ prose }) => prose)
    .flatMap(({ at, texts }) =>
      Object.entries(texts).flatMap(([language, text]) => {
        const { file, line } = origins.find([...at, language])
        return parseProse(text).remarks.map(remark => ({
          file,
          line: line + remark.line - 1,
          sentence: remark.sentence,
        }))
      }),
    )
