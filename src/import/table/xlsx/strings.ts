import { DomainError } from '../../../errors.js'
import type { Archive } from './archive.js'
import { parsing } from './xml.js'

/** Characters of all shared texts, which are kept in memory. */
const most = 100_000_000

/** The texts that cells share, in their order; of rich text the words, without how they look or are pronounced. */
export async function sharedStrings(archive: Archive, part: string): Promise<readonly string[]> {
  const strings: string[] = []
  const gathered = openText()
  let characters = 0
  const close = (name: string): void => {
    gathered.close(name)
    if (name !== 'si') return
    const text = gathered.take()
    characters += text.length
    strings.push(text)
  }
  for await (const _ of parsing(archive.read(part), { ...gathered, close }, part)) {
    if (characters > most)
      throw new DomainError('too-large', `The texts of the spreadsheet have more than ${most} characters.`)
  }
  return strings
}

/** Gathers the words of `t` elements, which stand alone or in runs of rich text, but not in phonetic ones. */
export function openText() {
  let words = ''
  let [inText, inPhonetic] = [false, false]
  return {
    open(name: string): void {
      if (name === 't') inText = true
      else if (name === 'rPh') inPhonetic = true
    },
    text(text: string): void {
      if (inText && !inPhonetic) words += text
    },
    close(name: string): void {
      if (name === 't') inText = false
      else if (name === 'rPh') inPhonetic = false
    },
    take(): string {
      const text = unescaped(words)
      words = ''
      return text
    },
  }
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
