import type { Say } from './mistake.js'

/** A stretch of YAML, and the line of the file on which it begins. */
export type DataText = Readonly<{ yaml: string; line: number }>

/** What follows one heading, up to the next: its data, if any, and its text. */
export type Piece = Readonly<{
  /** 2 for steps and sections, 3 for blocks. */
  level: number
  line: number
  title: string
  id?: string
  data?: DataText
  text: string
  textLine: number
}>

/** A file of a story: front matter, the title and text that stand before the first part, and the parts. */
export type Pieces = Readonly<{
  data?: DataText
  title?: Readonly<{ text: string; line: number }>
  text: string
  textLine: number
  parts: readonly Piece[]
}>

const heading = /^(#{1,3})(?:[ \t]+(.*?))?[ \t]*$/
const named = /^(.*?)[ \t]*\{#([^{}\s]*)\}$/
const opening = /^(`{3,}|~{3,})[ \t]*ya?ml[ \t]*$/i

type Line = Readonly<{ text: string; line: number }>

/** Takes a file apart by its lines: a line that begins with one to three `#` is a heading wherever it stands. */
export function readPieces(file: string, say: Say): Pieces {
  const lines = file.split(/\r\n|\r|\n/).map((text, index) => ({ text, line: index + 1 }))
  const { data, rest: written } = frontMatter(lines, say)
  const rest = withoutUnderlines(written)
  const starts = rest.flatMap(({ text }, index) => (heading.test(text) ? [index] : []))
  const before = bodyOf(rest.slice(0, starts[0] ?? rest.length), say)
  const pieces = starts.map((start, index) => pieceOf(rest.slice(start, starts[index + 1] ?? rest.length), say))
  const [first, ...others] = pieces
  if (first?.level !== 1) return assembled(data, undefined, before, pieces, say)
  if (before.text !== '') say(before.textLine, 'Expected the title, "# …", before any text; move this below it.')
  return assembled(data, first, first, others, say)
}

const underline = /^(={2,}|-{2,})[ \t]*$/
const noTitle = /^(?:[ \t]|[>#|~`]|[-*+][ \t]|\d+[.)][ \t]|-{2,}|={2,}|\[[^\]]*\]:)|^$/

/** A line alone above a rule of `=` or `-` is a heading too, as Markdown has it. */
const withoutUnderlines = (lines: readonly Line[]): readonly Line[] =>
  lines.flatMap((line, index) => {
    const rule = ruleBelow(lines, index)
    if (rule !== undefined) return [{ ...line, text: `${rule.startsWith('=') ? '#' : '##'} ${line.text}` }]
    return ruleBelow(lines, index - 1) === undefined ? [line] : []
  })

function ruleBelow(lines: readonly Line[], index: number): string | undefined {
  const [above = '', text = '', below = ''] = [index - 1, index, index + 1].map(each => lines[each]?.text)
  const alone = above.trim() === '' && !noTitle.test(text)
  return alone ? underline.exec(below)?.[1] : undefined
}

type Body = Readonly<{ data?: DataText; text: string; textLine: number }>

function assembled(
  data: DataText | undefined,
  title: Piece | undefined,
  body: Body,
  parts: readonly Piece[],
  say: Say,
): Pieces {
  if (body.data) say(body.data.line - 1, 'Data of the whole story stand at the very top, between two lines "---".')
  for (const { level, line } of parts)
    if (level === 1) say(line, 'Expected one "# title" alone; steps and sections begin with "##", blocks with "###".')
  return {
    ...(data && { data }),
    ...(title?.title && { title: { text: title.title, line: title.line } }),
    text: body.text,
    textLine: body.textLine,
    parts,
  }
}

function frontMatter(lines: readonly Line[], say: Say): Readonly<{ data?: DataText; rest: readonly Line[] }> {
  if (!/^---[ \t]*$/.test(lines[0]?.text ?? '')) return { rest: lines }
  const end = lines.findIndex(({ text }, index) => index > 0 && /^(---|\.\.\.)[ \t]*$/.test(text))
  if (end < 0) {
    say(1, 'Expected a second line "---" where the data at the top end.')
    return { rest: [] }
  }
  return { data: { yaml: joined(lines.slice(1, end)), line: 2 }, rest: lines.slice(end + 1) }
}

function pieceOf([first, ...rest]: readonly Line[], say: Say): Piece {
  const [, marks = '', words = ''] = heading.exec(first?.text ?? '') ?? []
  const [, title = words, id] = (marks.length > 1 && named.exec(words)) || []
  return { level: marks.length, line: first?.line ?? 1, title, ...(id !== undefined && { id }), ...bodyOf(rest, say) }
}

/** The text between headings, without the blank lines around it, and the block of data that stands in it. */
function bodyOf(lines: readonly Line[], say: Say): Body {
  const start = lines.findIndex(({ text }) => opening.test(text))
  if (start < 0) return textOf(lines)
  const [, fence = ''] = opening.exec(lines[start]?.text ?? '') ?? []
  const end = lines.findIndex(({ text }, index) => index > start && text.trimEnd() === fence)
  const line = lines[start]?.line ?? 1
  if (end < 0) {
    say(line, `Expected a line "${fence}" where these data end.`)
    return textOf(lines.slice(0, start))
  }
  const [before, after] = [textOf(lines.slice(0, start)), textOf(lines.slice(end + 1))]
  const second = lines.slice(end + 1).find(({ text }) => opening.test(text))
  if (second) say(second.line, 'Expected one block of data below a heading but found a second; put them together.')
  const data = { yaml: joined(lines.slice(start + 1, end)), line: line + 1 }
  if (before.text === '') return { data, ...after }
  return { data, text: after.text === '' ? before.text : `${before.text}\n\n${after.text}`, textLine: before.textLine }
}

function textOf(lines: readonly Line[]): Body {
  const filled = lines.flatMap(({ text }, index) => (text.trim() === '' ? [] : [index]))
  const kept = lines.slice(filled[0] ?? 0, (filled.at(-1) ?? -1) + 1)
  return { text: joined(kept), textLine: kept[0]?.line ?? lines[0]?.line ?? 1 }
}

const joined = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n')
