import { open } from 'node:fs/promises'
import { type Detected, decodedText, detectEncoding, type Encoding } from './encoding.js'
import { jsonFormOf, looksLikeJson } from './json/form.js'
import type { JsonForm } from './json/records.js'

/** How a table travels, as its content shows whatever its name says. */
export type Serialisation = Readonly<{ encoding: Detected }> &
  (
    | Readonly<{ kind: 'csv'; delimiter: string; quote: string }>
    | Readonly<{ kind: 'json'; form: JsonForm }>
    | Readonly<{ kind: 'xlsx' }>
  )

/** What a mapping may say of it; what it does not say is found out. */
export type Asked = Readonly<{
  encoding: Encoding | 'auto'
  delimiter?: string | undefined
  quote: string
  records?: string | undefined
}>

/** Characters that are looked at. */
const headLength = 262_144

const archive = Buffer.from('PK\u0003\u0004')

/** @throws DomainError `refused` where it is neither text nor an archive */
export async function recognise(path: string, asked: Asked): Promise<Serialisation> {
  if (await isArchive(path)) return { kind: 'xlsx', encoding: { encoding: 'utf-8', byteOrderMark: false } }
  const detected = await detectEncoding(path)
  const encoding = { ...detected, encoding: asked.encoding === 'auto' ? detected.encoding : asked.encoding }
  const head = await beginning(path, encoding.encoding)
  if (asked.delimiter === undefined && looksLikeJson(head))
    return { kind: 'json', encoding, form: jsonFormOf(head, asked.records) }
  const { quote, delimiter = delimiterOf(head, quote) } = asked
  return { kind: 'csv', encoding, delimiter, quote }
}

/** Spreadsheets write what their country has: of the delimiters, the one that cuts the header into most columns. */
export function delimiterOf(head: string, quote: string): string {
  const [header = ''] = withoutQuoted(head.replace(/^\s+/, ''), quote).split(/[\r\n]/, 1)
  const [first] = [',', ';', '\t', '|']
    .map(delimiter => ({ delimiter, cuts: header.split(delimiter).length }))
    .toSorted((a, b) => b.cuts - a.cuts)
  return first?.delimiter ?? ','
}

const withoutQuoted = (text: string, quote: string): string =>
  quote === ''
    ? text
    : text
        .split(quote)
        .filter((_, at) => at % 2 === 0)
        .join('')

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined) // whether there is such a file, the encoding tells
  try {
    const { buffer } = (await file?.read(Buffer.alloc(archive.length), 0, archive.length, 0)) ?? {}
    return buffer?.equals(archive) ?? false
  } catch {
    return false
  } finally {
    await file?.close()
  }
}

async function beginning(path: string, encoding: Encoding): Promise<string> {
  let head = ''
  for await (const piece of decodedText(path, encoding)) {
    head += piece
    if (head.length >= headLength) break
  }
  return head
}
