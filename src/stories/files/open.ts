import { type StoryKind, storyKinds } from '../../catalogue/story.js'
import { readData, type Told, type ToldFields } from './data.js'
import { wordsOf } from './fields.js'
import type { FileRemark, Say } from './mistake.js'
import { type DataText, type Pieces, readPieces } from './pieces.js'

/** One file of a story: `fr.md` has a language by its name, a story in a single file says it, or is in French. */
export type StoryFile = Readonly<{ name: string; language?: string; text: string }>

/** A file taken apart; `front` is what stands at its very top. */
export type Opened = Readonly<{ name: string; language: string; pieces: Pieces; front: ToldFields; say: Say }>

const usual = 'fr'

export function openFile({ name, language, text }: StoryFile, mistakes: FileRemark[]): Opened {
  const say: Say = (line, sentence) => void mistakes.push({ file: name, line, sentence })
  const pieces = readPieces(text, say)
  const front = dataOf(pieces.data, say)
  const languages = front.fields.get('languages')
  const spoken = wordsOf(languages?.kind === 'list' ? languages.items[0] : languages)
  return { name, language: language ?? spoken ?? usual, pieces, front, say }
}

export const dataOf = (data: DataText | undefined, say: Say): ToldFields =>
  data ? readData(data, say) : { kind: 'fields', line: 1, fields: new Map() }

/** What a file says of the story as a whole: its front matter, its title and the text below that. */
export const headOf = ({ front, pieces: { title, text, textLine }, say }: Opened): ToldFields =>
  withWords(front, { title, summary: { text, line: textLine } }, say)

type Words = Readonly<{ text: string; line: number }>

/** Titles and texts that stand in the Markdown are fields like those of the data. */
export function withWords(told: ToldFields, words: Readonly<Record<string, Words | undefined>>, say: Say): ToldFields {
  const fields = new Map<string, Told>(told.fields)
  for (const [name, found] of Object.entries(words)) {
    if (!found || found.text === '') continue
    if (fields.has(name)) say(found.line, `The ${name} is said here and in the data above; keep one of the two.`)
    else fields.set(name, { kind: 'words', line: found.line, words: found.text })
  }
  return { ...told, fields }
}

/** The file that says all but texts is the one that says what kind of story it is, or the only one. */
export function firstOf(opened: readonly [Opened, ...Opened[]]): readonly [Opened, ...Opened[]] {
  const [telling, second] = opened.filter(({ front }) => front.fields.has('kind'))
  const main = telling ?? opened.find(({ front }) => front.fields.has('work')) ?? opened[0]
  second?.say(second.front.fields.get('kind')?.line ?? 1, `The story begins in ${main.name}; leave "kind" out here.`)
  return [main, ...opened.filter(each => each !== main)]
}

/** Where no kind is said, it is an analysis. */
export function kindOf({ front, say }: Opened): StoryKind {
  const told = front.fields.get('kind')
  const words = wordsOf(told) ?? 'analysis'
  const kind = storyKinds.find(each => each === words)
  if (!kind)
    say(told?.line ?? 1, `Expected one of ${storyKinds.join(', ')} for "kind" but found "${words.slice(0, 60)}".`)
  return kind ?? 'analysis'
}
