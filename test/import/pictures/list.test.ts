import { join } from 'node:path'
import t from 'tap'
import { readList } from '../../../src/import/pictures/list.js'

t.test('a list is read with commas, semicolons and tabs, in any order of columns', async t => {
  const rows = [
    ['Work', 'file', 'view', 'layer', 'label_fr', 'layer_label_nl', 'max_width', 'max_area'],
    ['PE157', 'a\\b.tif', '2', 'IR', 'Le dos, éclairé', 'Infrarood', '1200', '0'],
    ['', 'c.tif', '', '', '', '', '', ''],
  ]
  const expected = [
    {
      line: 2,
      file: 'a/b.tif',
      work: 'PE157',
      view: 2,
      layer: 'infrared',
      limits: { maxWidth: 1200, maxArea: 0 },
      label: { fr: ['Le dos, éclairé'] },
      layerLabel: { nl: ['Infrarood'] },
    },
    { line: 3, file: 'c.tif', view: 1, layer: 'visible' },
  ]
  for (const delimiter of [',', ';', '\t']) {
    const text = rows
      .map(row => row.map(cell => (cell.includes(',') ? `"${cell}"` : cell)).join(delimiter))
      .join('\r\n')
    const folder = t.testdir({ 'list.csv': `\ufeff${text}\r\n` })
    t.strictSame(await readList(join(folder, 'list.csv')), expected, JSON.stringify(delimiter))
  }
})

t.test('a section is read level by level in its languages, which must agree in their levels', async t => {
  const list = (...rows: readonly string[]) =>
    readList(join(t.testdir({ 'list.csv': ['file,section_fr,section_en', ...rows].join('\n') }), 'list.csv'))
  const [entry, plain, none] = await list('a.tif,Livre I > Chapitre 2,Book I > Chapter 2', 'b.tif,Reliure,', 'c.tif,,')
  t.strictSame(entry?.section, [
    { fr: ['Livre I'], en: ['Book I'] },
    { fr: ['Chapitre 2'], en: ['Chapter 2'] },
  ])
  t.strictSame(plain?.section, [{ fr: ['Reliure'] }])
  t.equal(none?.section, undefined)
  const message = /line 2: expected as many levels/
  await t.rejects(list('a.tif,Livre I > Chapitre 2,Book I'), { code: 'refused', message })
  await t.rejects(list('a.tif,Livre I > > Chapitre 2,'), { code: 'refused', message })
})

t.test('every line that cannot be understood is told at once, and nothing else happens', async t => {
  const lines = [
    'file,work,view,layer,id',
    ',PE1,1,,',
    'a.tif,PE1,0,,',
    'b.tif,PE1,1,sonar,',
    'c.tif,PE1,1,,Not An Id',
    'd.tif,PE1,1,,,,x',
    'e.tif,PE1,1,,',
  ]
  const folder = t.testdir({ 'list.csv': lines.join('\n') })
  const error = await readList(join(folder, 'list.csv')).catch(reason => reason)
  t.equal(error.code, 'refused')
  t.strictSame(error.message.split('\n'), [
    'Nothing was ingested, because of the list:',
    '  list.csv, line 2: expected the name of a file.',
    '  list.csv, line 3: expected a view from 1 to 99 but received "0".',
    '  list.csv, line 4: expected visible, infrared, xray, ultraviolet or raking as layer but received "sonar".',
    '  list.csv, line 5: expected an id of a-z, 0-9, ".", "_" and "-" but received "Not An Id".',
    '  list.csv, line 6: expected 5 cells but received 7.',
  ])
})

t.test('a file that is no list is refused with what a list is', async t => {
  const folder = t.testdir({ 'works.csv': 'titre;auteur\na;b\n', 'odd.csv': 'file,wrok\na,b\n', 'empty.csv': '' })
  await t.rejects(readList(join(folder, 'works.csv')), { code: 'refused', message: /Expected a column "file"/ })
  await t.rejects(readList(join(folder, 'odd.csv')), { code: 'refused', message: /but found "wrok"/ })
  await t.rejects(readList(join(folder, 'empty.csv')), { code: 'refused' })
  await t.rejects(readList(join(folder, 'absent.csv')), { code: 'not-found' })
})
