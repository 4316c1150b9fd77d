import { DomainError } from '../../../errors.js'
import { type Leaf, limits } from '../row.js'

/** A value with its column, which is its path without the places in lists. */
export type ColumnLeaf = Leaf & Readonly<{ column: string }>

/**
 * Every value of a record that says something: null, empty texts, empty lists and objects do not.
 * @throws DomainError where it is nested beyond all reason
 */
export function leavesOf(record: unknown): readonly ColumnLeaf[] {
  const leaves: ColumnLeaf[] = []
  const visit = (value: unknown, path: string, column: string, depth: number): void => {
    if (depth > limits.nesting)
      throw new DomainError('refused', `a record is nested more than ${limits.nesting} levels deep`)
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        visit(item, `${path}[${index}]`, column, depth + 1)
      })
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        const name = key.normalize('NFC')
        visit(inner, path === '' ? name : `${path}.${name}`, column === '' ? name : `${column}.${name}`, depth + 1)
      }
    } else if (value !== null && value !== undefined) {
      const text = String(value)
      if (text.trim() !== '') leaves.push({ path, column, text })
    }
  }
  visit(record, '', '', 0)
  return leaves
}

/** Numbers of which a program keeps another spelling than the text has: `1.50`, `12345678901234567890`, `1e3`. */
const respelled = /\d{16}|\.\d*0(?!\d)|\d[eE]|-0/

const tokens = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g

/** JSON, its numbers as they are spelled. @throws SyntaxError */
export function parsedVerbatim(text: string): unknown {
  const parsed: unknown = JSON.parse(text)
  if (!respelled.test(text)) return parsed
  return JSON.parse(text.replace(tokens, token => (token.startsWith('"') ? token : `"${token}"`)))
}
