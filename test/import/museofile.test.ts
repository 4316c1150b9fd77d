import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { Museum } from '../../src/catalogue/model.js'
import { openMuseofile, townFrom } from '../../src/import/museofile.js'
import type { Converted } from '../../src/import/remarks.js'
import { needs, shared } from '../shared.js'
import { gather, recordsOf } from './catalogue.js'

const npdc = 'data/joconde/npdc_museofile_49.csv'
const header = 'ref;nomoff;nomusage;ville_m;url_m;geolocalisation;themes;atout;interet;hist;prot_bat'

async function museums(t: Test, rows: readonly string[]): Promise<readonly Converted<Museum>[]> {
  const path = join(t.testdir({ 'm.csv': `\uFEFF${[header, ...rows].join('\r\n')}\r\n` }), 'm.csv')
  const incoming = await openMuseofile(path)
  return incoming.kind === 'museums' ? gather(incoming.museums) : []
}

t.test('a museum is read from its row, and kept word for word', async t => {
  const [museum] = await museums(t, [
    `M0999;musée d'Art;;HARNES;www.example.org;50.45,2.9;"Arts ;Histoire;Arts";"Des ""trésors"" ; des vues";Un hôtel;Fondé en 1830;inscrit`,
  ])
  t.strictSame(museum, {
    line: 2,
    rows: 1,
    remarks: [],
    record: {
      id: 'M0999',
      name: { fr: ["Musée d'Art"] },
      description: { fr: ['Des "trésors" ; des vues', 'Un hôtel'] },
      history: { fr: ['Fondé en 1830'] },
      themes: ['Arts', 'Histoire'],
      town: 'Harnes',
      website: 'http://www.example.org/',
      location: { latitude: 50.45, longitude: 2.9 },
      notice: {
        source: 'Muséofile',
        fields: [
          ['ref', 'M0999'],
          ['nomoff', "musée d'Art"],
          ['ville_m', 'HARNES'],
          ['url_m', 'www.example.org'],
          ['geolocalisation', '50.45,2.9'],
          ['themes', 'Arts ;Histoire;Arts'],
          ['atout', 'Des "trésors" ; des vues'],
          ['interet', 'Un hôtel'],
          ['hist', 'Fondé en 1830'],
          ['prot_bat', 'inscrit'],
        ],
      },
    },
  })
})

t.test('rows without a code are refused, odd values are remarked upon', async t => {
  const found = await museums(t, [
    ';sans code;;;;;;;;;',
    'M05019;code fautif;;;;;;;;;',
    'M0001;;;Cambrai Cedex 3;ftp://example.org;91,3;;;;;',
    'M0001;deux fois;;;;;;;;;',
  ])
  t.strictSame(
    found.map(({ record, line, remarks }) => [line, record?.id, remarks.map(({ kind }) => kind)]),
    [
      [2, undefined, ['no-id']],
      [3, undefined, ['not-a-code']],
      [4, 'M0001', ['several-values', 'no-name', 'not-a-uri', 'not-a-location']],
    ],
  )
  t.match(found[2]?.record, { name: {}, town: 'Cambrai' })
  t.equal(found[2]?.record?.website, undefined)
})

t.test('another file is refused with a sentence', async t => {
  const path = join(t.testdir({ 'other.csv': 'id,title\n1,a\n' }), 'other.csv')
  await t.rejects(openMuseofile(path), {
    code: 'refused',
    message: 'Expected a Muséofile with the columns ref and nomoff; ref is missing.',
  })
})

t.test('towns lose their sorting office and their capitals, nothing else', async t => {
  const towns = {
    'Cambrai Cedex': 'Cambrai',
    'LILLE CEDEX 9': 'Lille',
    HARNES: 'Harnes',
    'BOULOGNE-SUR-MER': 'Boulogne-sur-Mer',
    "VILLENEUVE D'ASCQ": "Villeneuve d'Ascq",
    ÉTAPLES: 'Étaples',
    'Saint Pol sur Ternoise': 'Saint Pol sur Ternoise',
    '': '',
  }
  for (const [words, town] of Object.entries(towns)) t.equal(townFrom(words), town, words)
})

t.test('the 49 museums of the network are all read, with what they lack', needs(npdc), async t => {
  const incoming = await openMuseofile(shared(npdc) ?? '')
  if (incoming.kind !== 'museums') return t.fail('expected museums')
  const converted = await gather(incoming.museums)
  t.equal(converted.length, 49)
  const remarks = converted.flatMap(({ remarks }) => remarks)
  t.strictSame(
    remarks.filter(({ kind }) => kind === 'no-location').map(({ value }) => value),
    ['M0616', 'M0624', 'M0633', 'M7027'],
  )
  t.strictSame(
    remarks.filter(({ kind }) => kind !== 'no-location'),
    [{ kind: 'no-name', line: 46, column: 'nomoff', value: 'M1136' }],
  )
  const again = await openMuseofile(shared(npdc) ?? '')
  const byId = again.kind === 'museums' ? await recordsOf(again.museums) : new Map<string, Museum>()
  t.match(byId.get('M0629'), {
    name: { fr: ['Palais des Beaux-Arts'] },
    town: 'Lille',
    website: 'http://www.pba-lille.fr/',
  })
  t.match(byId.get('M0617'), {
    name: { fr: ['Musée de Flandre'] },
    location: { latitude: 50.799755, longitude: 2.48621 },
  })
  t.equal(byId.get('M0616')?.town, 'Cambrai')
  for (const museum of byId.values()) t.match(museum.website ?? 'http://', /^https?:\/\//)
})
