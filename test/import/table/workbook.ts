import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type { Test } from 'tap'

/** A part of an archive; `claimed` is the size that its table of contents gives instead of the true one. */
type Part = Readonly<{ name: string; content: string; claimed?: number }>

/** Writes a .xlsx file of the given parts below `xl/`, with the few that point to them. */
export function workbook(t: Test, parts: Readonly<Record<string, string>>, name = 'works.xlsx'): string {
  const content = Object.entries({ ...frame, ...parts }).map(([part, xml]) => ({ name: part, content: xml }))
  return archive(t, content, name)
}

/** Sheets that hold rows written as XML, the first of which is `Œuvres`. */
export const sheet = (rows: string, after = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`

export const sharedStrings = (items: readonly string[]): string =>
  `<sst xmlns="${main}">${items.map(item => `<si>${item}</si>`).join('')}</sst>`

export const styles = (formats: readonly (readonly [id: number, code?: string])[]): string =>
  `<styleSheet xmlns="${main}"><numFmts>${formats
    .filter(([, code]) => code !== undefined)
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code?.replaceAll('"', '&quot;')}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
    .map(([id]) => `<xf numFmtId="${id}"/>`)
    .join('')}</cellXfs></styleSheet>`

export const book = (properties = ''): string =>
  `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets><sheet name="Œuvres" sheetId="1" r:id="rId1"/><sheet name="Notes" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const frame = {
  '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': book(),
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/worksheets/sheet2.xml': sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>note</t></is></c></row>'),
}

/** Writes a ZIP archive. */
export function archive(t: Test, parts: readonly Part[], name = 'works.xlsx'): string {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name: part, content, claimed } of parts) {
    const [bytes, path] = [Buffer.from(content), Buffer.from(part)]
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claimed ?? bytes.length, 18)
    fields.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, path, packed])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    entries.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fields, where, path]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  const path = join(t.testdir({}), name)
  writeFileSync(path, Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006'), end]))
  return path
}
