import { basename } from 'node:path'
import { DomainError } from '../../errors.js'
import { decodedText, type Encoding } from '../table/encoding.js'
import { jsonFormOf } from '../table/json/form.js'
import type { JsonForm } from '../table/json/records.js'
import { codeOf, fields } from './fields.js'

/** The forms in which Joconde notices travel, and what reports call them. */
export const serialisations = {
  labelled: { fr: 'ajout piloté', en: '“ajout piloté” text' },
  pop: { fr: 'tableau CSV de POP', en: 'CSV of POP' },
  openData: { fr: 'tableau de data.culture.gouv.fr', en: 'CSV of data.culture.gouv.fr' },
  json: { fr: 'JSON de data.culture.gouv.fr', en: 'JSON of data.culture.gouv.fr' },
  tabbed: { fr: 'tableau à tabulations', en: 'tab-separated table' },
} as const satisfies Record<string, { fr: string; en: string }>

export type Form =
  | Readonly<{ form: 'labelled' }>
  | Readonly<{ form: 'json'; records: JsonForm }>
  | Readonly<{ form: 'pop' | 'openData' | 'tabbed'; delimiter: string; quote: string }>

const delimiters = [';', '\t', ',', '|'] as const

/** Recognises the form of a file from how it begins. @throws DomainError `refused` where it is none that is known */
export async function recognise(path: string, encoding: Encoding): Promise<Form> {
  const head = await beginning(path, encoding)
  if (/^\s*[[{]/.test(head)) return { form: 'json', records: jsonFormOf(head) }
  const lines = head.split(/\r\n|\n|\r/).filter(line => line.trim() !== '')
  const [first = '', second = ''] = lines
  if (Object.hasOwn(fields, first.trim()) && !delimiters.some(delimiter => second.split(delimiter).length > 9))
    return { form: 'labelled' }

  const [best] = delimiters
    .map(delimiter => ({ delimiter, names: first.split(delimiter).map(name => name.replace(/^"|"$/g, '').trim()) }))
    .map(({ delimiter, names }) => ({ delimiter, names, known: names.filter(name => codeOf(name)).length }))
    .sort((a, b) => b.known - a.known)
  if (!best || best.known < 3 || !best.names.some(name => codeOf(name) === 'REF')) throw unknown(path)
  if (best.delimiter === '\t') return { form: 'tabbed', delimiter: '\t', quote: '' }
  const coded = best.names.filter(name => Object.hasOwn(fields, name)).length
  return { form: coded * 2 > best.known ? 'pop' : 'openData', delimiter: best.delimiter, quote: '"' }
}

async function beginning(path: string, encoding: Encoding): Promise<string> {
  for await (const piece of decodedText(path, encoding)) if (piece.trim() !== '') return piece
  return ''
}

const unknown = (path: string): DomainError =>
  new DomainError(
    'refused',
    `Expected notices of Joconde in ${basename(path)}: ajout piloté, CSV with the codes of POP or the names of ` +
      'data.culture.gouv.fr, or its JSON. No field REF or Reference was found.',
  )
