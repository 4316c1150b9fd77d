import { markKinds } from '../../catalogue/story.js'
import type { At } from '../../schema/mistakes.js'
import type { Told, ToldFields } from './data.js'
import { type Fields, type Form, markForms } from './forms.js'
import { openIds } from './ids.js'
import type { Say } from './mistake.js'
import { nearest } from './near.js'
import { markNotations } from './notation.js'

/** How the fields of one file are read. */
export type FieldReading = Readonly<{
  say: Say
  /** Receives where each thing is written. */
  mark(at: At, line: number): void
  /** Receives the texts, which are in the language of the file. */
  text(at: At, words: string, line: number): void
  /** In a file of a further language, the file that says all but texts, and what it says at a path. */
  first?: Readonly<{ file: string; value(at: At): unknown }>
}>

export type Values = Readonly<Record<string, unknown>>

/** What the known fields say, but for their texts. */
export function readFields(fields: Fields, told: ToldFields, at: At, reading: FieldReading): Values {
  const values: [string, unknown][] = []
  for (const [name, value] of told.fields) {
    const form = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!form) reading.say(value.line, unknownField(name, Object.keys(fields)))
    else values.push([name, readForm(form, value, [...at, name], reading)])
  }
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

function unknownField(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  const hint = near ? `did you mean "${near}"?` : `known are ${known.join(', ')}.`
  return `The field "${name.slice(0, 60)}" is not known here; ${hint}`
}

function readForm(form: Form, told: Told, at: At, reading: FieldReading): unknown {
  const { say, first } = reading
  reading.mark(at, told.line)
  switch (form.kind) {
    case 'text':
      if (told.kind !== 'words' || told.words === '') say(told.line, `Expected a text after "${nameOf(at)}:".`)
      else reading.text(at, told.words, told.line)
      return undefined
    case 'fields':
      if (told.kind === 'fields') return withinFirst(readFields(form.fields, told, at, reading), first !== undefined)
      return void say(told.line, `Expected below "${nameOf(at)}:" lines with ${Object.keys(form.fields).join(', ')}.`)
    case 'list':
      if (form.of.kind === 'mark') return readMarks(entriesOf(told), at, reading)
      if (first && holdsTexts(form.of)) return void readFurther(form.of, entriesOf(told), at, reading)
      if (!first) return entriesOf(told).map((entry, index) => readForm(form.of, entry, [...at, index], reading))
  }
  if (first)
    return void say(told.line, `Only texts stand in this file; "${nameOf(at)}" is said once, in ${first.file}.`)
  if (form.kind === 'notation') {
    const value = form.notation.parse(lineOf(told))
    if (value === undefined)
      say(told.line, `Expected ${form.notation.example} for "${nameOf(at)}" but found "${shown(lineOf(told))}".`)
    return value
  }
  if (told.kind !== 'words') return void say(told.line, `Expected one value after "${nameOf(at)}:".`)
  if (form.kind === 'word') return told.words
  const number = Number(told.words)
  if (told.words.trim() !== '' && Number.isFinite(number)) return number
  return void say(told.line, `Expected a number for "${nameOf(at)}" but found "${shown(told.words)}".`)
}

const holdsTexts = (form: Form): boolean =>
  form.kind === 'text' ||
  form.kind === 'mark' ||
  (form.kind === 'fields' && Object.values(form.fields).some(holdsTexts))

/** A further language adds no fields, only texts to those that there are. */
const withinFirst = (values: Values, further: boolean): Values | undefined => (further ? undefined : values)

function readFurther(form: Form, entries: readonly Told[], at: At, reading: FieldReading): void {
  const known = listAt(at, reading)
  if (entries.length > known.length)
    reading.say(
      entries[known.length]?.line ?? 1,
      `Expected at most the ${known.length} entries that "${nameOf(at)}" has in ${reading.first?.file}.`,
    )
  for (const [index, entry] of entries.slice(0, known.length).entries()) readForm(form, entry, [...at, index], reading)
}

function readMarks(entries: readonly Told[], at: At, reading: FieldReading): readonly Values[] | undefined {
  const marks = entries.flatMap(entry => {
    if (entry.kind === 'fields') return [entry]
    reading.say(entry.line, 'Expected a mark such as "- arrow: 5200,4800 5900,1000".')
    return []
  })
  if (reading.first) {
    for (const [index, mark] of marks.entries()) readLabel(mark, index, at, reading)
    return undefined
  }
  const idFor = openIds(marks.flatMap(({ fields }) => wordsOf(fields.get('id')) ?? []))
  const numbers = new Map<string, number>()
  return marks.map((mark, index) => {
    const { kind = '', ...values } = readMark(mark, [...at, index], reading)
    const number = (numbers.get(String(kind)) ?? 0) + 1
    numbers.set(String(kind), number)
    const id = values.id ?? idFor(wordsOf(mark.fields.get('label')) ?? '', '', `${kind}-${number}`)
    return { ...values, id, kind }
  })
}

function readMark(told: ToldFields, at: At, reading: FieldReading): Values {
  reading.mark(at, told.line)
  const [kind, ...others] = markKinds.filter(each => told.fields.has(each))
  if (kind === undefined || others.length > 0) {
    const found = kind === undefined ? [...told.fields.keys()].join(', ') : [kind, ...others].join(' and ')
    reading.say(told.line, `Expected a mark to be one of ${markKinds.join(', ')} but found ${shown(found)}.`)
    return {}
  }
  const drawn: Form = { kind: 'notation', notation: markNotations[kind] }
  const forms: Fields = { [kind]: drawn, id: { kind: 'word' }, label: { kind: 'text' }, ...markForms[kind] }
  const { [kind]: shape, ...values } = readFields(forms, told, at, reading)
  return { kind, ...values, ...(shape as Values | undefined) }
}

/** In a further language a mark is found by its id, or by its place among the marks. */
function readLabel(told: ToldFields, place: number, at: At, reading: FieldReading): void {
  const { id, ...others } = Object.fromEntries(told.fields)
  const known = listAt(at, reading).map(mark => (mark as Readonly<{ id?: unknown }>).id)
  const index = id === undefined ? place : known.indexOf(wordsOf(id))
  if (index < 0 || index >= known.length) {
    const there = known.length > 0 ? `there are ${known.join(', ')}` : 'there are none'
    reading.say(told.line, `There is no mark "${shown(wordsOf(id) ?? String(place + 1))}" here; ${there}.`)
    return
  }
  const labels: ToldFields = { ...told, fields: new Map(Object.entries(others)) }
  readFields({ label: { kind: 'text' } }, labels, [...at, index], reading)
}

function listAt(at: At, { first }: FieldReading): readonly unknown[] {
  const value = first?.value(at)
  return Array.isArray(value) ? value : []
}

export const wordsOf = (told: Told | undefined): string | undefined => (told?.kind === 'words' ? told.words : undefined)

const entriesOf = (told: Told): readonly Told[] => (told.kind === 'list' ? told.items : [told])

/** A list is read as if it stood on one line: `[100, 200, 3000, 2000]`. */
const lineOf = (told: Told): string =>
  told.kind === 'words' ? told.words : told.kind === 'list' ? told.items.map(lineOf).join(' ') : ''

const nameOf = (at: At): string => String(at.findLast(part => typeof part === 'string') ?? '')
const shown = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words)
