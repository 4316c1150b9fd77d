import { join } from 'node:path'
import t, { type Test } from 'tap'
import { parseMapping } from '../../../src/import/table/mapping.js'
import { isMakersRole } from '../../../src/import/table/roles.js'
import { openMapped } from '../../../src/import/table/source.js'
import { gather } from '../catalogue.js'

async function workOf(t: Test, columns: object, content: string, name = 'works.ndjson') {
  const path = join(t.testdir({ [name]: content }), name)
  const incoming = await openMapped(path, parseMapping(JSON.stringify({ id: { column: 'id' }, columns }), 'm.json'))
  const [first] = incoming.kind === 'works' ? await gather(incoming.works) : []
  return first?.record
}

t.test('a value is taken where the other columns of its own entry hold what they must', async t => {
  const record = {
    id: 1,
    sizes: [
      { of: 'Cadre', sides: [{ side: 'H', cm: 90 }] },
      {
        of: 'Œuvre',
        sides: [
          { side: 'H', cm: 73 },
          { side: 'L', cm: 49 },
        ],
      },
    ],
  }
  const where = (side: string) => ({ 'sizes.of': ['œuvre'], 'sizes.sides.side': [side] })
  const columns = {
    'sizes.sides.cm': [
      { field: 'heightCm', where: where('h') },
      { field: 'widthCm', where: where('L') },
      { field: 'depthCm', where: where('P') },
    ],
  }
  t.strictSame((await workOf(t, columns, JSON.stringify(record)))?.dimensions, { heightMm: 730, widthMm: 490 })
})

t.test('in a table without lists every column is beside every other', async t => {
  const columns = { nom: { field: 'makers', role: 'qualité' }, h: { field: 'heightCm', where: { unité: ['cm', ''] } } }
  const rows = (last: string) => `id;nom;qualité;h;unité\n1;${last}`
  const read = (last: string) => workOf(t, columns, rows(last), 'works.csv')
  t.match(await read('Rosa;peintre;12;cm'), {
    makers: [{ name: 'Rosa', role: { fr: ['peintre'] } }],
    dimensions: { heightMm: 120 },
  })
  t.match(await read('Rosa;donatrice;12;'), { makers: undefined, dimensions: { heightMm: 120 } })
  t.match(await read('Rosa;;12;pouces'), { makers: [{ name: 'Rosa' }], dimensions: undefined })
})

t.test('a column that is not there is refused, wherever the mapping names it', async t => {
  const one = { nom: { field: 'makers', role: 'rôle' } }
  await t.rejects(workOf(t, one, 'id;nom\n1;A', 'a.csv'), {
    message: /\/columns\/nom\/role: the file has no column "rôle"/,
  })
  const other = { nom: { field: 'makers', where: { genre: ['x'] } } }
  await t.rejects(workOf(t, other, 'id;nom\n1;A', 'b.csv'), {
    message: /\/columns\/nom\/where: the file has no column "genre"/,
  })
})

t.test('roles of those who had to do with a work and did not make it', t => {
  const others = [
    'Donor',
    'Former owner',
    'Previous attribution',
    'Sitter',
    'Person depicted',
    'Modèle',
    'ancien propriétaire',
    'Schenker',
    'opdrachtgever',
    'Commissioned by',
    'Légataire',
  ]
  const makers = [
    '',
    'Artist',
    'After',
    'Engraver',
    'Publisher',
    'peintre',
    'graveur d’après',
    'Schilder',
    'drukker',
    'Maker',
    'Workshop of',
  ]
  t.strictSame(others.filter(isMakersRole), [])
  t.strictSame(
    makers.filter(role => !isMakersRole(role)),
    [],
  )
  t.end()
})

t.test('a list of many entries is read in one pass', async t => {
  const makers = Array.from({ length: 30_000 }, (_, at) => ({
    name: `Maker ${at}`,
    role: at % 2 === 0 ? 'donor' : 'painter',
  }))
  const columns = { 'makers.name': { field: 'makers', role: 'makers.role' } }
  const work = await workOf(t, columns, JSON.stringify({ id: 1, makers }))
  t.equal(work?.makers?.length, 15_000)
})
