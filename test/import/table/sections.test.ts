import { join } from 'node:path'
import t, { type Test } from 'tap'
import { parseMapping } from '../../../src/import/table/mapping.js'
import { entryFrom } from '../../../src/import/table/sections.js'
import { openMapped } from '../../../src/import/table/source.js'
import { gather } from '../catalogue.js'

async function works(t: Test, mapping: object, name: string, text: string) {
  const path = join(t.testdir({ [name]: text }), name)
  const incoming = await openMapped(path, parseMapping(JSON.stringify(mapping), 'm.json'))
  return incoming.kind === 'works' ? gather(incoming.works) : []
}

t.test('an entry is a path of labels and the views below it', async t => {
  const cases = [
    ['Reliure: 1', ['Reliure'], ['1']],
    ['Livre I > Chapitre 2: 4-6, 9', ['Livre I', 'Chapitre 2'], ['4', '5', '6', '9']],
    ['Livre I > Chapitre 2 : 4 – 5,1-p02', ['Livre I', 'Chapitre 2'], ['4', '5', '1-p02']],
    ['Acte I: Scène 2: 3', ['Acte I: Scène 2'], ['3']],
    ['Acte I: Scène 2', ['Acte I: Scène 2'], []],
    ['Heures: 1460', ['Heures'], ['1460']],
    ['Livre I', ['Livre I'], []],
    ['Panneaux A>B: 2', ['Panneaux A>B'], ['2']],
  ] as const
  for (const [text, path, views] of cases) t.strictSame(entryFrom(text), { path, views }, text)
  for (const text of ['Livre I > : 4', ': 4', ' > A: 1', 'A: 9-4', 'A: 1, deux', 'A: 1,,2', 'A: 1-9999, 1-9999'])
    t.equal(entryFrom(text), undefined, text)
})

const albums = [
  { label: { fr: ['Reliure'], en: ['Binding'] }, views: ['1', '2'] },
  {
    label: { fr: ['Voyage'], en: ['Journey'] },
    sections: [
      { label: { fr: ['Flandre'], en: ['Flanders'] }, views: ['3', '4'] },
      { label: { fr: ['Artois'], en: ['Artois'] }, views: ['5'] },
    ],
  },
]

t.test('a table of contents stands in one cell, or in the rows of one id, or in a list of JSON', async t => {
  const columns = {
    sommaire: { field: 'sections', separator: '|' },
    contents: { field: 'sections@en', separator: '|' },
  }
  const mapping = { id: { column: 'id' }, columns }
  const [cell] = await works(
    t,
    mapping,
    'cell.csv',
    [
      'id;sommaire;contents',
      'a;Reliure: 1-2|Voyage > Flandre: 3, 4|Voyage > Artois: 5;Binding: 1-2|Journey > Flanders: 3-4|Journey > Artois: 5',
    ].join('\n'),
  )
  t.strictSame(cell?.remarks, [])
  t.strictSame(cell?.record?.sections, albums)
  const [rows] = await works(
    t,
    mapping,
    'rows.csv',
    [
      'id,sommaire,contents',
      'a,"Reliure: 1-2","Binding: 1-2"',
      'a,"Voyage > Flandre: 3, 4","Journey > Flanders: 3-4"',
      'a,Voyage > Artois: 5,Journey > Artois: 5',
    ].join('\n'),
  )
  t.strictSame(rows?.record?.sections, albums)
  const [json] = await works(
    t,
    { id: { column: 'id' }, columns: { 'contents.fr': 'sections', 'contents.en': 'sections@en' } },
    'it.ndjson',
    JSON.stringify({
      id: 'a',
      contents: {
        fr: ['Reliure: 1-2', 'Voyage > Flandre: 3, 4', 'Voyage > Artois: 5'],
        en: ['Binding: 1-2', 'Journey > Flanders: 3-4', 'Journey > Artois: 5'],
      },
    }),
  )
  t.strictSame(json?.record?.sections, albums)
})

t.test('an entry that cannot be read is reported, and the others are taken', async t => {
  const mapping = { id: { column: 'id' }, columns: { sommaire: { field: 'sections', separator: '|' } } }
  const [work] = await works(t, mapping, 'it.csv', 'id,sommaire\na,Reliure: 1|Flandre: 9-4\n')
  t.strictSame(work?.record?.sections, [{ label: { fr: ['Reliure'] }, views: ['1'] }])
  t.match(work?.remarks, [{ kind: 'not-a-section', line: 2, column: 'sommaire', value: 'Flandre: 9-4' }])
})
