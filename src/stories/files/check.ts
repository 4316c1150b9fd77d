import type { Story } from '../../catalogue/story.js'
import type { Dimensions } from '../../image/geometry.js'
import { mostMistakes } from '../../schema/mistakes.js'
import { parseStory } from '../parse.js'
import { placeName } from '../place-name.js'
import { proseRemarks } from '../prose/remarks.js'
import { absentSentence } from './absent.js'
import type { FileRemark } from './mistake.js'
import type { Draft } from './read.js'

/** px of a work's view, the first where none is named; undefined where the catalogue has no such picture. */
export type PictureSize = (work: string, view?: string) => Dimensions | undefined

export type CheckedStory =
  | Readonly<{ story: Story; remarks: readonly FileRemark[] }>
  | Readonly<{ mistakes: readonly [FileRemark, ...FileRemark[]] }>

/** Makes a story of what the files say. Where they do not say how large a picture is, it is as large as it is now. */
export function checkStory(draft: Draft, sizeOf: PictureSize): CheckedStory {
  const [mistake, ...mistakes] = inLines(draft.mistakes)
  if (mistake) return { mistakes: [mistake, ...mistakes.slice(0, mostMistakes - 1)] }
  const parsed = parseStory(withSizes(draft.input, sizeOf))
  if ('mistakes' in parsed) {
    const [first, ...others] = parsed.mistakes.map(({ at, sentence }) => ({
      ...draft.origins.find(at),
      sentence: absentSentence(draft.input, at) ?? `${placeName(at)}: ${sentence}`,
    }))
    if (first) return { mistakes: [first, ...others] }
    throw new RangeError('A story that is refused has a mistake.')
  }
  return { story: parsed.story, remarks: inFiles(parsed.story, draft) }
}

function inLines(mistakes: readonly FileRemark[]): readonly FileRemark[] {
  const files = [...new Set(mistakes.map(({ file }) => file))]
  return mistakes.toSorted((one, other) => files.indexOf(one.file) - files.indexOf(other.file) || one.line - other.line)
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

const inFiles = (story: Story, { origins }: Draft): readonly FileRemark[] =>
  proseRemarks(story).map(({ at, line: within, sentence }) => {
    const { file, line } = origins.find(at)
    return { file, line: line + within - 1, sentence }
  })
