import { SaxesParser } from 'saxes'
import { DomainError } from '../../../errors.js'
import { limits } from '../row.js'

type Attributes = Readonly<Record<string, string>>

/** What happens at each element of a part; names come without their prefix. */
export type Handlers = Readonly<{
  open?: (name: string, attributes: Attributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}>

/** XML says no element within so many characters; a text of that length is none that a cell can hold. */
const longestText = limits.recordCharacters

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Parses a part piece by piece; after each piece the caller may take what was gathered. @throws DomainError */
export async function* parsing(bytes: AsyncIterable<Buffer>, handlers: Handlers, part: string): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const refuse = (sentence: string, cause?: unknown) =>
    new DomainError('refused', `Cannot read the spreadsheet: ${sentence} in ${part}. Nothing was imported.`, { cause })
  let silence = 0
  parser.on('error', error => {
    throw refuse('the XML is not well-formed', error)
  })
  parser.on('doctype', () => {
    throw refuse('there is a document type, which spreadsheets have not,')
  })
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0
    handlers.open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    silence = 0
    handlers.close?.(localName(name))
  })
  if (handlers.text) parser.on('text', handlers.text)
  if (handlers.text) parser.on('cdata', handlers.text)
  for await (const chunk of bytes) {
    const text = decoded(decoder, chunk, refuse)
    silence += text.length
    if (silence > longestText + text.length) throw refuse(`a text is longer than ${longestText} characters`)
    parser.write(text)
    yield
  }
  parser.close()
  yield
}

/** Parses a small part to its end. */
export async function parse(bytes: AsyncIterable<Buffer>, handlers: Handlers, part: string): Promise<void> {
  for await (const _ of parsing(bytes, handlers, part));
}

function decoded(decoder: TextDecoder, chunk: Buffer, refuse: (sentence: string, cause: unknown) => DomainError) {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch (cause) {
    throw refuse('the text is not UTF-8', cause)
  }
}
