import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { type ProseBuilder, proseBuilder } from './builder.js'
import { type OpenTags, readHtml, safeAddress } from './html-tags.js'
import type { Prose, ProseRemark } from './prose.js'

/**
 * Reads a text of a story: Markdown (paragraphs, lists, emphasis, links) in which the HTML of Presentation 3 §4.2 may
 * stand. Whatever else there is, headings or pictures or scripts, leaves its words at most, and a remark.
 */
export function parseProse(text: string): Readonly<{ prose: Prose; remarks: readonly ProseRemark[] }> {
  const reading: Reading = { builder: proseBuilder(), open: { a: [], span: [] }, remarks: [] }
  for (const node of fromMarkdown(text).children) readBlock(node, reading)
  return { prose: reading.builder.finish(), remarks: reading.remarks }
}

type Reading = Readonly<{ builder: ProseBuilder; open: OpenTags; remarks: ProseRemark[] }>

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
      for (const child of node.children) readBlock(child, reading)
      return
    case 'code':
      remark(node, 'A text has no code; this is kept as a paragraph (begin lines without spaces).', reading)
      builder.open({ kind: 'paragraph' })
      builder.text(node.value)
      builder.close('paragraph')
      return
    case 'thematicBreak':
      remark(node, 'A text has no rules; this one is left out.', reading)
      return
    default:
      return
  }
}

function readRuns(nodes: readonly PhrasingContent[], reading: Reading): void {
  for (const node of nodes) readRun(node, reading)
}

function readRun(node: PhrasingContent, reading: Reading): void {
  const { builder } = reading
  switch (node.type) {
    case 'text':
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
    case 'link': {
      const href = safeAddress(node.url)
      if (href === undefined) {
        remark(node, `Expected an address with http, https or mailto for a link but found "${node.url}".`, reading)
        readRuns(node.children, reading)
        return
      }
      builder.open({ kind: 'link', href })
      readRuns(node.children, reading)
      builder.close('link')
      return
    }
    case 'html':
      readTags(node, reading)
      return
    case 'image':
      remark(node, 'A text holds no pictures; show a work or a detail instead. The picture is left out.', reading)
      builder.text(node.alt ?? '')
      return
    default:
      return
  }
}

function readTags(node: Nodes & { value: string }, reading: Reading): void {
  for (const name of readHtml(node.value, reading.builder, reading.open))
    remark(node, `The element <${name}> is not one that a text may have; its tag is left out.`, reading)
}

const remark = (node: Nodes, sentence: string, { remarks }: Reading): void => {
  remarks.push({ line: node.position?.start.line ?? 1, sentence })
}
