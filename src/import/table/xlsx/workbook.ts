import { basename, posix } from 'node:path'
import { DomainError } from '../../../errors.js'
import { headerFrom, type Row } from '../row.js'
import { type Archive, openArchive } from './archive.js'
import { type Spelling, spellingOf } from './numbers.js'
import { type Book, mergesIn, sheetRows } from './sheet.js'
import { sharedStrings } from './strings.js'
import { parse } from './xml.js'

type Sheet = Readonly<{ name: string; part: string }>

type Opened = Readonly<{ header: readonly string[]; form: string; rows(): AsyncGenerator<Row> }>

/** Opens one sheet of a .xlsx file, the first where none is named; its first row that is not empty is the header. */
export async function openWorkbook(path: string, wanted?: string): Promise<Opened> {
  const archive = await openArchive(path)
  const { sheets, strings, styles, epoch1904 } = await readWorkbook(archive, path)
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted.normalize('NFC'))
  if (!sheet) throw noSheet(path, wanted, sheets)
  const book: Book = {
    strings: strings === undefined ? [] : await sharedStrings(archive, strings),
    spellings: styles === undefined ? [] : await spellingsIn(archive, styles),
    epoch1904,
    merges: await mergesIn(archive.read(sheet.part)),
  }
  const read = (): AsyncGenerator<Row> => sheetRows(archive.read(sheet.part), book, sheet.part)
  const rows = read()
  const first = await rows.next()
  await rows.return(undefined)
  if (first.done)
    throw new DomainError('refused', `Expected a header in sheet "${sheet.name}" of ${basename(path)} but it is empty.`)
  return {
    header: headerFrom(first.value.cells, path),
    form: `XLSX, sheet "${sheet.name}"${sheets.length > 1 ? ` of ${sheets.length}` : ''}`,
    async *rows() {
      const again = read()
      await again.next()
      yield* again
    },
  }
}

type Workbook = Readonly<{
  sheets: readonly Sheet[]
  strings: string | undefined
  styles: string | undefined
  epoch1904: boolean
}>

async function readWorkbook(archive: Archive, path: string): Promise<Workbook> {
  const root = archive.has('_rels/.rels') ? await relations(archive, '') : []
  const workbook = root.find(({ type }) => type === 'officeDocument')?.target
  if (workbook === undefined || !archive.has(workbook))
    throw new DomainError(
      'refused',
      `Expected a spreadsheet in ${basename(path)} but the archive holds none; save it as .xlsx or CSV (UTF-8) first.`,
    )
  const links = await relations(archive, workbook)
  const parts = new Map(links.map(({ id, target }) => [id, target]))
  const sheets: Sheet[] = []
  let epoch1904 = false
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'workbookPr') epoch1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
    if (name !== 'sheet') return
    const part = parts.get(Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '')
    if (part !== undefined && archive.has(part)) sheets.push({ name: (attributes.name ?? '').normalize('NFC'), part })
  }
  await parse(archive.read(workbook), { open }, workbook)
  const ofType = (wanted: string) => links.find(({ type, target }) => type === wanted && archive.has(target))?.target
  return { sheets, strings: ofType('sharedStrings'), styles: ofType('styles'), epoch1904 }
}

type Relation = Readonly<{ id: string; type: string; target: string }>

/** What a part points to; types by their last word, since there are two families of namespaces. */
async function relations(archive: Archive, part: string): Promise<readonly Relation[]> {
  const { dir, base } = posix.parse(part)
  const file = posix.join(dir, '_rels', `${base}.rels`)
  const found: Relation[] = []
  const open = (name: string, { Id = '', Type = '', Target = '' }: Readonly<Record<string, string>>): void => {
    if (name !== 'Relationship') return
    const target = Target.startsWith('/') ? Target.slice(1) : posix.join(dir, Target)
    found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target })
  }
  if (archive.has(file)) await parse(archive.read(file), { open }, file)
  return found
}

/** How numbers are spelled, by the style that a cell names. */
async function spellingsIn(archive: Archive, part: string): Promise<readonly Spelling[]> {
  const codes = new Map<number, string>()
  const spellings: Spelling[] = []
  let inCells = false
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
    if (name === 'cellXfs') inCells = true
    if (name !== 'xf' || !inCells) return
    const id = Number(attributes.numFmtId ?? 0)
    spellings.push(spellingOf(id, codes.get(id)))
  }
  const close = (name: string): void => {
    if (name === 'cellXfs') inCells = false
  }
  await parse(archive.read(part), { open, close }, part)
  return spellings
}

function noSheet(path: string, wanted: string | undefined, sheets: readonly Sheet[]): DomainError {
  const names = sheets.map(({ name }) => `"${name}"`).join(', ')
  const sentence =
    wanted === undefined ? `${basename(path)} has no sheet of cells` : `${basename(path)} has no sheet "${wanted}"`
  return new DomainError('refused', `${sentence}${names === '' ? '' : `; it has ${names}`}.`)
}
