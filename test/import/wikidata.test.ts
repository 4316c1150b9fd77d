import { fileURLToPath } from 'node:url'
import t from 'tap'
import { importFile } from '../../src/import/import-file.js'
import { needs, shared } from '../shared.js'
import { emptyCatalogue } from './catalogue.js'

const mapping = fileURLToPath(new URL('../../manifests/mappings/wikidata-joconde.json', import.meta.url))
const [museofile, few, many] = [
  'data/joconde/npdc_museofile_49.csv',
  'data/joconde/npdc_works_wikidata_43.csv',
  'data/joconde/wikidata_joconde_oeuvres.csv',
]
const source = (path: string) => ({ path: shared(path) ?? '', format: 'csv', mapping }) as const

t.test('the works of the network find their museums, whichever comes first', needs(few), async t => {
  const catalogue = emptyCatalogue(t)
  const { tally } = await importFile(source(few), catalogue)
  t.match(tally, { rows: 43, created: 43, updated: 0, unchanged: 0, refused: 0 })
  t.equal(tally.remarks.get('unknown-museum')?.total, 43)
  await importFile({ path: shared(museofile) ?? '', format: 'museofile' }, catalogue)
  t.match(await catalogue.reader.museum('M0638'), { works: 19 })
  t.match(await catalogue.reader.countWorks({ museum: null }), { works: 0 })

  const [bosch, rodin] = await catalogue.reader.works(['06380000240', '06290011597'])
  t.match(bosch, {
    title: { fr: ['Saint Jacques le Majeur et le magicien Hermogène'] },
    makers: [{ name: 'Jheronimus Bosch' }],
    date: { words: { none: ['1550'] }, earliest: 1550, latest: 1550, edtf: '1550?' },
    dimensions: { heightMm: 620, widthMm: 415 },
    museumRecord: { id: 'M0638', town: 'Valenciennes' },
  })
  t.match(rodin, { makers: [{ name: 'Auguste Rodin' }] })
  t.equal(rodin?.date, undefined, 'the year 20 is not shown')
  t.ok(rodin?.notice?.fields.some(([, value]) => value === '0020-01-01T00:00:00Z'))
})

t.test(
  '15,758 rows are 15,435 works; a dry run tells it, and importing again changes nothing',
  needs(many),
  async t => {
    const catalogue = emptyCatalogue(t)
    const remarks: number[] = []
    const dry = await importFile(source(many), catalogue, { preview: true, onRemark: ({ line }) => remarks.push(line) })
    t.match(dry.tally, { rows: 15_758, created: 15_435, updated: 0, unchanged: 0, refused: 0 })
    t.strictSame(await catalogue.reader.journal(0, 10), [])
    const totals = [...dry.tally.remarks.values()].map(({ total }) => total)
    t.equal(
      remarks.length,
      totals.reduce((sum, total) => sum + total, 0),
      'every remark is told',
    )
    t.ok([...dry.tally.remarks.values()].every(({ examples }) => examples.length <= 20))
    t.equal(dry.tally.remarks.get('unnamed-person')?.examples.length, 1)
    t.strictSame(dry.about.noticeOnly, [{ column: 'image', values: 8906 }])

    const first = await importFile(source(many), catalogue)
    t.strictSame(first.tally, dry.tally)
    const again = await importFile(source(many), catalogue)
    t.match(again.tally, { created: 0, updated: 0, unchanged: 15_435 })
    t.equal((await catalogue.reader.journal(15_000, 1000)).length, 435)
    const [eve] = await catalogue.reader.works(['000PE000716'])
    t.strictSame(eve?.texts?.materials, { fr: ['bois', "peinture à l'huile"] })
    t.equal(eve?.museum, undefined)
  },
)
