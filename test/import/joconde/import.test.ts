import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { Notice, WorkRecord } from '../../../src/catalogue/model.js'
import { importFile } from '../../../src/import/import-file.js'
import { needs, shared } from '../../shared.js'
import { emptyCatalogue } from '../catalogue.js'
import { pop, realRows, table } from './real.js'
import { flawless, labelled } from './samples.js'

const today = new Date('2026-05-01T12:00:00Z')
type Catalogue = ReturnType<typeof emptyCatalogue>

const bringFile = (path: string, catalogue: Catalogue, preview = false) =>
  importFile({ path, format: 'joconde', today }, catalogue, { preview })

const bring = (t: Test, content: string, catalogue: Catalogue) => {
  const path = join(t.testdir({ notices: content }), 'notices')
  return bringFile(path, catalogue)
}

async function noticeOf(catalogue: Catalogue, id: string): Promise<Notice['fields']> {
  const [record] = await catalogue.writer.records([id])
  return record?.notice?.fields ?? []
}

/** Every record of a catalogue, by id. */
async function recordsOf({ reader, writer }: Catalogue): Promise<readonly WorkRecord[]> {
  const works = await reader.listWorks({}, { offset: 0, limit: 10_000 })
  return writer.records(works.map(({ id }) => id))
}

t.test('6,080 real notices come in without a lost value, twice the same', needs(table), async t => {
  const catalogue = emptyCatalogue(t)
  const path = shared(table) ?? ''
  const dry = await bringFile(path, catalogue, true)
  t.match(dry.tally, { rows: 6080, created: 6080, refused: 0 })
  t.equal(await catalogue.reader.isEmpty(), true)
  const { tally, lint, about } = await bringFile(path, catalogue)
  t.match(tally, { rows: 6080, created: 6080, refused: 0 })
  t.strictSame(lint, dry.lint)
  t.match(about, { form: 'openData', encoding: { encoding: 'utf-8' } })

  const records = await recordsOf(catalogue)
  const kept = new Map(records.map(({ notice }) => [new Map(notice?.fields).get('column 1'), notice?.fields]))
  const lost = realRows().filter(row => {
    const filled = Object.entries(row).filter(([, value]) => value.trim() !== '')
    return JSON.stringify(filled) !== JSON.stringify(kept.get(row['column 1'] ?? ''))
  })
  t.strictSame(lost, [], 'every cell of every row stands in a notice, in order')
  t.equal(records.filter(({ id }) => id.includes('-sans-ref-')).length, 972)
  t.equal(records.filter(({ date }) => date?.edtf !== undefined).length, records.filter(({ date }) => date).length)
  t.match((await bringFile(path, catalogue)).tally, { created: 0, updated: 0, unchanged: 6080 })
})

t.test('the notices of POP come in, and go out again line by line', needs(pop), async t => {
  for (const name of readdirSync(shared(pop) ?? '').filter(name => name.endsWith('.txt'))) {
    const catalogue = emptyCatalogue(t)
    const path = join(shared(pop) ?? '', name)
    await bringFile(path, catalogue)
    const written = (await recordsOf(catalogue))
      .map(({ notice }) => notice?.fields ?? [])
      .map(fields => fields.flatMap(([label, value]) => [label, ...value.split('\n')]).join('\n'))
    const source = readFileSync(path, 'utf8')
      .replaceAll('\r\n', '\n')
      .split(/\n?^\/\/$\n?/m)
    const notices = source.map(notice => notice.trim()).filter(notice => notice !== '')
    t.strictSame(written.toSorted(), notices.toSorted(), name)
  }
})

t.test('a notice becomes a work with its makers, dates, measures and rights', async t => {
  const catalogue = emptyCatalogue(t)
  await bring(t, labelled(flawless), catalogue)
  const [work] = await catalogue.reader.works(['M0162000123'])
  t.match(work, {
    museum: 'M0162',
    inventory: '2015.2.3',
    title: { fr: ['Vénus : titre factice'] },
    makers: [{ name: 'Poussin Nicolas', readableName: 'Nicolas Poussin', dates: '1594 - 1665' }],
    date: { words: { fr: ['vers 1630'] }, earliest: 1630, latest: 1630, edtf: '1630~' },
    dimensions: { words: 'H. 155 ; L. 55.5', heightMm: 1550, widthMm: 555 },
    rights: { photograph: { fr: ['Jeanne Martin'] }, copyright: { fr: ['© Ville d’Autun'] }, publicDomainFrom: 1736 },
    texts: {
      domain: { fr: ['sculpture', 'beaux-arts'] },
      materials: { fr: ['ivoire, gravé', 'laiton, argenté'] },
      period: { fr: ['2e quart 17e siècle'] },
      legalStatus: { fr: ['propriété de la commune, don manuel, Autun, musée Rolin'] },
    },
  })
  t.equal(work?.rights?.uri, undefined, 'a legal status is no licence, and no photograph gets one')
})

t.test('an update speaks of some fields: it changes these, deletes the empty ones and leaves the others', async t => {
  const catalogue = emptyCatalogue(t)
  await bring(t, labelled({ ...flawless, DESC: 'Une statue', COMM: 'À revoir' }), catalogue)
  const { REF, MUSEO, DOMN, INV, STAT } = flawless
  const update = labelled({ REF, MUSEO, DOMN, INV, STAT, DENO: 'statuette', COMM: '', GENE: 'copie' })
  t.match((await bring(t, update, catalogue)).tally, { updated: 1 })
  const [work] = await catalogue.reader.works([REF])
  t.match(work, { summary: { fr: ['Une statue'] }, texts: { type: { fr: ['statuette'] }, genesis: { fr: ['copie'] } } })
  t.equal(work?.texts?.comments, undefined)
  const fields = await noticeOf(catalogue, REF)
  t.strictSame(
    fields.map(([name]) => name),
    [...Object.keys(flawless), 'DESC', 'GENE'],
    'fields keep their places',
  )
  t.match((await bring(t, update, catalogue)).tally, { unchanged: 1 })

  t.match((await bring(t, `REF;DOMN;Titre\n${REF};sculpture;Junon\n`, catalogue)).tally, { updated: 1 })
  t.match(await catalogue.reader.works([REF]), [{ title: { fr: ['Junon'] }, summary: { fr: ['Une statue'] } }])
})

t.test('drafts are updated as published works are', async t => {
  const catalogue = emptyCatalogue(t)
  const path = join(t.testdir({ a: labelled(flawless) }), 'a')
  await importFile({ path, format: 'joconde', today }, catalogue, { draft: true })
  const update = join(t.testdir({ a: labelled({ REF: flawless.REF, DENO: 'statuette' }) }), 'a')
  await importFile({ path: update, format: 'joconde', today }, catalogue, { draft: true })
  t.strictSame(await catalogue.reader.works([flawless.REF]), [])
  t.strictSame(new Map(await noticeOf(catalogue, flawless.REF)).get('TITR'), flawless.TITR)
})

t.test('notices of one reference are one work that keeps the values of all', async t => {
  const catalogue = emptyCatalogue(t)
  const { tally, lint } = await bring(t, labelled(flawless, { ...flawless, TITR: 'Junon' }), catalogue)
  t.match(tally, { rows: 2, created: 1, refused: 0 })
  t.match(
    lint?.groups.find(({ rule }) => rule === 'reference-twice'),
    { total: 1 },
  )
  const titles = (await noticeOf(catalogue, flawless.REF)).filter(([name]) => name === 'TITR')
  t.strictSame(titles, [
    ['TITR', flawless.TITR],
    ['TITR', 'Junon'],
  ])
})

t.test('fields of any length and content are kept, and not read where they cannot be what they should', async t => {
  const catalogue = emptyCatalogue(t)
  const long = {
    ...flawless,
    MILL: 'vers '.repeat(100_000),
    DIMS: 'H. '.repeat(200_000),
    AUTR: `${'('.repeat(300_000)} : `,
    DESC: `a${' '.repeat(400_000)}b`,
    MUSEO: `M${'0'.repeat(1000)}`,
  }
  for (const [code, value] of Object.entries(long)) {
    await bring(t, labelled({ ...flawless, [code]: value }), catalogue)
    const [record] = await catalogue.writer.records([long.REF])
    t.equal(new Map(record?.notice?.fields).get(code), value.trim(), code)
  }
})

t.test('a row with more cells than the header is refused, not misread', async t => {
  const catalogue = emptyCatalogue(t)
  const { tally, lint } = await bring(
    t,
    'REF;DOMN;TITR\n00000000001;peinture;Vénus;Junon\n00000000002;dessin;Pan\n',
    catalogue,
  )
  t.match(tally, { rows: 2, created: 1, refused: 1 })
  t.match(lint?.groups.find(({ rule }) => rule === 'row-overlong')?.cases, [{ id: '00000000001', line: 2 }])
})
