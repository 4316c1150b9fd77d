import t, { type Test } from 'tap'
import { needs, shared } from '../../shared.js'
import { gather } from '../catalogue.js'
import { guess, guessed } from './guessing.js'

t.test('names of columns are understood in French, English and Dutch, with their units and languages', async t => {
  const table: readonly (readonly [content: string, language: string, columns: object])[] = [
    [
      'N° d’inventaire;Titre;Titre_EN;Auteur;Millésime;Hauteur (cm);Largeur en mm;Matériaux et techniques\nA 1;T;E;X;1620;12,5;80;bois\nA 2;U;F;Y;1621;3;70;fer',
      'fr',
      {
        Titre: 'title',
        Titre_EN: 'title@en',
        Auteur: 'makers',
        Millésime: 'date',
        'Hauteur (cm)': 'heightCm',
        'Largeur en mm': 'widthMm',
        'Matériaux et techniques': 'materials',
      },
    ],
    [
      'ObjectID,Object Number,Title,Artist Display Name,Object Date,Medium,Credit Line,Height_cm\n1,A.1,T,X,1620,oil,Gift,3\n2,A.2,U,Y,1621,oil,Gift,4',
      'en',
      {
        'Object Number': 'inventory',
        Title: 'title',
        'Artist Display Name': 'makers',
        'Object Date': 'date',
        Medium: 'materials',
        'Credit Line': 'credit',
        Height_cm: 'heightCm',
      },
    ],
    [
      'priref\tobjectnummer\ttitel\tvervaardiger\tdatering\thoogte (mm)\tmateriaal\n1\tA\tT\tX\t1620\t30\thout\n2\tB\tU\tY\t1630\t40\tijzer',
      'nl',
      {
        objectnummer: 'inventory',
        titel: 'title',
        vervaardiger: 'makers',
        datering: 'date',
        'hoogte (mm)': 'heightMm',
        materiaal: 'materials',
      },
    ],
  ]
  for (const [content, language, columns] of table) {
    const { mapping } = await guess(t, content)
    t.equal(mapping.language, language)
    t.strictSame(mapping.columns, columns)
  }
})

t.test(
  'values say what names do not: codes, licences, separators, lost zeros, missing units, dates of records',
  async t => {
    const { mapping, reasons } = await guess(
      t,
      [
        'ref,lieu de garde,conditions,auteur,titre,title,domaine,date,hauteur,vide',
        '06380000240,M0638,https://creativecommons.org/publicdomain/zero/1.0/,A ; B,T,U,"peinture,dessin",2019-04-02,3,',
        '6380000241,M0638,https://creativecommons.org/publicdomain/zero/1.0/,C ; D,V,W,"peinture,estampe",2020-01-31,quatre,',
        '06380000242,M0638,https://creativecommons.org/publicdomain/zero/1.0/,E,X,Y,dessin,2021-12-01,5,',
      ].join('\n'),
    )
    t.strictSame(mapping, {
      source: 'works',
      delimiter: ',',
      language: 'fr',
      id: { column: 'ref', padTo: 11 },
      museum: { column: 'lieu de garde' },
      columns: {
        conditions: 'rights',
        auteur: { field: 'makers', separator: ';' },
        titre: 'title',
        title: 'title@en',
        domaine: { field: 'domain', separator: ',' },
      },
    })
    const why = (column: string) => reasons.filter(reason => reason.column === column).map(reason => reason.why)
    t.match(why('date'), [/^not mapped, kept in the notice: "2019-04-02"$/])
    t.match(why('hauteur'), [/^not mapped/])
    t.match(why('vide'), [/empty in the first 3 rows/])
  },
)

t.test('records of JSON are understood by their paths', async t => {
  const record = (id: number) => ({
    _id: id,
    title: { fr: 'T', nl: 'U' },
    creators: [{ description: 'Rosa Bonheur', role: 'artist' }],
    technique: ['huile', 'toile'],
    dimensions: { height: 4, width: 5 },
    exhibitions: [{ title: 'Salon' }],
    images: { web: { url: 'https://example.org/1' } },
  })
  const { mapping, incoming } = await guess(t, [1, 2].map(id => JSON.stringify(record(id))).join('\n'), 'works.ndjson')
  t.strictSame(mapping, {
    source: 'works',
    language: 'en',
    id: { column: '_id' },
    columns: {
      'title.fr': 'title@fr',
      'title.nl': 'title@nl',
      'creators.description': { field: 'makers', role: 'creators.role' },
      technique: 'materials',
      'dimensions.height': 'heightCm',
      'dimensions.width': 'widthCm',
      'exhibitions.title': 'exhibitions',
    },
  })
  t.equal(incoming.about.rows, 2)
})

t.test('quotation marks that are words are found out', async t => {
  const { mapping, incoming } = await guess(t, 'id\ttitre\n1\tLe "Beffroi" de\n2\t3" de haut\n')
  t.match(mapping, { delimiter: '\t', quote: '' })
  t.equal(incoming.about.rows, 2)
})

t.test('a table without ids, or without a name that is understood, is refused with the names that it has', async t => {
  await t.rejects(guess(t, 'x,titre\n1,a\n1,a'), {
    code: 'refused',
    message: /^No column holds a different id .* x, titre\.$/,
  })
  await t.rejects(guess(t, 'x,y\n1,a\n2,b'), {
    code: 'refused',
    message: /^No column is understood by its name; .* x, y\.$/,
  })
})

const real: readonly (readonly [name: string, rows: number, kind: string])[] = [
  ['npdc_museofile_49.csv', 49, 'museums'],
  ['npdc_works_wikidata_43.csv', 43, 'works'],
  ['wikidata_joconde_oeuvres.csv', 15_758, 'works'],
  ['Table_Oeuvres_arts-decoratifs.csv', 6080, 'works'],
  ['pop/joconde.csv', 98, 'works'],
]
for (const [name, rows, kind] of real) {
  const file = `data/joconde/${name}`
  t.test(`the proposal for ${name} is a mapping that imports it`, needs(file), async t => {
    const { incoming, mapping } = await guessed(shared(file) ?? '')
    t.match(incoming, { kind, about: { rows } })
    t.match(mapping, kind === 'museums' ? { kind, columns: { nomusage: 'name', geolocalisation: 'location' } } : {})
  })
}

const wikidata = 'data/joconde/wikidata_joconde_oeuvres.csv'
t.test('the works of Wikidata get title, makers, dates, measures and materials', needs(wikidata), async t => {
  const { incoming } = await guessed(shared(wikidata) ?? '')
  const works = incoming.kind === 'works' ? await gather(incoming.works) : []
  const eva = works.find(({ record }) => record?.id === '000PE000716')?.record
  t.match(eva, {
    title: { fr: ['Eva Prima Pandora'] },
    makers: [{ name: "Jean Cousin l'Ancien" }],
    date: { edtf: '1550?' },
    dimensions: { widthMm: 1500, heightMm: 975 },
    texts: { materials: { fr: ['bois', "peinture à l'huile"] } },
  })
})

const decorative = 'data/joconde/Table_Oeuvres_arts-decoratifs.csv'
t.test('the decorative arts find their museums, and no value is lost', needs(decorative), async t => {
  const { incoming } = await guessed(shared(decorative) ?? '')
  const works = incoming.kind === 'works' ? await gather(incoming.works) : []
  t.match(works[0]?.record, { id: '10700004028', museum: 'M1070', date: { words: { fr: ['4e quart 18e siècle'] } } })
  t.match(works[0]?.record?.notice?.fields.slice(0, 3), [
    ['column 1', '0'],
    ['reference', '10700004028'],
    ['auteur', 'anonyme'],
  ])
})

const lines = (...records: readonly object[]) => records.map(record => JSON.stringify(record)).join('\n')
const twice = (record: (n: number) => object) => lines(record(1), record(2))
const columnsOf = async (t: Test, content: string) => (await guess(t, content, 'works.ndjson')).mapping.columns

t.test('museums’ open data in JSON, however it is nested', async t => {
  t.test('pairs of label and content', async t => {
    const pair = (label: string, content: string) => [{ label, content }]
    const columns = await columnsOf(
      t,
      twice(n => ({
        id: `saam_${n}`,
        content: {
          descriptiveNonRepeating: { title: { label: 'Title', content: `Moonlight ${n}` } },
          indexedStructured: { object_type: ['Paintings'], topic: ['Moon'] },
          freetext: {
            name: pair('Artist', 'Albert Ryder'),
            creditLine: pair('Credit Line', 'Gift'),
            objectRights: pair('Rights', 'CC0'),
          },
        },
      })),
    )
    t.strictSame(columns, {
      'content.descriptiveNonRepeating.title.content': 'title',
      'content.indexedStructured.object_type': 'type',
      'content.indexedStructured.topic': 'subject',
      'content.freetext.name.content': 'makers',
      'content.freetext.creditLine.content': 'credit',
      'content.freetext.objectRights.content': 'rights',
    })
  })

  t.test('names with a word for the manner, plurals, and texts of HTML', async t => {
    const columns = await columnsOf(
      t,
      twice(n => ({
        id: n,
        title: `T ${n}`,
        artist_titles: ['Georges Seurat'],
        medium_display: 'Oil on canvas',
        objectTypes: ['painting'],
        thumbnail: { alt_text: 'A river bank' },
        description: '<p>A <em>fine</em> day</p>',
      })),
    )
    t.strictSame(columns, {
      title: 'title',
      artist_titles: 'makers',
      medium_display: 'materials',
      objectTypes: 'type',
      'thumbnail.alt_text': 'alternativeText',
      description: { field: 'summary', transform: 'html' },
    })
  })

  t.test('a text here and texts by language there, in one field', async t => {
    const content = lines(
      { id: 1, title: { fr: 'Le pont', en: 'The bridge' } },
      { id: 2, title: 'The river' },
      { id: 3, title: 'The sea', label: 'Another' },
    )
    t.match(await columnsOf(t, content), { title: 'title', 'title.fr': 'title@fr', 'title.en': 'title' })
  })

  t.test('commas that are punctuation, and measures that are no kinds of thing', async t => {
    const columns = await columnsOf(
      t,
      twice(n => ({
        id: n,
        title: `T ${n}`,
        subTitle: 'h 379,5cm, b 453,5cm',
        culture: ['America, 18th century'],
        dimensions: [{ type: 'hoogte', value: '379,5', unit: 'cm' }],
        dating: { yearEarly: 1642, yearLate: 1642, period: 17 },
      })),
    )
    t.strictSame(columns, {
      title: 'title',
      subTitle: 'otherTitles',
      culture: 'school',
      'dating.yearEarly': 'earliest',
      'dating.yearLate': 'latest',
      'dimensions.value': {
        field: 'heightCm',
        where: { 'dimensions.type': ['hoogte'], 'dimensions.unit': ['cm'] },
      },
    })
  })
})
