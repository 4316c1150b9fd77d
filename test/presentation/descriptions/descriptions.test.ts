import t from 'tap'
import type { Work } from '../../../src/catalogue/model.js'
import { linkedArt } from '../../../src/presentation/descriptions/linked-art.js'
import { noticeDocument } from '../../../src/presentation/descriptions/notice.js'
import { schemaOrg } from '../../../src/presentation/descriptions/schema-org.js'
import { context, work } from '../sample.js'

const makers = [
  { name: 'LACHENAL Edmond', readableName: 'Edmond Lachenal', born: 1855, died: 1948 },
  { name: 'DAUM', attribution: 'workshop' as const },
  { name: 'anonyme', anonymous: true as const },
]
const described: Work = { ...work, makers, rights: { ...work.rights, copyright: { fr: ['© RMN'] } } }
const bare: Work = { id: 'x', views: [], updatedAt: '' }

t.test('schema.org gets a visual artwork, with makers that are somebody', async t => {
  t.match(schemaOrg(described, context), {
    '@context': 'https://schema.org/',
    '@id': 'https://collections.example.org/works/06290001234/schema.jsonld',
    '@type': 'VisualArtwork',
    name: [{ '@language': 'fr', '@value': 'La Place du marché' }, { '@language': 'en' }],
    identifier: [{ value: '06290001234' }, { value: '888.4.1' }],
    creator: [
      { '@type': 'Person', name: 'Edmond Lachenal', birthDate: '1855', deathDate: '1948' },
      { '@type': 'Organization', name: 'atelier de DAUM', birthDate: undefined },
    ],
    height: { value: 452, unitCode: 'MMT' },
    license: 'http://creativecommons.org/publicdomain/mark/1.0/',
    copyrightNotice: { '@value': '© RMN' },
    provider: { '@type': 'Museum', url: 'https://www.musee.example.org/', address: { addressLocality: 'Arras' } },
    image: { contentUrl: `${context.uris.imageService('market')}/full/max/0/default.jpg` },
    subjectOf: { url: context.uris.manifest(work.id) },
  })
})

t.test('Linked Art gets a man-made object, its years whole and its sizes in millimetres', async t => {
  t.match(linkedArt(described, context), {
    '@context': 'https://linked.art/ns/v1/linked-art.json',
    id: 'https://collections.example.org/works/06290001234/linked-art.jsonld',
    type: 'HumanMadeObject',
    identified_by: [{ content: 'La Place du marché' }, {}, { content: '06290001234' }, { content: '888.4.1' }],
    produced_by: {
      timespan: { begin_of_the_begin: '1615-01-01T00:00:00Z', end_of_the_end: '1625-12-31T23:59:59Z' },
      carried_out_by: [{ type: 'Person', _label: 'Edmond Lachenal' }, { type: 'Actor' }],
    },
    dimension: [{ value: 452, unit: { type: 'MeasurementUnit' } }, { value: 610 }],
    current_keeper: [{ id: context.uris.museumPage('M0629') }],
    subject_of: [{ digitally_carried_by: [{ access_point: [{ id: context.uris.manifest(work.id) }] }] }, {}],
    representation: [{ digitally_shown_by: [{ digitally_available_via: [{}] }] }],
  })
  const ancient: Work = { ...bare, date: { words: {}, earliest: -50, latest: -1 } }
  t.match(linkedArt(ancient, context), {
    produced_by: { timespan: { begin_of_the_begin: /^-0049-/, end_of_the_end: /^0000-/ } },
  })
})

t.test('nobody keeps what was stolen, and a bare work has no empty properties', async t => {
  t.notOk('current_keeper' in linkedArt({ ...work, whereabouts: { situation: 'stolen' } }, context))
  for (const description of [linkedArt(bare, context), schemaOrg(bare, context)]) {
    const values = Object.values(description)
    t.notOk(values.some(value => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)))
  }
})

t.test('a notice is given word for word, in the order of the source', async t => {
  const fields = [
    ['TITR', ' Œuvre  '],
    ['TITR', 'autre'],
  ] as const
  t.strictSame(noticeDocument({ source: 'Joconde', fields }, 'https://x.example/n', 'x'), {
    id: 'https://x.example/n',
    work: 'x',
    source: 'Joconde',
    fields: [
      { name: 'TITR', value: ' Œuvre  ' },
      { name: 'TITR', value: 'autre' },
    ],
  })
})

t.test(
  'a borrowed work is its owner’s, with its owner’s credit and licence, though a museum here shows it',
  async t => {
    const lent: Work = {
      ...work,
      rights: { uri: 'https://creativecommons.org/licenses/by-nc/4.0/' },
      loan: {
        manifest: 'https://lender.example.org/m.json',
        version: 3,
        owner: { en: ['The Lender'] },
        statement: { label: { en: ['Credit'] }, value: { en: ['Courtesy of The Lender'] } },
        homepages: [{ address: 'https://lender.example.org/work', label: { en: ['Record'] } }],
        providers: [{ address: 'https://lender.example.org/', label: { en: ['The Lender'] }, logo: 'javascript:1' }],
      },
    }
    const name = { '@language': 'en', '@value': 'The Lender' }
    const described = schemaOrg(lent, context)
    t.strictSame(Reflect.get(described, 'provider'), {
      '@type': 'Organization',
      name: [name],
      url: 'https://lender.example.org/',
    })
    t.match(described, {
      license: 'http://creativecommons.org/licenses/by-nc/4.0/',
      creditText: { '@value': 'Courtesy of The Lender' },
      sameAs: 'https://lender.example.org/work',
      isBasedOn: 'https://lender.example.org/m.json',
    })
    const art = linkedArt(lent, context)
    t.notOk('current_keeper' in art)
    t.match(art, { current_owner: [{ id: 'https://lender.example.org/', type: 'Group', _label: 'The Lender' }] })
    t.match(JSON.stringify(art), 'Courtesy of The Lender')
  },
)
