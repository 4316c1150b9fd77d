import type { LanguageMap, Museum } from '../catalogue/model.js'
import { DomainError } from '../errors.js'
import { factsOf, type Incoming } from './incoming.js'
import type { Converted, Remark } from './remarks.js'
import { idFrom, noticeFields } from './table/converting.js'
import { openFile, surveyFile } from './table/file.js'
import type { Group } from './table/groups.js'
import { locationFrom, websiteFrom } from './values.js'

/** The columns of the Ministry's Muséofile that are understood; all others are kept in the notice alone. */
const columns = [
  'ref',
  'nomusage',
  'nomoff',
  'adrl1_m',
  'cp_m',
  'ville_m',
  'dpt',
  'region',
  'tel_m',
  'url_m',
  'geolocalisation',
  'themes',
  'atout',
  'interet',
  'hist',
] as const
type Column = (typeof columns)[number]
type Cells = Readonly<Record<Column, string>>

/** Opens the Muséofile as the Ministry of Culture publishes it: `;`, quoted cells, UTF-8. */
export async function openMuseofile(path: string): Promise<Incoming> {
  const opened = await openFile(path, { encoding: 'auto', delimiter: ';', quote: '"' })
  const { header } = opened
  const missing = (['ref', 'nomoff'] as const).filter(column => !header.includes(column))
  if (missing.length > 0)
    throw new DomainError('refused', `Expected a Muséofile with the columns ref and nomoff; ${missing[0]} is missing.`)
  const id = { index: header.indexOf('ref'), column: 'ref' }
  const file = await surveyFile(opened, row => idFrom(row, id))
  const unmapped = header.map((_, index) => index).filter(index => !columns.some(name => name === header[index]))
  const museums = async function* () {
    for await (const group of file.groups()) yield museumFrom(group, header)
  }
  return { kind: 'museums', museums: museums(), about: factsOf(file, unmapped) }
}

/** Reads the rows of one museum; where there are several, the first is shown. */
export function museumFrom({ id, rows }: Group, header: readonly string[]): Converted<Museum> {
  const [{ line, cells }, ...further] = rows
  const counted = { line, rows: rows.length }
  const ref = cells[header.indexOf('ref')]?.trim() ?? ''
  if (ref === '') return { ...counted, remarks: [{ kind: 'no-id', line, column: 'ref' }] }
  if (id === undefined || !/^M\d{4}$/.test(id))
    return { ...counted, remarks: [{ kind: 'not-a-code', line, column: 'ref', value: ref }] }
  const cell = Object.fromEntries(
    columns.map(column => [column, (cells[header.indexOf(column)] ?? '').trim().normalize('NFC')]),
  ) as Cells
  const notice = { source: 'Muséofile', fields: noticeFields(rows, header) }
  const again: readonly Remark[] = further.map(row => ({ kind: 'several-values', line: row.line, value: id }))
  return {
    ...counted,
    record: { id, ...described(cell), ...located(cell), notice },
    remarks: [...again, ...remarksOn(cell, line)],
  }
}

/** Names, texts and themes; the name in use before the official one, « musée » with its capital. */
const described = (cell: Cells): Pick<Museum, 'name' | 'description' | 'history' | 'themes'> => ({
  name: french(capitalised(cell.nomusage || cell.nomoff)) ?? {},
  ...present('description', french(cell.atout, cell.interet)),
  ...present('history', french(cell.hist)),
  ...present('themes', listed(cell.themes)),
})

const located = (cell: Cells): Omit<Museum, 'id' | 'name'> => ({
  ...present('address', cell.adrl1_m || undefined),
  ...present('postcode', cell.cp_m || undefined),
  ...present('town', townFrom(cell.ville_m) || undefined),
  ...present('department', cell.dpt || undefined),
  ...present('region', cell.region || undefined),
  ...present('telephone', cell.tel_m || undefined),
  ...present('website', websiteFrom(cell.url_m)),
  ...present('location', locationFrom(cell.geolocalisation)),
})

function remarksOn(cell: Cells, line: number): readonly Remark[] {
  const { nomusage, nomoff, url_m: website, geolocalisation: location } = cell
  const remarks: Remark[] = []
  if (!nomusage && !nomoff) remarks.push({ kind: 'no-name', line, column: 'nomoff', value: cell.ref })
  if (website && !websiteFrom(website)) remarks.push({ kind: 'not-a-uri', line, column: 'url_m', value: website })
  if (!location) remarks.push({ kind: 'no-location', line, column: 'geolocalisation', value: cell.ref })
  else if (!locationFrom(location))
    remarks.push({ kind: 'not-a-location', line, column: 'geolocalisation', value: location })
  return remarks
}

const smallWords = new Set('à au aux d de des du en et l la le les lès sous sur'.split(' '))

/** « Cambrai Cedex » is a sorting office, « HARNES » a way of typing. */
export function townFrom(words: string): string {
  const town = words.replace(/(?<!\s)\s+cedex(\s+\d+)?$/i, '')
  if (town !== town.toLocaleUpperCase('fr')) return town
  return town
    .toLocaleLowerCase('fr')
    .replace(/\p{L}+/gu, (word, at: number) => (at > 0 && smallWords.has(word) ? word : capitalised(word)))
}

const capitalised = (words: string): string => words.slice(0, 1).toLocaleUpperCase('fr') + words.slice(1)

const french = (...texts: readonly string[]): LanguageMap | undefined => {
  const given = texts.filter(text => text !== '')
  return given.length > 0 ? { fr: given } : undefined
}

const listed = (cell: string): readonly string[] | undefined => {
  const parts = cell.split(';').map(part => part.trim())
  const distinct = [...new Set(parts.filter(part => part !== ''))]
  return distinct.length > 0 ? distinct : undefined
}

const present = <Key extends keyof Museum>(key: Key, value: Museum[Key] | undefined): Partial<Pick<Museum, Key>> =>
  value === undefined ? {} : ({ [key]: value } as Pick<Museum, Key>)
