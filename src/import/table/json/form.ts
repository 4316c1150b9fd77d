import type { JsonForm } from './records.js'

/** Under which keys exports put their list of records, where they put it under one. */
const wrappers = [
  'results',
  'records',
  'items',
  'data',
  'docs',
  'hits',
  'rows',
  'value',
  'member',
  'works',
  'artworks',
  'artObjects',
  'objects',
  'features',
  'notices',
  'oeuvres',
  'museums',
  'musees',
]

export const looksLikeJson = (head: string): boolean => /^\s*(?:\{\s*["}]|\[\s*[[{\]])/.test(head)

/**
 * Recognises how records stand from the beginning of a text.
 * @param asked where the mapping says that they are, such as `response.docs`
 */
export function jsonFormOf(head: string, asked?: string): JsonForm {
  if (asked !== undefined) return { form: 'list', below: asked.split('.') }
  if (head.trimStart().startsWith('[')) return { form: 'list', below: [] }
  const { end, list } = firstObject(head)
  const further = end === undefined ? undefined : head.slice(end)
  if (further?.trimStart().startsWith('{')) {
    const oneLine = !head.slice(0, end).trim().includes('\n') && /^[^\S\n]*\n/.test(further)
    return { form: oneLine ? 'lines' : 'objects' }
  }
  if (list !== undefined) return { form: 'list', below: [list] }
  return { form: head.trim().includes('\n') ? 'objects' : 'lines' }
}

/** Where the first object ends, if it does, and the first of its keys that holds a list of objects as wrappers do. */
function firstObject(head: string): Readonly<{ end?: number; list?: string }> {
  let depth = 0
  let list: string | undefined
  // A text that is cut off takes the rest
  const tokens = /"((?:[^"\\]|\\[\s\S])*)(?:\\?$|"(?:(\s*:\s*\[\s*)(?=\{))?)|[[\]{}]/g
  for (const token of head.matchAll(tokens)) {
    const [text, key, opening] = token
    if (opening !== undefined && depth === 1 && wrappers.includes(key ?? '')) list ??= key
    if (opening !== undefined || text === '{' || text === '[') depth += 1
    else if (text === '}' || text === ']') depth -= 1
    if (depth === 0) return { end: token.index + text.length, ...(list !== undefined && { list }) }
  }
  return list === undefined ? {} : { list }
}
