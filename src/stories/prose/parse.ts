import type { Definition, Link, LinkReference, Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { type ProseBuilder, proseBuilder } from './builder.js'
import { type OpenTags, readHtml, safeAddress } from './html-tags.js'
import { literalRemarks } from './literal.js'
import type { Prose, ProseRemark } from './prose.js'

/**
 * Reads a text of a story: Markdown (paragraphs, lists, emphasis, links) in which the HTML of Presentation 3 §4.2 may
 * stand. Whatever else there is, headings or pictures or scripts, leaves its words at most, and a remark.
 */
export function parseProse(text: string): Readonly<{ prose: Prose; remarks: readonly ProseRemark[] }> {
  const deep = tooDeep.exec(text)
  if (deep) return asWritten(text, deep.index)
  const root = fromMarkdown(text)
  const reading: Reading = {
    builder: proseBuilder(),
    open: { a: [], span: [] },
    addresses: new Map(definitionsIn(root).map(({ identifier, url }) => [identifier, url])),
    remarks: [],
  }
  for (const node of root.children) readBlock(node, reading)
  return { prose: reading.builder.finish(), remarks: reading.remarks }
}

/** Lists and quotations that begin on one line, emphasis, or pictures, within each other: reading many takes minutes. */
const tooDeep = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){24}|[*_]{24}[^*_\s]|(?:!\[(?:(?!!\[)[\s\S])*){400}/m

/** All words with their marks, in paragraphs. @param at where the text cannot be read */
function asWritten(text: string, at: number): ReturnType<typeof parseProse> {
  const builder = proseBuilder()
  for (const paragraph of text.split(/\n\s*\n/)) {
    builder.open({ kind: 'paragraph' })
    builder.text(paragraph)
    builder.close('paragraph')
  }
  const sentence = 'Too much is nested in itself here; the whole text is shown as it is written, with its marks.'
  return { prose: builder.finish(), remarks: [{ line: text.slice(0, at).split('\n').length, sentence }] }
}

/** `addresses` are those of links that name one which stands elsewhere in the text, by that name. */
type Reading = Readonly<{
  builder: ProseBuilder
  open: OpenTags
  addresses: ReadonlyMap<string, string>
  remarks: ProseRemark[]
}>

/** The first of a name counts (CommonMark §4.7). */
const definitionsIn = (node: Nodes): readonly Definition[] =>
  node.type === 'definition' ? [node] : 'children' in node ? node.children.toReversed().flatMap(definitionsIn) : []

function readBlock(node: RootContent, reading: Reading): void {
  const { builder } = reading
  switch (node.type) {
    case 'paragraph':
      builder.open({ kind: 'paragraph' })
      readRuns(node.children, reading)
      builder.close('paragraph')
      return
    case 'list':
      builder.open({ kind: 'list', ordered: node.ordered === true })
      for (const item of node.children) {
        builder.open({ kind: 'item' })
        for (const child of item.children) readBlock(child, reading)
        builder.close('item')
      }
      builder.close('list')
      return
    case 'html':
      readTags(node, reading)
      return
    case 'heading':
      remark(node, 'A text has no headings of its own; this one is kept as a paragraph.', reading)
      builder.open({ kind: 'paragraph' })
      readRuns(node.children, reading)
      builder.close('paragraph')
      return
    case 'blockquote':
      remark(node, 'A text has no quotations set apart; this one is kept as paragraphs.', reading)
      for (const child of node.children) readBlock(child, reading)
      return
    case 'code':
      remark(node, 'A text has no code; this is kept as a paragraph (begin lines without spaces).', reading)
      builder.open({ kind: 'paragraph' })
      builder.text(node.value)
      builder.close('paragraph')
      return
    case 'definition':
      if (!isFootnote(node)) return
      remark(node, 'A text has no footnotes; this one is shown as a paragraph.', reading)
      builder.open({ kind: 'paragraph' })
      builder.text(`[${node.label ?? node.identifier}] ${[node.url, node.title ?? ''].join(' ').trim()}`)
      builder.close('paragraph')
      return
    case 'thematicBreak':
      remark(node, 'A text has no rules; this one is left out.', reading)
      return
    default:
      return
  }
}

/** `[^1]` and a note of one word are a link and its address to Markdown. */
const isFootnote = ({ identifier }: Definition | LinkReference): boolean => identifier.startsWith('^')

function readRuns(nodes: readonly PhrasingContent[], reading: Reading): void {
  for (const node of nodes) readRun(node, reading)
}

function readRun(node: PhrasingContent, reading: Reading): void {
  const { builder } = reading
  switch (node.type) {
    case 'text':
      for (const { line, sentence } of literalRemarks(node.value, (node.position?.start.column ?? 1) > 1))
        reading.remarks.push({ line: line + (node.position?.start.line ?? 1) - 1, sentence })
      builder.text(node.value)
      return
    case 'inlineCode':
      builder.text(node.value)
      return
    case 'break':
      builder.lineBreak()
      return
    case 'emphasis':
    case 'strong':
      builder.open({ kind: node.type })
      readRuns(node.children, reading)
      builder.close(node.type)
      return
    case 'link':
      readLink(node, node.url, reading)
      return
    case 'linkReference':
      if (isFootnote(node)) builder.text(`[${node.label ?? node.identifier}]`)
      else readLink(node, reading.addresses.get(node.identifier) ?? '', reading)
      return
    case 'html':
      readTags(node, reading)
      return
    case 'image':
    case 'imageReference':
      remark(node, 'A text holds no pictures; show a work or a detail instead. The picture is left out.', reading)
      builder.text(node.alt ?? '')
      return
    default:
      return
  }
}

function readLink(node: Link | LinkReference, url: string, reading: Reading): void {
  const href = safeAddress(url)
  if (href === undefined) {
    remark(node, `Expected an address with http, https or mailto for a link but found "${url}".`, reading)
    readRuns(node.children, reading)
    return
  }
  reading.builder.open({ kind: 'link', href })
  readRuns(node.children, reading)
  reading.builder.close('link')
}

function readTags(node: Nodes & { value: string }, reading: Reading): void {
  for (const name of readHtml(node.value, reading.builder, reading.open))
    remark(node, `The element <${name}> is not one that a text may have; its tag is left out.`, reading)
}

const remark = (node: Nodes, sentence: string, { remarks }: Reading): void => {
  remarks.push({ line: node.position?.start.line ?? 1, sentence })
}
