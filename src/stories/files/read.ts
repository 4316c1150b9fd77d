import type { StoryKind } from '../../catalogue/story.js'
import type { At } from '../../schema/mistakes.js'
import { type FieldReading, readFields, type Values } from './fields.js'
import { headForms } from './forms.js'
import { type FileRemark, type Origins, openOrigins } from './mistake.js'
import { firstOf, headOf, kindOf, type Opened, openFile, type StoryFile } from './open.js'
import { type Part, partsOf, partTold } from './parts.js'
import type { Piece } from './pieces.js'
import { stepsOfPlain } from './plain.js'

export type StoryFiles = Readonly<{
  /** What the story is called where its files do not say it. */
  slug: string
  files: readonly [StoryFile, ...StoryFile[]]
  /** Read by an analysis that names no work. */
  work?: string
  /** The title of a plain text that has none. */
  title?: string
}>

export const statuses = ['published', 'draft'] as const
export type Status = (typeof statuses)[number]

/** What the files say, to be checked as a story. */
export type Draft = Readonly<{
  input: Values
  status?: Status
  origins: Origins
  mistakes: readonly FileRemark[]
  /** How many steps were made of a text without headings. */
  plainSteps: number
  /** The title that it was given since it had none. */
  titled?: string
}>

export function readStoryFiles({ slug, files: [file, ...files], work, title }: StoryFiles): Draft {
  const mistakes: FileRemark[] = []
  const found = firstOf([openFile(file, mistakes), ...files.map(each => openFile(each, mistakes))])
  const kind = kindOf(found[0])
  const plain = kind === 'analysis' && found[0].pieces.parts.length === 0
  const [first, ...others] = plain ? withSteps(found) : found
  const origins = openOrigins(first.name)
  const parts = partsOf(first, kind)
  const texts: TextFound[] = []
  const { status, ...values } = readFirst(first, kind, parts, texts, origins)
  const titled = plain && parts.length > 0 && !texts.some(({ at }) => at.join() === 'title') ? title : undefined
  if (titled !== undefined) texts.push({ at: ['title'], language: first.language, words: titled })
  const languages = [first.language, ...others.map(({ language }) => language).toSorted()]
  const story = { slug, languages, ...(kind === 'analysis' && work !== undefined && { work }), ...values, kind }
  for (const other of others) readFurther(other, first, story, parts, texts, origins)
  checkFirst(first, story.languages, origins)
  return {
    input: withTexts(story, texts),
    ...(isStatus(status) && { status }),
    origins,
    mistakes,
    plainSteps: plain ? parts.length : 0,
    ...(titled !== undefined && { titled }),
  }
}

const withSteps = ([first, ...others]: readonly [Opened, ...Opened[]]): readonly [Opened, ...Opened[]] => [
  { ...first, pieces: stepsOfPlain(first.pieces) },
  ...others.map(each => ({ ...each, pieces: stepsOfPlain(each.pieces) })),
]

const isStatus = (value: unknown): value is Status => statuses.some(each => each === value)

function checkFirst({ name, language, say }: Opened, languages: unknown, origins: Origins): void {
  const [spoken] = Array.isArray(languages) ? languages : []
  if (spoken === undefined || spoken === language) return
  const { line } = origins.find(['languages'])
  say(line, `Expected "${language}" as the first language, since ${name} says all but texts, but found "${spoken}".`)
}

type TextFound = Readonly<{ at: At; language: string; words: string }>

const readingOf = (file: Opened, texts: TextFound[], origins: Origins): FieldReading => ({
  say: file.say,
  mark: (at, line) => origins.add(at, file.name, line),
  text(at, words, line) {
    origins.add([...at, file.language], file.name, line)
    texts.push({ at, language: file.language, words })
  },
})

/** All that the file in the first language says, but for its texts. */
function readFirst(
  file: Opened,
  kind: StoryKind,
  parts: readonly Part[],
  texts: TextFound[],
  origins: Origins,
): Values {
  const reading = readingOf(file, texts, origins)
  const word = { kind: 'word' } as const
  const head = readFields({ kind: word, slug: word, status: word, ...headForms[kind] }, headOf(file), [], reading)
  if (head.status !== undefined && !isStatus(head.status)) {
    const found = String(head.status).slice(0, 60)
    file.say(origins.find(['status']).line, `Expected one of ${statuses.join(', ')} for "status" but found "${found}".`)
  }
  const read = parts.map(part => {
    for (const at of [part.at, [...part.at, 'id']]) origins.add(at, file.name, part.line)
    const values = readFields(part.forms, part.told, part.at, reading)
    return { part, values: { id: part.id, ...values, ...(part.kind && { kind: part.kind }) } }
  })
  if (kind === 'analysis') return { ...head, steps: read.map(({ values }) => values) }
  const blocks = read.filter(({ part }) => part.kind !== undefined)
  const sections = read.filter(({ part }) => part.kind === undefined)
  const within = (number: number) => blocks.filter(({ part }) => part.at[1] === number).map(({ values }) => values)
  return { ...head, sections: sections.map(({ values }, number) => ({ ...values, blocks: within(number) })) }
}

/** The texts of a further language, each at its place in the story. */
function readFurther(
  file: Opened,
  { name }: Opened,
  story: Values,
  parts: readonly Part[],
  texts: TextFound[],
  origins: Origins,
): void {
  const value = (at: At): unknown =>
    at.reduce<unknown>((found, part) => (found as Record<string | number, unknown> | undefined)?.[part], story)
  const reading: FieldReading = {
    ...readingOf(file, texts, origins),
    // Where a thing is written is where its first file says it
    mark() {},
    first: { file: name, value },
  }
  readFields(headForms[story.kind === 'exhibition' ? 'exhibition' : 'analysis'], headOf(file), [], reading)
  const pieces = file.pieces.parts.filter(({ level }) => level > 1)
  const inOrder = pieces.every(({ id }) => id === undefined) && pieces.length === parts.length
  for (const [index, piece] of pieces.entries()) {
    const part = inOrder ? parts[index] : parts.find(({ id }) => id === piece.id)
    if (part) readFields(part.forms, partTold(piece, file.say), part.at, reading)
    else file.say(piece.line, noSuchPart(piece, name, parts))
  }
}

function noSuchPart({ id }: Piece, first: string, parts: readonly Part[]): string {
  const ids = parts.map(part => part.id)
  const listed = ids.length > 12 ? `${ids.slice(0, 12).join(', ')} …` : ids.join(', ')
  if (id !== undefined) return `There is no part "${id.slice(0, 60)}" in ${first}; there are ${listed}.`
  return `Expected at the end of this heading which part of ${first} it is, as "{#${ids[0] ?? 'id'}}"; there are ${listed}.`
}

/** The story with its texts in all their languages. */
function withTexts(story: Values, texts: readonly TextFound[]): Values {
  const whole = structuredClone(story) as Record<string | number, unknown>
  for (const { at, language, words } of texts) {
    let place = whole
    for (const part of at) {
      place[part] ??= {}
      place = place[part] as Record<string | number, unknown>
    }
    place[language] = words
  }
  return whole
}
