import { Document, isMap, isScalar, isSeq, Scalar, visit } from 'yaml'
import type { Block, Mark, Story } from '../../catalogue/story.js'
import { textsOf } from '../texts.js'
import { blockForms, type Fields, type Form, headForms, markForms, sectionForms, stepForms } from './forms.js'
import { markNotations } from './notation.js'
import { readPieces } from './pieces.js'
import type { Status } from './read.js'

export type WrittenFile = Readonly<{ name: string; text: string }>

/**
 * The files of a story, one a language: that of its first language says everything, the others hold texts alone.
 * Read again they give the same story; titles and texts that Markdown would not give back as they are stand in the data.
 */
export const writeStory = (story: Story, status: Status): readonly WrittenFile[] =>
  languagesOf(story).map((language, index) => ({
    name: `${language}.md`,
    text: fileOf(story, status, { language, first: index === 0 }),
  }))

/** Those it is published in, and those that some text of it is written in. */
function languagesOf(story: Story): readonly string[] {
  const written = textsOf(story).flatMap(({ texts }) => Object.keys(texts))
  const further = [...new Set(written)].filter(each => !story.languages.includes(each)).toSorted()
  return [...story.languages.filter((each, index) => index === 0 || written.includes(each)), ...further]
}

type Writing = Readonly<{ language: string; first: boolean }>
type Values = Readonly<Record<string, unknown>>

function fileOf(story: Story, status: Status, writing: Writing): string {
  const { title, summary, ...head } = valuesOf(headForms[story.kind], story, writing)
  const sections = story.kind === 'analysis' ? [] : story.sections
  const parts =
    story.kind === 'analysis'
      ? story.steps.map(step => partText('##', step.id, valuesOf(stepForms, step, writing), writing))
      : sections.flatMap(section => [
          partText('##', section.id, valuesOf(sectionForms, section, writing), writing),
          ...section.blocks.map(block => partText('###', block.id, blockValues(block, writing), writing)),
        ])
  const front = { ...(writing.first && { kind: story.kind, status }), ...head }
  return [...headText(front, title, summary), ...parts.flat()].join('\n\n').concat('\n')
}

const blockValues = (block: Block, writing: Writing): Values => ({
  ...(writing.first && { kind: block.kind }),
  ...valuesOf(blockForms[block.kind], block, writing),
})

function headText(front: Values, title: unknown, summary: unknown): readonly string[] {
  const [heading, text] = [titleIn('#', title), textIn('head', summary)]
  const data = {
    ...front,
    ...(title !== undefined && heading === undefined && { title }),
    ...(summary !== undefined && text === undefined && { summary }),
  }
  return [
    ...(Object.keys(data).length > 0 ? [`---\n${yamlOf(data)}---`] : []),
    ...(heading === undefined ? [] : [heading]),
    ...(text === undefined ? [] : [text]),
  ]
}

/** A heading, data and text, as far as there are any; in a further language nothing where there is no text. */
function partText(
  marks: string,
  id: string,
  { title, text, ...values }: Values,
  { first }: Writing,
): readonly string[] {
  const ending = ` {#${id}}`
  const [heading, body] = [titleIn(marks, title, ending), textIn('part', text)]
  const data = {
    ...values,
    ...(title !== undefined && heading === undefined && { title }),
    ...(text !== undefined && body === undefined && { text }),
  }
  const bare = Object.keys(data).length === 0
  if (bare && title === undefined && text === undefined && !first) return []
  return [
    heading ?? `${marks}${ending}`,
    ...(bare ? [] : [`\`\`\`yaml\n${yamlOf(data)}\`\`\``]),
    ...(body === undefined ? [] : [body]),
  ]
}

/** Undefined where a heading would not give the title back. */
function titleIn(marks: string, title: unknown, ending = ''): string | undefined {
  if (typeof title !== 'string' || unwritable.test(title)) return undefined
  const line = `${marks} ${title}${ending}`
  const pieces = readPieces(line, () => {})
  const [part] = pieces.parts
  return (part ? part.title : pieces.title?.text) === title ? line : undefined
}

/** Undefined where the text would not come back as it is from below the title of a story, or the heading of a part. */
function textIn(place: 'head' | 'part', text: unknown): string | undefined {
  if (typeof text !== 'string' || unwritable.test(text) || text.startsWith('---')) return undefined
  let whole = true
  const { title, parts, ...head } = readPieces(place === 'head' ? `# x\n\n${text}\n` : `## {#x}\n\n${text}\n`, () => {
    whole = false
  })
  const [part, second] = parts
  const found = place === 'head' ? head : part
  const alone = place === 'head' ? part === undefined : second === undefined && title === undefined
  return whole && alone && found?.text === text && !found.data ? text : undefined
}

// Controls, halves of characters, byte order marks: what files and editors do not keep
const unwritable = /(?![\t\n])[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u

/** What a thing says in one language; in the first also all that is no text. */
function valuesOf(fields: Fields, thing: object, writing: Writing): Values {
  const entries = Object.entries(fields).map(([name, form]) => {
    const value = (thing as Values)[name]
    return [name, value === undefined ? undefined : written(form, value, writing)] as const
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function written(form: Form, value: unknown, writing: Writing): unknown {
  const { first, language } = writing
  switch (form.kind) {
    case 'text':
      return Object.hasOwn(value as object, language) ? (value as Values)[language] : undefined
    case 'fields': {
      const values = valuesOf(form.fields, value as object, writing)
      return first || Object.keys(values).length > 0 ? values : undefined
    }
    case 'list':
      return writtenList(form.of, value as readonly unknown[], writing)
    case 'mark':
      return markValues(value as Mark, writing)
    case 'notation':
      return first ? form.notation.format(value) : undefined
    default:
      return first ? value : undefined
  }
}

/** Entries without texts keep their place in files of further languages, but not at the end; marks have ids instead. */
function writtenList(of: Form, entries: readonly unknown[], writing: Writing): readonly unknown[] | undefined {
  const values = entries.map(entry => written(of, entry, writing))
  if (writing.first) return values
  if (of.kind === 'mark') return values.some(each => each !== undefined) ? values.filter(Boolean) : undefined
  const last = values.findLastIndex(each => each !== undefined)
  return last < 0 ? undefined : values.slice(0, last + 1).map(each => each ?? {})
}

function markValues(mark: Mark, { first, language }: Writing): Values | undefined {
  const { id, kind, label = {} } = mark
  const words = Object.hasOwn(label, language) ? { label: label[language] } : undefined
  if (!first) return words && { id, ...words }
  const format = markNotations[kind].format as (mark: Mark) => string
  const others = Object.keys(markForms[kind]).map(name => [name, (mark as unknown as Values)[name]] as const)
  return {
    [kind]: format(mark),
    id,
    ...words,
    ...Object.fromEntries(others.filter(([, value]) => value !== undefined)),
  }
}

const longestRow = 80

function yamlOf(values: Values): string {
  const document = new Document(values)
  visit(document, (_, node) => {
    if (isScalar(node) && typeof node.value === 'string' && unwritable.test(node.value)) node.type = Scalar.QUOTE_DOUBLE
    // Names of languages and persons stand on one line
    if (isSeq(node) && node.items.every(item => isScalar(item)) && lengthOf(node.items) <= longestRow) node.flow = true
    if (isMap(node) && node.items.length === 0) node.flow = true
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

const lengthOf = (items: readonly unknown[]): number =>
  items.reduce<number>((sum, item) => sum + (isScalar(item) ? String(item.value).length + 2 : 0), 0)
