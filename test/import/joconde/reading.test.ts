import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openNotices } from '../../../src/import/joconde/file.js'
import { valuesOf } from '../../../src/import/joconde/source-notice.js'
import { gather } from '../catalogue.js'
import { labelled, openDataNames } from './samples.js'

async function read(t: Test, content: string | Buffer) {
  const file = await openNotices(join(t.testdir({ notices: content }), 'notices'))
  const groups = await gather(file.groups())
  return {
    ...file,
    all: groups.map(({ id, notices }) => ({
      id,
      ...valuesOf(
        notices.flatMap(({ fields }) => fields),
        file.separator,
      ),
    })),
    fields: groups.flatMap(({ notices }) => notices.map(({ fields }) => fields)),
    lines: groups.map(({ notices }) => notices[0].line),
  }
}

const verriere = { REF: '01610014032', DOMN: 'vitrail', TITR: 'Verrière', MUSEO: 'M0161' }

t.test('ajout piloté keeps values with their lines, and reads on where a line ends in a hyphen', async t => {
  const text =
    'REF\n01610014032\nDESC\nFond de vaisselle, -\nà pied annulaire#estampille\nCOMM\n//\n\nREF\n01610014033\nTITR\nEDO\n//'
  const { form, all, fields, lines } = await read(t, text)
  t.equal(form, 'labelled')
  t.strictSame(fields[0], [
    ['REF', '01610014032'],
    ['DESC', 'Fond de vaisselle, -\nà pied annulaire#estampille'],
    ['COMM', ''],
  ])
  t.equal(all[0]?.text('DESC'), 'Fond de vaisselle, à pied annulaire#estampille')
  t.equal(all[1]?.text('TITR'), 'EDO', 'a word in capitals is no label')
  t.strictSame(lines, [1, 9])
})

t.test(
  'a notice that is not closed is read and marked; text before a label, and a notice without end, are refused',
  async t => {
    t.match((await read(t, 'REF\n01610014032\nINV\n1')).fields.length, 1)
    await t.rejects(read(t, 'REF\n1\n//\nhors notice\n'), { code: 'refused', message: /line 4/ })
    await t.rejects(read(t, `REF\n${'x\n'.repeat(1_100_000)}`), { code: 'too-large', message: /line 1 never ends/ })
  },
)

t.test('every encoding is found out', async t => {
  const text = labelled(verriere)
  const encodings = [
    [Buffer.from(text), 'utf-8', false],
    [Buffer.from(`\uFEFF${text}`), 'utf-8', true],
    [Buffer.from(text, 'latin1'), 'windows-1252', false],
    [Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le', true],
    [Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16be', true],
  ] as const
  for (const [bytes, encoding, byteOrderMark] of encodings) {
    const { all, encoding: found } = await read(t, bytes)
    t.strictSame(found, { encoding, byteOrderMark })
    t.equal(all[0]?.text('TITR'), 'Verrière', encoding)
  }
  t.equal((await read(t, Buffer.from(text).toString('latin1'))).all[0]?.text('TITR'), 'Verrière', 'encoded twice')
})

t.test('CSV of POP has codes as names; references have lost their zeros, and cells hold semicolons', async t => {
  const { form, all } = await read(
    t,
    'REF;DOMN;TITR;MUSEO\r\n1610014032;"archéologie ; céramique";"dit ""la Main""";M0161\r\n',
  )
  t.equal(form, 'pop')
  t.equal(all[0]?.id, '01610014032')
  t.strictSame(all[0]?.list('DOMN'), ['archéologie', 'céramique'])
  t.equal(all[0]?.text('TITR'), 'dit "la Main"')
})

t.test('the extract of data.culture.gouv.fr is read by its 67 names, byte order mark and all', async t => {
  const row = openDataNames.map(name =>
    name === 'Reference' ? '000PE000716' : name.includes('Domaine') ? 'peinture;dessin' : name,
  )
  const { form, all, separator } = await read(
    t,
    `\uFEFF${openDataNames.join(';')}\n${row.map(cell => `"${cell}"`).join(';')}\n`,
  )
  t.equal(form, 'openData')
  t.equal(separator, 'semicolon')
  t.equal(all[0]?.id, '000PE000716')
  t.strictSame(all[0]?.list('DOMN'), ['peinture', 'dessin'])
  t.equal(all[0]?.text('MANQUANT_COM'), 'Manquant commentaires')
})

t.test('commas without a space are read as the semicolons that they were', async t => {
  const { all, separator } = await read(
    t,
    'reference;domaine;auteur;materiaux_techniques\n00000000001;arts décoratifs,verrerie;"DAUM (verrier, manufacture),GRUBER Jacques";verre, émail\n',
  )
  t.equal(separator, 'comma')
  t.strictSame(all[0]?.list('AUTR'), ['DAUM (verrier, manufacture)', 'GRUBER Jacques'])
  t.strictSame(all[0]?.list('TECH'), ['verre, émail'])
})

t.test('tab-separated dumps in latin1 quote nothing', async t => {
  const { form, all } = await read(t, Buffer.from('REF\tDOMN\tTITR\n00000000001\tpeinture\t"Étude\n', 'latin1'))
  t.equal(form, 'tabbed')
  t.equal(all[0]?.text('TITR'), '"Étude')
})

t.test('JSON of the API is read whatever stands around its records', async t => {
  const records = [
    {
      reference: '00000000001',
      auteur: ['DAUM (verrier)', 'GRUBER Jacques'],
      titre: 'Un "vase" {vide}',
      manquant: null,
      n: { lat: 1 },
    },
    { reference: '00000000002', auteur: [], titre: 'Coupe\\' },
  ]
  const old = [{ recordid: 'x', fields: { ref: '00000000003', autr: 'DAUM' }, geometry: { type: 'Point' } }]
  const forms = [
    JSON.stringify(records),
    JSON.stringify(records, null, 2),
    JSON.stringify({ total_count: 2, results: records }),
    records.map(record => JSON.stringify(record)).join('\n'),
  ]
  for (const text of forms) {
    const { form, all, fields } = await read(t, text)
    t.equal(form, 'json')
    t.strictSame(
      all.map(({ id }) => id),
      ['00000000001', '00000000002'],
    )
    t.strictSame(all[0]?.list('AUTR'), ['DAUM (verrier)', 'GRUBER Jacques'])
    t.equal(all[0]?.text('TITR'), 'Un "vase" {vide}')
    t.strictSame(fields[0]?.at(-1), ['n', '{"lat":1}'])
    t.strictSame(fields[1]?.[1], ['auteur', ''])
  }
  const { all, fields } = await read(t, JSON.stringify(old))
  t.equal(all[0]?.text('AUTR'), 'DAUM')
  t.strictSame(fields[0], [
    ['ref', '00000000003'],
    ['autr', 'DAUM'],
    ['recordid', 'x'],
    ['geometry', '{"type":"Point"}'],
  ])
  await t.rejects(read(t, JSON.stringify(records).slice(0, -9)), { code: 'refused' })
  await t.rejects(read(t, `${forms.at(-1)}\nnull\n`), {
    code: 'refused',
    message: 'Expected an object in braces but record 3 is none.',
  })
})

t.test('a file of another kind is refused', async t => {
  await t.rejects(read(t, 'nom,prénom\na,b\n'), { code: 'refused', message: /Expected notices of Joconde/ })
  await t.rejects(read(t, ''), { code: 'refused' })
})

t.test('notices without a reference are known by museum and number, else by their content', async t => {
  const row = (deno: string, inventory = '', maj = '2020') => ['', 'M0155', 'verrerie', inventory, deno, maj].join(';')
  const head = 'REF;MUSEO;DOMN;INV;DENO;DMAJ'
  const ids = async (...rows: readonly string[]) => (await read(t, [head, ...rows].join('\n'))).all.map(({ id }) => id)
  const [numbered, vase, coupe] = await ids(row('vase', 'NM 12'), row('vase'), row('coupe'))
  t.equal(numbered, 'M0155-inv-NM_12')
  t.match(vase, /^M0155-sans-ref-[0-9a-f]{16}$/)
  t.not(vase, coupe)
  t.strictSame(
    await ids(row('coupe'), row('vase', '', '2026')),
    [coupe, vase],
    'neither order nor date of update matter',
  )
  t.strictSame(await ids(row('vase'), row('vase'), row('vase', 'NM 12'), row('pot', 'NM 12')), [
    vase,
    `${vase}-2`,
    numbered,
    `${numbered}-2`,
  ])
})
