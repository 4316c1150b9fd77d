import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { DomainError } from '../../errors.js'

/** Encodings of a text file, by the WHATWG name that decodes them; latin1 is read as its superset windows-1252. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

/** Characters of windows-1252 from 0x80 to 0x9f; where it has none, the control character of latin1. */
export const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** What a file turned out to be, as reports say it. */
export type Detected = Readonly<{ encoding: Encoding; byteOrderMark: boolean }>

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
const archive = [0x50, 0x4b, 0x03, 0x04] // PK: what .xlsx and .ods files begin with

/**
 * Reads a whole file as bytes: its byte order mark decides, else whether it is valid UTF-8.
 * @throws DomainError `refused` where it is no text
 */
export async function detectEncoding(path: string): Promise<Detected> {
  await assertFile(path)
  const strict = new TextDecoder('utf-8', { fatal: true })
  let first = true
  let valid = true
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first) {
      const mark = marks.find(([, bytes]) => startsWith(chunk, bytes))
      if (mark) return { encoding: mark[0], byteOrderMark: true }
    }
    if ((first && startsWith(chunk, archive)) || chunk.includes(0)) throw notText(path)
    first = false
    valid = valid && decodes(strict, chunk)
  }
  if (first) throw new DomainError('refused', `Expected rows in ${basename(path)} but it is empty.`)
  return { encoding: valid && decodes(strict) ? 'utf-8' : 'windows-1252', byteOrderMark: false }
}

/** The text of a file in pieces, without its byte order mark. */
export async function* decodedText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding !== 'windows-1252' })
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      const text = decoder.decode(chunk, { stream: true })
      yield encoding === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, unread) : text
    }
    yield decoder.decode()
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    const sentence = `Expected ${encoding} throughout ${basename(path)} but it holds other bytes.`
    throw new DomainError('refused', `${sentence} Leave "encoding" out of the mapping to have it detected.`, { cause })
  }
}

// Some releases of Node read windows-1252 as latin1
const unread = (control: string): string => windows1252[control.charCodeAt(0) - 0x80] ?? control

async function assertFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new DomainError('not-found', `There is no file ${basename(path)}.`)
  // It is read more than once, which a pipe cannot be.
  if (!found.isFile()) throw new DomainError('refused', `Expected a file but ${basename(path)} is not one.`)
}

const startsWith = (chunk: Buffer, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => chunk[index] === byte)

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

const notText = (path: string): DomainError =>
  new DomainError('refused', `Expected text but ${basename(path)} is not; save the sheet as CSV (UTF-8) first.`)
