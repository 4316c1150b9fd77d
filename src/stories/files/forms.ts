import type { BlockKind, MarkKind } from '../../catalogue/story.js'
import { boxNotation, type Notation, sizeNotation } from './notation.js'

/** How a field of a story is written in its files. */
export type Form =
  /** Words in the language of the file. */
  | Readonly<{ kind: 'text' }>
  | Readonly<{ kind: 'word' }>
  | Readonly<{ kind: 'number' }>
  // biome-ignore lint/suspicious/noExplicitAny: each notation has values of its own
  | Readonly<{ kind: 'notation'; notation: Notation<any> }>
  | Readonly<{ kind: 'fields'; fields: Fields }>
  /** Files of further languages repeat a list's entries in the same order, marks by their ids. */
  | Readonly<{ kind: 'list'; of: Form }>
  | Readonly<{ kind: 'mark' }>

/** In the order in which they are written. */
export type Fields = Readonly<Record<string, Form>>

const text: Form = { kind: 'text' }
const word: Form = { kind: 'word' }
const number: Form = { kind: 'number' }
const words: Form = { kind: 'list', of: word }
const fields = (of: Fields): Form => ({ kind: 'fields', fields: of })

const place: Fields = {
  view: word,
  region: { kind: 'notation', notation: boxNotation },
  picture: { kind: 'notation', notation: sizeNotation },
}
const detail: Fields = { work: word, ...place }
const marks: Form = { kind: 'list', of: { kind: 'mark' } }

const head: Fields = {
  languages: words,
  title: text,
  subtitle: text,
  summary: text,
  authors: words,
  credits: { kind: 'list', of: fields({ role: text, names: words }) },
  cover: fields(detail),
  rights: fields({ uri: word, credit: text }),
}

export const headForms = {
  analysis: { work: word, ...head },
  exhibition: { dates: fields({ from: word, to: word }), place: text, ...head },
} as const satisfies Record<string, Fields>

export const stepForms: Fields = {
  title: text,
  text,
  ...place,
  layer: word,
  alternativeText: text,
  marks,
  counterpart: fields({ ...detail, caption: text }),
}

export const sectionForms: Fields = { title: text, text }

export const blockForms: Readonly<Record<BlockKind, Fields>> = {
  work: { text, work: word, view: word, layer: word },
  detail: { title: text, text, ...detail, alternativeText: text, marks },
  text: { title: text, text },
  comparison: { title: text, text, mode: word, sides: { kind: 'list', of: fields(detail) } },
  analysis: { text, analysis: word },
  quotation: { text, source: text },
}

const partition: Fields = { columns: number, rows: number }

/** What stands beside a mark's kind, id and label. */
export const markForms: Readonly<Record<MarkKind, Fields>> = {
  line: {},
  arrow: {},
  polygon: {},
  ellipse: { angle: number },
  grid: partition,
}
