import { basename } from 'node:path'
import type { LanguageMap, LayerKind } from '../../catalogue/model.js'
import { levelSeparator } from '../../catalogue/sections.js'
import { DomainError } from '../../errors.js'
import { openTable } from '../table/csv.js'
import { decodedText, detectEncoding, type Encoding } from '../table/encoding.js'
import type { Row, Table } from '../table/row.js'
import { type GivenLimits, limitNames } from './limits.js'
import { layerNamed, MOST_VIEWS, slug } from './names.js'

/** A line of a list: which picture shows which work, and where in it. */
export type ListEntry = Readonly<{
  line: number
  file: string
  id?: string
  work?: string
  view: number
  layer: LayerKind
  label?: LanguageMap
  section?: readonly LanguageMap[]
  layerLabel?: LanguageMap
  limits?: GivenLimits
}>

const languages = ['fr', 'en', 'nl'] as const
const limitColumns = { maxWidth: 'max_width', maxHeight: 'max_height', maxArea: 'max_area' } as const
export const listColumns = [
  ...['file', 'work', 'view', 'layer', 'id'],
  ...languages.map(language => `label_${language}`),
  ...languages.map(language => `section_${language}`),
  ...languages.map(language => `layer_label_${language}`),
  ...Object.values(limitColumns),
]
const most = { entries: 200_000, problems: 20 } as const

/** Reads a list. @throws DomainError `refused` with every line that cannot be understood, before anything is ingested */
export async function readList(path: string): Promise<readonly ListEntry[]> {
  const name = basename(path)
  const table = await openList(path, name)
  const problems: string[] = []
  const entries: ListEntry[] = []
  for await (const row of table.rows) {
    if (entries.length >= most.entries)
      throw new DomainError('too-large', `Expected at most ${most.entries} lines in ${name}.`)
    const entry = entryFrom(row, table.header)
    if (typeof entry === 'string') problems.push(`${name}, line ${row.line}: ${entry}`)
    else entries.push(entry)
  }
  if (problems.length === 0) return entries
  const shown = problems.slice(0, most.problems)
  const rest = problems.length > shown.length ? [`… and ${problems.length - shown.length} more.`] : []
  throw refused(['Nothing was ingested, because of the list:', ...shown, ...rest].join('\n  '))
}

async function openList(path: string, name: string): Promise<Table> {
  const { encoding } = await detectEncoding(path)
  const delimiter = await delimiterOf(path, encoding)
  if (delimiter === undefined)
    throw refused(`Expected a column "file" in the first line of ${name}, beside ${listColumns.slice(1).join(', ')}.`)
  const table = await openTable(path, { encoding, delimiter, quote: '"' })
  const header = table.header.map(column => column.toLowerCase())
  const unknown = header.find(column => !listColumns.includes(column))
  if (unknown) throw refused(`Expected the columns ${listColumns.join(', ')} in ${name} but found "${unknown}".`)
  return { ...table, header }
}

/** Spreadsheets write commas, semicolons or tabs as their country has it: the one that shows a column `file` is right. */
async function delimiterOf(path: string, encoding: Encoding): Promise<string | undefined> {
  for await (const text of decodedText(path, encoding)) {
    const [line = ''] = text.split(/[\r\n]/, 1)
    return [',', ';', '\t'].find(delimiter => line.split(delimiter).some(cell => /^\s*"?\s*file\s*"?\s*$/i.test(cell)))
  }
  return undefined
}

const refused = (sentence: string): DomainError => new DomainError('refused', sentence)

/** @returns what is wrong, as a sentence, where the line cannot be understood */
function entryFrom({ line, cells }: Row, header: readonly string[]): ListEntry | string {
  const cell = (column: string): string => cells[header.indexOf(column)]?.trim() ?? ''
  const [file, work, id, view, layerWord] = ['file', 'work', 'id', 'view', 'layer'].map(cell) as [
    string,
    string,
    string,
    string,
    string,
  ]
  if (cells.length > header.length) return `expected ${header.length} cells but received ${cells.length}.`
  if (file === '') return 'expected the name of a file.'
  if (view !== '' && !(/^\d{1,2}$/.test(view) && Number(view) >= 1))
    return `expected a view from 1 to ${MOST_VIEWS} but received "${view}".`
  const layer = layerWord === '' ? 'visible' : layerNamed(layerWord)
  if (!layer) return `expected visible, infrared, xray, ultraviolet or raking as layer but received "${layerWord}".`
  if (id !== '' && slug(id) !== id) return `expected an id of a-z, 0-9, ".", "_" and "-" but received "${id}".`
  const wrong = limitNames.find(name => !/^\d{0,10}$/.test(cell(limitColumns[name])))
  if (wrong) return `expected a number of px as ${limitColumns[wrong]} but received "${cell(limitColumns[wrong])}".`
  const limits = limitNames.flatMap(name =>
    cell(limitColumns[name]) ? [[name, Number(cell(limitColumns[name]))] as const] : [],
  )
  const words = wordsFrom(cell)
  if (typeof words === 'string') return words
  return {
    line,
    file: file.normalize('NFC').replaceAll('\\', '/').replace(/^\.\//, ''),
    view: view === '' ? 1 : Number(view),
    layer,
    ...(work ? { work } : {}),
    ...(id ? { id } : {}),
    ...(limits.length > 0 ? { limits: Object.fromEntries(limits) } : {}),
    ...words,
  }
}

type Words = Pick<ListEntry, 'label' | 'section' | 'layerLabel'>

/** What a line calls the view, its section and its layer. @returns what is wrong, as a sentence */
function wordsFrom(cell: (column: string) => string): Words | string {
  const inLanguages = (column: string): LanguageMap =>
    Object.fromEntries(
      languages.flatMap(language => {
        const text = cell(`${column}_${language}`)
        return text ? [[language, [text]]] : []
      }),
    )
  const [label, layerLabel] = [inLanguages('label'), inLanguages('layer_label')]
  const section = sectionFrom(inLanguages('section'))
  if (!section) return 'expected as many levels, parted by " > ", in each language of its section, and none empty.'
  return {
    ...(Object.keys(label).length > 0 ? { label } : {}),
    ...(section.length > 0 ? { section } : {}),
    ...(Object.keys(layerLabel).length > 0 ? { layerLabel } : {}),
  }
}

/** `Livre I > Chapitre 2` in one language or several, level by level. @returns undefined where they do not fit */
function sectionFrom(words: LanguageMap): readonly LanguageMap[] | undefined {
  const paths = Object.entries(words).map(
    ([language, [text = '']]) => [language, text.split(levelSeparator).map(label => label.trim())] as const,
  )
  const first = paths[0]?.[1]
  if (first === undefined) return []
  if (paths.some(([, path]) => path.length !== first.length || path.includes(''))) return undefined
  return first.map((_, level) => Object.fromEntries(paths.map(([language, path]) => [language, [path[level] ?? '']])))
}
