import type { At } from '../../schema/mistakes.js'

/** Something to say of a story's files, where it stands: `fr.md:12: Expected …`. */
export type FileRemark = Readonly<{ file: string; line: number; sentence: string }>

/** Receives what is wrong with a line of the file that is being read. */
export type Say = (line: number, sentence: string) => void

/** Where each thing of a story was written. */
export type Origins = Readonly<{
  add(at: At, file: string, line: number): void
  /** Of the thing itself, or of the nearest around it. */
  find(at: At): Readonly<{ file: string; line: number }>
}>

export function openOrigins(file: string): Origins {
  const known = new Map<string, Readonly<{ file: string; line: number }>>([['', { file, line: 1 }]])
  return {
    add: (at, where, line) => void known.set(at.join('/'), { file: where, line }),
    find(at) {
      for (let length = at.length; length > 0; length -= 1) {
        const found = known.get(at.slice(0, length).join('/'))
        if (found) return found
      }
      return known.get('') ?? { file, line: 1 }
    },
  }
}
