import { createHash } from 'node:crypto'
import type { Notice } from '../../catalogue/model.js'
import { type Code, codeOf } from './fields.js'
import { readable, type SourceNotice } from './source-notice.js'

/** How often each identity occurs in a file, of those that occur more than once. */
export type Repeats = ReadonlyMap<string, number>

/** References have 11 characters or more; spreadsheets take the zeros away that shorter ones began with. */
export const referenceLength = 11

/** What changes from one export to the next without a change of the work. */
const passing: ReadonlySet<Code> = new Set(['DMAJ', 'DMIS', 'REFMIS', 'DESY'])

/** The reference of a notice with its zeros; undefined where there is none that an address can hold. */
export function referenceFrom(text: string): string | undefined {
  const reference = text.trim().normalize('NFC')
  if (reference === '' || reference.length > 200 || /\p{C}|^\.{1,2}$/u.test(reference)) return undefined
  return /^\d+$/.test(reference) ? reference.padStart(referenceLength, '0') : reference
}

/**
 * What a notice is known by: its reference; without one its museum and inventory number; without these its content.
 * The last two are no references of Joconde, and look like none.
 */
export function identityOf(fields: Notice['fields']): string {
  const reference = referenceFrom(textOf(fields, 'REF'))
  if (reference !== undefined) return reference
  const [museum, inventory] = [textOf(fields, 'MUSEO'), textOf(fields, 'INV')]
  if (/^M\d{4}$/.test(museum) && inventory !== '') {
    const id = `${museum}-inv-${inventory.replace(/\s+/g, '_')}`
    if (referenceFrom(id) === id) return id
  }
  const content = fields.filter(([name, value]) => {
    const code = value.trim() === '' ? undefined : codeOf(name)
    return code !== undefined && !passing.has(code)
  })
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
  return `${/^M\d{4}$/.test(museum) ? museum : 'joconde'}-sans-ref-${digest}`
}

/** Whether an id was made here for want of a reference. */
export const isMadeUp = (id: string): boolean => /^(?:M\d{4}-inv-|(?:M\d{4}|joconde)-sans-ref-)/.test(id)

/**
 * Gives each notice its id. Notices that share a reference are one work; notices without a reference that are known by the
 * same number or content are as many works, told apart by their order.
 */
export async function* identify(
  notices: AsyncIterable<SourceNotice>,
  repeats: Repeats,
): AsyncGenerator<Readonly<{ id: string; notice: SourceNotice }>> {
  const seen = new Map<string, number>()
  for await (const notice of notices) {
    const identity = identityOf(notice.fields)
    if (!repeats.has(identity) || !isMadeUp(identity)) {
      yield { id: identity, notice }
      continue
    }
    const number = (seen.get(identity) ?? 0) + 1
    seen.set(identity, number)
    yield { id: number === 1 ? identity : `${identity}-${number}`, notice }
  }
}

const textOf = (fields: Notice['fields'], wanted: Code): string => {
  const field = fields.find(([name, value]) => value.trim() !== '' && codeOf(name) === wanted)
  return field ? readable(field[1]) : ''
}
