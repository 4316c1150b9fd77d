import { decodeNamedCharacterReference } from 'decode-named-character-reference'

/** Tags that every viewer shows, and that may stand in our documents. */
const allowed = new Set(['a', 'b', 'br', 'i', 'img', 'p', 'small', 'span', 'sub', 'sup'])
const empty = new Set(['br', 'img'])
/** What stands between these is not text. One that never ends takes the rest, as in browsers, and is looked for once. */
const silent = /<(script|style|template|svg|math|iframe|object)\b[^>]*(?:$|>[\s\S]*?(?:<\/\1\s*>|$))/gi
const comment = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)/g
const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[\s/][^<>]*)?)>/g
/** Tags within each other that are kept; no text nests deeper. */
const deepest = 100
const lines = /^(?:br|p|div|li|tr|h[1-6]|blockquote)$/

/** Presentation 3 §4.2: a text is HTML where it begins with `<` and ends with `>`; many write tags without that. */
const isHtml = (text: string): boolean =>
  (text.trimStart().startsWith('<') && text.trimEnd().endsWith('>')) ||
  /<\/?(?:a|b|br|i|em|strong|img|p|small|span|sub|sup|div|script)(?:\s[^<>]*)?\/?>/i.test(text)

/** The words of a text that may be HTML, with its line breaks. */
export function wordsOf(text: string): string {
  if (!isHtml(text)) return text.trim()
  const words = withoutSilence(text).replace(tag, (_all, _close, name: string) =>
    lines.test(name.toLowerCase()) ? '\n' : '',
  )
  return decoded(words)
    .replace(/[ \t\r\f\v]+/g, ' ')
    .replace(/ ?\n ?(?:\n ?)*/g, '\n')
    .trim()
}

/** The same as HTML with nothing but allowed tags, links and pictures of the web; undefined where it is none. */
export function safeHtml(text: string): string | undefined {
  if (!isHtml(text)) return undefined
  const open: string[] = []
  let html = ''
  let end = 0
  const source = withoutSilence(text)
  for (const { 0: all, 1: close, 2: name = '', 3: attributes = '', index } of source.matchAll(tag)) {
    html += escaped(decoded(source.slice(end, index)))
    end = index + all.length
    html += close ? closing(name.toLowerCase(), open) : opening(name.toLowerCase(), attributes, open)
  }
  html +=
    escaped(decoded(source.slice(end))) +
    open
      .reverse()
      .map(each => `</${each}>`)
      .join('')
  return /^<.*>$/s.test(html.trim()) ? html.trim() : `<span>${html.trim()}</span>`
}

const withoutSilence = (text: string): string => text.replace(silent, '').replace(comment, '')

function opening(name: string, attributes: string, open: string[]): string {
  if (!allowed.has(name)) return ''
  const kept = keptAttributes(name, attributes)
  if (name === 'img' && !kept.includes(' src=')) return ''
  if (!empty.has(name) && open.length === deepest) return ''
  if (!empty.has(name)) open.push(name)
  return `<${name}${kept}${empty.has(name) ? '/' : ''}>`
}

/** Closes what is open inside as well, so that the tags always nest. */
function closing(name: string, open: string[]): string {
  const from = open.lastIndexOf(name)
  return from < 0
    ? ''
    : open
        .splice(from)
        .reverse()
        .map(each => `</${each}>`)
        .join('')
}

function keptAttributes(name: string, attributes: string): string {
  const wanted = name === 'a' ? ['href'] : name === 'img' ? ['src', 'alt'] : []
  return wanted
    .map(attribute => {
      const [, double, single, bare] =
        new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes) ?? []
      const value = decoded(double ?? single ?? bare ?? '').trim()
      const keeps = attribute === 'alt' ? value !== '' : isLink(value, attribute)
      return keeps ? ` ${attribute}="${escaped(value)}"` : ''
    })
    .join('')
}

const isLink = (value: string, attribute: string): boolean =>
  URL.canParse(value) &&
  (attribute === 'src' ? ['http:', 'https:'] : ['http:', 'https:', 'mailto:']).includes(new URL(value).protocol)

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z\d]{1,31}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || all
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : all
  })
