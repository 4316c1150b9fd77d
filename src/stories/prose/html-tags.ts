import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Opening, ProseBuilder } from './builder.js'
import type { Style } from './prose.js'

/** Elements whose content is no text. */
const silent =
  /<(script|style|template|svg|math|iframe|object|noscript|textarea|title)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi
const comment = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>/g
const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[\s/](?:"[^"]*"|'[^']*'|[^<>"'])*)?)>/g

const styleOf: Readonly<Record<string, Style>> = {
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  b: 'strong',
  strong: 'strong',
  small: 'small',
  sup: 'superscript',
  sub: 'subscript',
}
const paragraphs = /^(?:p|div|section|article|h[1-6]|blockquote|tr|figure|figcaption|header|footer|pre)$/

/**
 * Reads HTML, whole or in pieces, into the builder. Of elements that prose does not have the words stay and the tags go;
 * scripts and the like go whole. @returns names of the elements that went, in lower case
 */
export function readHtml(html: string, builder: ProseBuilder, links: OpenTags): readonly string[] {
  const dropped: string[] = []
  const source = html
    .replace(silent, (_all, name: string) => {
      dropped.push(name.toLowerCase())
      return ''
    })
    .replace(comment, '')
  let end = 0
  for (const { 0: all, 1: close, 2: raw = '', 3: attributes = '', index } of source.matchAll(tag)) {
    builder.text(decoded(source.slice(end, index)))
    end = index + all.length
    const name = raw.toLowerCase()
    if (!readTag(name, close === '/', attributes, builder, links) && close !== '/') dropped.push(name)
  }
  builder.text(decoded(source.slice(end)))
  return dropped
}

/** What each open `a` and `span` became, since their closing tags do not say. */
export type OpenTags = { readonly a: (Opening['kind'] | undefined)[]; readonly span: (Opening['kind'] | undefined)[] }

function readTag(name: string, closes: boolean, attributes: string, builder: ProseBuilder, open: OpenTags): boolean {
  const style = styleOf[name]
  if (name === 'br') builder.lineBreak()
  else if (style) closes ? builder.close(style) : builder.open({ kind: style })
  else if (name === 'a' || name === 'span') {
    if (closes) {
      const kind = open[name].pop()
      if (kind) builder.close(kind)
      return true
    }
    const opening = name === 'a' ? link(attributes) : foreign(attributes)
    open[name].push(opening?.kind)
    if (opening) builder.open(opening)
    return opening !== undefined || name === 'span'
  } else if (name === 'ul' || name === 'ol') {
    if (closes) builder.close('list')
    else builder.open({ kind: 'list', ordered: name === 'ol' })
  } else if (name === 'li') closes ? builder.close('item') : builder.open({ kind: 'item' })
  else if (paragraphs.test(name)) {
    if (closes) builder.close('paragraph')
    else builder.open({ kind: 'paragraph' })
    return name === 'p' || name === 'div'
  } else return false
  return true
}

function link(attributes: string): Opening | undefined {
  const href = safeAddress(attribute(attributes, 'href'))
  return href === undefined ? undefined : { kind: 'link', href }
}

function foreign(attributes: string): Opening | undefined {
  const language = attribute(attributes, 'lang') ?? attribute(attributes, 'xml:lang')
  return language && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? { kind: 'foreign', language } : undefined
}

const attribute = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|[\\s/"'])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes)
  return found ? decoded(found[1] ?? found[2] ?? found[3] ?? '') : undefined
}

/** An address that a reader may follow: of the web, or of a mailbox. */
export function safeAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const { protocol, href } = new URL(address)
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined
}

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));/gi, (all, decimal, hex, name) => {
    if (name) return decodeNamedCharacterReference(name) || all
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
  })
