import { open } from 'node:fs/promises'
import type { FileRemark } from '../../stories/files/mistake.js'
import type { StoryFile } from '../../stories/files/open.js'
import { windows1252 } from '../table/encoding.js'
import type { FoundFile } from './find.js'

export type ReadText = Readonly<{ file: StoryFile; remarks: readonly FileRemark[] }> | Readonly<{ mistake: FileRemark }>

/** Reads a file of a story, at most `most` bytes of it, in whatever encoding it turns out to be. */
export async function readText({ path, name, language }: FoundFile, most: number): Promise<ReadText> {
  const refused = (sentence: string, line = 1): ReadText => ({ mistake: { file: name, line, sentence } })
  const bytes = await readBytes(path, most).catch(() => undefined)
  if (!bytes) return refused('This file may not be read.')
  if (bytes.length > most) return refused(`Expected at most ${Math.floor(most / 1000)} kB; --story-max-kb allows more.`)
  const decoded = decode(bytes)
  if (!decoded) return refused('Expected text but this file is none; save it as text in UTF-8.')
  const file = { name, text: decoded.text.normalize('NFC'), ...(language && { language }) }
  const { line } = decoded
  if (line === undefined) return { file, remarks: [] }
  const sentence =
    'Expected UTF-8; read as Latin-1 (Windows-1252) from here on. Check the accents, and save the file as UTF-8.'
  return { file, remarks: [{ file: name, line, sentence }] }
}

/** One byte more than allowed is enough to know. */
async function readBytes(path: string, most: number): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const bytes = Buffer.alloc(Math.min(size, most) + 1)
    let read = 0
    for (let more = -1; more !== 0 && read < bytes.length; read += more)
      more = (await handle.read(bytes, read, bytes.length - read)).bytesRead
    return bytes.subarray(0, read)
  } finally {
    await handle.close()
  }
}

const marks = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const

/** The text, and the first line that is not UTF-8, if any; undefined where it is no text. */
export function decode(bytes: Uint8Array): Readonly<{ text: string; line?: number }> | undefined {
  const [wide] = marks.filter(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (wide) return { text: new TextDecoder(wide[0]).decode(bytes) }
  if (bytes.includes(0)) return undefined
  const strict = decoded('utf-8', bytes)
  if (strict !== undefined) return { text: strict }
  const text = new TextDecoder('windows-1252').decode(bytes).replace(/[\u0080-\u009f]/g, unread)
  return { text, line: firstForeignLine(bytes) }
}

// Some releases of Node read windows-1252 as latin1
const unread = (control: string): string => windows1252[control.charCodeAt(0) - 0x80] ?? control

function decoded(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const newline = 10

function firstForeignLine(bytes: Uint8Array): number {
  let line = 1
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(newline, start)
    const end = found < 0 ? bytes.length : found
    if (decoded('utf-8', bytes.subarray(start, end)) === undefined) return line
    start = end + 1
  }
  return line
}
