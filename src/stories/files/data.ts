import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Say } from './mistake.js'
import type { DataText } from './pieces.js'

/** What somebody wrote as YAML, each thing with its line. Every value is words: what they mean, their place decides. */
export type Told = Readonly<{ line: number }> &
  (
    | Readonly<{ kind: 'words'; words: string }>
    | Readonly<{ kind: 'list'; items: readonly Told[] }>
    | Readonly<{ kind: 'fields'; fields: ReadonlyMap<string, Told> }>
  )

export type ToldFields = Extract<Told, { kind: 'fields' }>

/** Deeper than any story is. */
const deepest = 20

/** Reads data as YAML 1.2 without its devices: no aliases, no tags, no merging, nothing named twice. */
export function readData({ yaml, line: first }: DataText, say: Say): ToldFields {
  const nothing: ToldFields = { kind: 'fields', line: first, fields: new Map() }
  const counter = new LineCounter()
  const at = (offset: number): number => Math.max(counter.linePos(offset).line, 1) + first - 1
  // Keys are compared below: here it would take the square of their number
  const document = parseDocument(withPlainSpaces(yaml), {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: counter,
  })
  const found = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    line: at(pos[0]),
    sentence: sentences[code] ?? `This cannot be read as YAML: ${message.replace(/\.?$/, '.')}`,
  }))
  // One slip makes several errors
  for (const { line, sentence } of found.filter(
    (each, index) => index === 0 || each.line > (found[index - 1]?.line ?? 0),
  ))
    say(line, sentence)
  if (document.errors.length > 0 || document.contents === null) return nothing
  const told = toldOf(document.contents, first, { at, say, depth: 0 })
  if (told?.kind === 'fields') return told
  if (told) say(told.line, 'Expected lines such as "region: 100,200,3000,2000", with a space after the colon.')
  return nothing
}

/** Word processors and some keyboards put no-break spaces where YAML knows plain ones alone. */
const withPlainSpaces = (yaml: string): string =>
  yaml.replace(/^[ \u00a0\u202f]*(?:-[ \u00a0\u202f]+)?(?:[A-Za-z]+[ \u00a0\u202f]*:(?:[ \u00a0\u202f]|$))?/gm, start =>
    start.replace(/[\u00a0\u202f]/g, ' '),
  )

const unquoted = `Put the words of this field between quotation marks that they do not hold themselves, as in title: 'Le "grand" jour'.`

const sentences: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'Words that hold a colon stand between quotation marks, as in title: "Bruges : la morte"; any other field begins as far to the left as those around it.',
  UNEXPECTED_TOKEN: unquoted,
  BAD_SCALAR_START: unquoted,
  MISSING_CHAR: unquoted,
  BAD_ALIAS: unquoted,
  TAB_AS_INDENT: 'Expected spaces at the beginning of the line but found a tab.',
  BAD_INDENT: 'This line begins too far to the left or to the right; compare it with the lines around it.',
  MULTIPLE_DOCS: 'Expected no "---" or "..." within data.',
}

type Reading = Readonly<{ at(offset: number): number; say: Say; depth: number }>

function toldOf(node: Node | null | undefined, line: number, reading: Reading): Told | undefined {
  const here = node?.range ? reading.at(node.range[0]) : line
  if (node && refused(node, here, reading.say)) return undefined
  const inner = { ...reading, depth: reading.depth + 1 }
  if (inner.depth > deepest) reading.say(here, `Expected data nested at most ${deepest} deep.`)
  else if (isMap(node)) return { kind: 'fields', line: here, fields: fieldsOf(node.items as Pairs, here, inner) }
  else if (isSeq(node))
    return { kind: 'list', line: here, items: node.items.flatMap(item => toldOf(item as Node, here, inner) ?? []) }
  return { kind: 'words', line: here, words: isScalar(node) ? String(node.value ?? '') : '' }
}

type Pairs = readonly Readonly<{ key: Node | null; value: Node | null }>[]

function fieldsOf(pairs: Pairs, line: number, reading: Reading): ReadonlyMap<string, Told> {
  const { at, say } = reading
  const fields = new Map<string, Told>()
  for (const { key, value } of pairs) {
    const keyLine = key?.range ? at(key.range[0]) : line
    if (!isScalar(key) || refused(key, keyLine, say)) {
      say(keyLine, 'Expected the name of a field before the colon.')
      continue
    }
    const name = String(key.value)
    const told = toldOf(value, keyLine, reading)
    if (fields.has(name))
      say(keyLine, `The field "${name}" is given twice; the first is on line ${fields.get(name)?.line}.`)
    else if (told) fields.set(name, { ...told, line: keyLine })
  }
  return fields
}

function refused(node: Node, line: number, say: Say): boolean {
  if (isAlias(node)) say(line, `Expected a value but found the alias "*${node.source}"; write the value itself.`)
  else if ('anchor' in node && node.anchor !== undefined)
    say(line, `Anchors such as "&${node.anchor}" are not taken; write each value where it belongs.`)
  else if (node.tag !== undefined && !plainTags.has(node.tag))
    say(line, `Tags such as "${node.tag}" are not taken; write the value alone.`)
  else return false
  return true
}

const plainTags: ReadonlySet<string> = new Set(['!', ...['map', 'seq', 'str'].map(name => `tag:yaml.org,2002:${name}`)])
