import { truncateSync } from 'node:fs'
import t, { type Test } from 'tap'
import { parseMapping } from '../../../src/import/table/mapping.js'
import { openMapped } from '../../../src/import/table/source.js'
import { spelled, spellingOf } from '../../../src/import/table/xlsx/numbers.js'
import { openWorkbook } from '../../../src/import/table/xlsx/workbook.js'
import { gather } from '../catalogue.js'
import { archive, book, sharedStrings, sheet, styles, workbook } from './workbook.js'

const read = async (path: string, name?: string) => {
  const { header, form, rows } = await openWorkbook(path, name)
  return { header, form, rows: await gather(rows()) }
}
const inline = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const header = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
const strings = sharedStrings(['<t>id</t>', '<t>titre</t>'])
const simple = (t: Test, rows: string, after = '', more: Readonly<Record<string, string>> = {}): string =>
  workbook(t, {
    'xl/sharedStrings.xml': strings,
    'xl/worksheets/sheet1.xml': sheet(header + rows, after),
    ...more,
  })

t.test('cells come as they are shown: texts, numbers, dates, truths, results of formulas', async t => {
  const path = workbook(t, {
    'xl/styles.xml': styles([
      [14],
      [164, '00000000000'],
      [165, 'yyyy'],
      [166, '"M"0000'],
      [167, 'dd/mm/yyyy\\ hh:mm'],
      [9],
    ]),
    'xl/sharedStrings.xml': sharedStrings([
      '<t>id</t>',
      '<r><rPr><b/></rPr><t xml:space="preserve">Le </t></r><r><t>Carnaval</t></r><rPh sb="0" eb="1"><t>non</t></rPh>',
      '<t>deux_x000D_\nlignes &amp; « œ »</t>',
    ]),
    'xl/worksheets/sheet1.xml': sheet(
      `<row r="1"><c r="A1" t="s"><v>0</v></c>${[...'BCDEFGHIJKL'].map(c => inline(`${c}1`, c)).join('')}</row>
       <row r="3" hidden="1"><c r="A3" s="2"><v>6380000240</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c>
       <c r="D3" s="1"><v>-1</v></c><c r="E3" s="1"><v>32874</v></c><c r="F3" s="3"><v>32874</v></c><c r="G3" s="4"><v>629</v></c>
       <c r="H3" t="b"><v>1</v></c><c r="I3"><f>10*4.52</f><v>45.200000000000003</v></c><c r="J3" t="str"><f>A1</f><v>id</v></c>
       <c r="K3" s="5"><v>32874.75</v></c><c r="L3" t="e"><v>#N/A</v></c></row>`,
    ),
  })
  const { rows, form } = await read(path)
  t.equal(form, 'XLSX, sheet "Œuvres" of 2')
  t.strictSame(rows, [
    {
      line: 3,
      cells: [
        '06380000240',
        'Le Carnaval',
        'deux\r\nlignes & « œ »',
        '-1',
        '1990-01-01',
        '1990',
        'M0629',
        'true',
        '45.2',
        'id',
        '1990-01-01T18:00:00',
        '#N/A',
      ],
    },
  ])
})

t.test('days are counted as each of the two systems does', t => {
  const day = (serial: string, epoch1904 = false) => spelled(serial, 'date', epoch1904)
  const table = [
    [day('1'), '1900-01-01'],
    [day('59'), '1900-02-28'],
    [day('61'), '1900-03-01'],
    [day('45292'), '2024-01-01'],
    [day('0', true), '1904-01-01'],
    [day('43830', true), '2024-01-01'],
    [day('0.5'), '12:00:00'],
    [day('45291.999999'), '2024-01-01'],
    [day('-5'), '-5'],
    [day('1e300'), '1e300'],
  ]
  for (const [shown, expected] of table) t.equal(shown, expected)
  t.end()
})

t.test('formats of numbers say what a number is', t => {
  const table: readonly (readonly [id: number, code: string | undefined, number: string, shown: string])[] = [
    [0, undefined, '1e-7', '1e-7'],
    [2, undefined, '45.25', '45.25'],
    [10, undefined, '0.125', '12.5%'],
    [164, 'General', '12345678901234', '12345678901234'],
    [164, '0.00" cm"', '45.2', '45.2 cm'],
    [164, '00000', '42', '00042'],
    [164, '00000', '42.5', '00042.5'],
    [164, '[$-40C]d mmmm yyyy;@', '45292', '2024-01-01'],
    [164, '[Red]0.0', '7.1', '7.1'],
    [164, '"dimanche" 0', '7', '7'],
    [164, '[h]:mm', '0.25', '06:00:00'],
  ]
  for (const [id, code, number, shown] of table) t.equal(spelled(number, spellingOf(id, code), false), shown, `${code}`)
  t.end()
})

t.test('a workbook of 1904 says so', async t => {
  const rows = `<row r="2">${inline('A2', 'a')}<c r="B2" s="1"><v>0</v></c></row>`
  const more = { 'xl/workbook.xml': book('<workbookPr date1904="1"/>'), 'xl/styles.xml': styles([[14]]) }
  t.strictSame((await read(simple(t, rows, '', more))).rows, [{ line: 2, cells: ['a', '1904-01-01'] }])
})

t.test('empty rows are passed over, gaps are empty cells, and merged cells mean each of their rows', async t => {
  const rows = `<row r="2">${inline('A2', 'a')}${inline('C2', 'x')}</row><row r="4"/><row r="5"><c r="A5" s="1"/>${inline('B5', 'B')}</row>
    <row><c t="inlineStr"><is><t>c</t></is></c><c><v>7</v></c></row>`
  const merges = '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="A2:B5"/></mergeCells>'
  t.strictSame((await read(simple(t, rows, merges))).rows, [
    { line: 2, cells: ['a', '', 'x'] },
    { line: 4, cells: ['a'] },
    { line: 5, cells: ['a', 'B'] },
    { line: 6, cells: ['c', '7'] },
  ])
})

t.test('a sheet is chosen by its name, and one that is not there is refused with those that are', async t => {
  const path = simple(t, '')
  t.strictSame((await read(path, 'Notes')).header, ['note'])
  await t.rejects(read(path, 'Feuil1'), {
    code: 'refused',
    message: 'works.xlsx has no sheet "Feuil1"; it has "Œuvres", "Notes".',
  })
})

t.test('a spreadsheet is imported as a table, its sheet named by the mapping', async t => {
  const path = simple(t, `<row r="2">${inline('A2', 'a')}${inline('B2', 'Le Carnaval')}</row>`)
  const mapping = { sheet: 'Œuvres', id: { column: 'id' }, columns: { titre: 'title' } }
  const incoming = await openMapped(path, parseMapping(JSON.stringify(mapping), 'm.json'))
  t.match(incoming, { kind: 'works', about: { rows: 1, serialisation: 'XLSX, sheet "Œuvres" of 2' } })
  const works = incoming.kind === 'works' ? await gather(incoming.works) : []
  t.match(works, [{ line: 2, record: { id: 'a', title: { fr: ['Le Carnaval'] } } }])
})

t.test('what is damaged, hostile or no spreadsheet is refused with a sentence', async t => {
  const refused = (path: string, message: RegExp, code = 'refused') => t.rejects(read(path), { code, message })
  const cut = simple(t, `<row r="2">${inline('A2', 'x'.repeat(5000))}</row>`)
  truncateSync(cut, 900)
  await refused(cut, /^Cannot read works\.xlsx as a spreadsheet \(\.xlsx\): it is not a whole archive\.$/)
  await refused(
    archive(t, [{ name: 'content.xml', content: '<a/>' }], 'works.ods'),
    /^Expected a spreadsheet in works\.ods/,
  )
  await refused(simple(t, '<row r="2"><c r="A2">'), /the XML is not well-formed in xl\/worksheets\/sheet1\.xml/)
  await refused(
    simple(t, '<row r="2"><c r="A2"><f>B1</f></c></row>'),
    /a formula without its result in row 2, column 1; open it/,
  )
  await refused(simple(t, '<row r="9999999"/>'), /more than any program can show: row 9999999/, 'too-large')
  await refused(simple(t, '<row r="2"><c r="XFE2"><v>1</v></c></row>'), /column XFE2/, 'too-large')
  await refused(
    simple(t, `<row r="2">${inline('A2', 'x'.repeat(3_000_000))}</row>`),
    /a text is longer than 1048576 characters/,
  )
  const entities = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
  await refused(
    simple(t, '', '', { 'xl/worksheets/sheet1.xml': entities }),
    /a document type, which spreadsheets have not/,
  )
  t.strictSame((await read(simple(t, `<row r="2"><c r="A2" t="s"><v>99</v></c>${inline('B2', 'b')}</row>`))).rows, [
    { line: 2, cells: ['', 'b'] },
  ])
})

t.test('an archive that says more or less than it holds is refused before it is inflated', async t => {
  const rels = '<Relationships><Relationship Type="/officeDocument" Target="w.xml"/></Relationships>'
  const bomb = (claimed: number) =>
    read(
      archive(t, [
        { name: '_rels/.rels', content: rels },
        { name: 'w.xml', content: 'x'.repeat(100_000), claimed },
      ]),
    )
  await t.rejects(bomb(2_000_000_000), { code: 'too-large', message: /holds more than a spreadsheet does/ })
  await t.rejects(bomb(100), { code: 'refused', message: /its part w\.xml cannot be read/ })
})
