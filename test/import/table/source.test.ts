import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { Museum, WorkRecord } from '../../../src/catalogue/model.js'
import type { Converted } from '../../../src/import/remarks.js'
import { parseMapping } from '../../../src/import/table/mapping.js'
import { openMapped } from '../../../src/import/table/source.js'
import { gather } from '../catalogue.js'

async function open(t: Test, mapping: unknown, rows: readonly string[]) {
  const path = join(t.testdir({ 'rows.csv': rows.join('\n') }), 'rows.csv')
  return openMapped(path, parseMapping(JSON.stringify(mapping), 'm.json'))
}

async function works(t: Test, mapping: unknown, rows: readonly string[]): Promise<readonly Converted<WorkRecord>[]> {
  const incoming = await open(t, mapping, rows)
  return incoming.kind === 'works' ? gather(incoming.works) : []
}

const id = { column: 'id' }

t.test('a row becomes a work, field by field, and is kept word for word in its notice', async t => {
  const mapping = {
    source: 'Registre',
    delimiter: ';',
    id: { column: 'id', padTo: 5 },
    museum: { column: 'musée' },
    columns: {
      titre: 'title',
      title: 'title@en',
      rôle: 'makerRole',
      auteur: { field: 'makers', separator: ' ; ' },
      date: 'date',
      matières: { field: 'materials', separator: ',' },
      h: 'heightCm',
      l: 'widthCm',
      droits: 'rights',
    },
    constants: { credit: 'Musée de Flandre', 'credit@en': 'Museum of Flanders' },
    ignore: ['n'],
  }
  const [work, ...others] = await works(t, mapping, [
    'n;id;musée;titre;title;auteur;rôle;date;matières;h;l;droits;cote',
    '1;42;M0617; Le Carnaval ;Carnival;"Bafcop ; Bruegel";peintre;1876;"bois,huile,bois";45,2;61;https://creativecommons.org/publicdomain/zero/1.0/;A 7',
  ])
  t.strictSame(others, [])
  t.strictSame(work, {
    line: 2,
    rows: 1,
    remarks: [],
    record: {
      id: '00042',
      museum: 'M0617',
      notice: {
        source: 'Registre',
        fields: [
          ['id', '42'],
          ['musée', 'M0617'],
          ['titre', ' Le Carnaval '],
          ['title', 'Carnival'],
          ['auteur', 'Bafcop ; Bruegel'],
          ['rôle', 'peintre'],
          ['date', '1876'],
          ['matières', 'bois,huile,bois'],
          ['h', '45,2'],
          ['l', '61'],
          ['droits', 'https://creativecommons.org/publicdomain/zero/1.0/'],
          ['cote', 'A 7'],
        ],
      },
      title: { fr: ['Le Carnaval'], en: ['Carnival'] },
      makers: [{ name: 'Bafcop', role: { fr: ['peintre'] } }, { name: 'Bruegel' }],
      date: { earliest: 1876, latest: 1876, edtf: '1876', words: { none: ['1876'] } },
      texts: { materials: { fr: ['bois', 'huile'] } },
      dimensions: { heightMm: 452, widthMm: 610 },
      rights: {
        uri: 'https://creativecommons.org/publicdomain/zero/1.0/',
        credit: { fr: ['Musée de Flandre'], en: ['Museum of Flanders'] },
      },
    },
  })
})

t.test('columns that nothing but the notice keeps are counted', async t => {
  const mapping = { id, columns: { titre: 'title' }, ignore: ['n'] }
  const { about } = await open(t, mapping, ['n,id,titre,cote,vide', '1,a,A,7,', '2,b,B,,'])
  t.strictSame(about.noticeOnly, [{ column: 'cote', values: 1 }])
  t.equal(about.rows, 2)
})

t.test('rows of one id are one work, wherever they stand', async t => {
  const columns = { titre: 'title', matière: 'materials', h: 'heightCm', l: 'widthCm' }
  const [a, b] = await works(t, { id, columns }, [
    'id,titre,matière,h,l',
    'b,B,bois,90,',
    'a,A,huile,65,54',
    'b,B,toile,90,',
    'a,Autre,toile,650,54',
    'b,B,bois,90,',
  ])
  t.match(a?.record, { id: 'a', title: { fr: ['A'] }, texts: { materials: { fr: ['huile', 'toile'] } } })
  t.strictSame(a?.record?.dimensions, { widthMm: 540 }, 'no height where the rows disagree')
  t.strictSame(a?.remarks, [
    { kind: 'several-values', line: 5, column: 'titre', value: 'Autre' },
    { kind: 'measures-disagree', line: 3, column: 'h', value: '65' },
  ])
  t.strictSame(b?.remarks, [])
  t.strictSame(b?.record?.texts?.materials, { fr: ['bois', 'toile'] })
  t.strictSame(b?.record?.dimensions, { heightMm: 900 })
  t.equal(b?.record?.notice?.fields.length, 8, 'both distinct rows are kept, the repeated one once')
})

t.test('what cannot be read is kept in the notice, and remarked upon by line and column', async t => {
  const columns = { h: 'heightCm', droits: 'rights', an: 'earliest', rôle: 'makerRole' }
  const [work] = await works(t, { id, columns }, ['id,h,droits,an,rôle', 'a,1e33,réservés,jadis,peintre'])
  t.strictSame(work?.remarks, [
    { kind: 'no-maker', line: 2, column: 'rôle', value: 'peintre' },
    { kind: 'not-a-year', line: 2, column: 'an', value: 'jadis' },
    { kind: 'not-a-measure', line: 2, column: 'h', value: '1e33' },
    { kind: 'not-a-uri', line: 2, column: 'droits', value: 'réservés' },
  ])
  t.strictSame(work?.record?.notice?.fields.slice(1), [
    ['h', '1e33'],
    ['droits', 'réservés'],
    ['an', 'jadis'],
    ['rôle', 'peintre'],
  ])
})

t.test('ids of wholes and related works get the zeros back that ids do, and the notice stays as it came', async t => {
  const columns = { ensemble: 'partOf', voir: { field: 'related', separator: ';' }, titre: 'title' }
  const [panel] = await works(t, { id: { column: 'id', padTo: 11 }, columns }, [
    'id,ensemble,voir,titre',
    '380000240,380000100,380000241 ; 06380000242,42',
  ])
  t.match(panel?.record, {
    id: '00380000240',
    partOf: { work: '00380000100' },
    related: ['00380000241', '06380000242'],
    title: { fr: ['42'] },
    notice: { fields: [['id', '380000240'], ['ensemble', '380000100'], ['voir'], ['titre']] },
  })
})

t.test('wholes, places among their parts and related works are ids; a licence may be said in words', async t => {
  const columns = {
    ensemble: 'partOf',
    rang: 'partPosition',
    voir: { field: 'related', separator: ' ' },
    droits: 'rights',
  }
  const [panel, other] = await works(t, { id, columns }, [
    'id,ensemble,rang,voir,droits',
    'a,triptyque,2,b c,Domaine public',
    'b,,3,,droits réservés',
  ])
  t.match(panel?.record, {
    partOf: { work: 'triptyque', position: 2 },
    related: ['b', 'c'],
    rights: { uri: 'http://creativecommons.org/publicdomain/mark/1.0/' },
  })
  t.strictSame(panel?.remarks, [])
  t.match(other?.record, { partOf: undefined, rights: undefined })
  t.strictSame(
    other?.remarks.map(({ kind }) => kind),
    ['not-a-uri', 'no-whole'],
  )
})

t.test('measures are from 1 mm to 100 m, with a point or a comma', async t => {
  const millimetres = async (text: string) => {
    const [work] = await works(t, { id, delimiter: ';', columns: { h: 'heightCm' } }, ['id;h', `a;${text}`])
    return work?.record?.dimensions?.heightMm
  }
  const table = {
    '45.2': 452,
    '45,2': 452,
    '0.1': 1,
    '10000': 100_000,
    '0.09': undefined,
    '10001': undefined,
    '-3': undefined,
  }
  for (const [text, mm] of Object.entries(table)) t.equal(await millimetres(text), mm, text)
})

t.test('rows that cannot be a work are refused one by one', async t => {
  const rows = await works(t, { id, columns: { titre: 'title' } }, [
    'id,titre',
    ',no id',
    '..,an id that would climb out of an address',
    `${'x'.repeat(201)},too long`,
    '"a\u0007",a bell',
    'b,B,and more',
    'c,C,',
    'd',
  ])
  t.strictSame(
    rows.map(({ record, remarks }) => record?.id ?? remarks[0]?.kind),
    ['no-id', 'bad-id', 'bad-id', 'bad-id', 'too-many-cells', 'c', 'd'],
  )
  t.strictSame(rows[3]?.remarks, [{ kind: 'bad-id', line: 5, column: 'id', value: 'a\u0007' }])
})

t.test('the museum is read from an id where the mapping says how', async t => {
  const museum = { column: 'id', pattern: '^M?(?!0000)([0-9]{4})[0-9]{6,7}$', code: 'M$1' }
  const rows = ['06380000240', 'M5060000034', '000PE000716', '00000076654', '5003e017977']
  const found = await works(t, { id, museum, columns: { titre: 'title' } }, ['id,titre', ...rows])
  t.strictSame(
    found.map(({ record }) => record?.museum),
    ['M0638', 'M5060', undefined, undefined, undefined],
  )
  t.strictSame(found[2]?.remarks, [{ kind: 'no-museum', line: 4, column: 'id', value: '000PE000716' }])
})

t.test('columns and fields that there are not are refused, with those that there are', async t => {
  const rows = ['id,titre', 'a,A']
  const refused = async (mapping: object, message: RegExp) =>
    t.rejects(open(t, { id, columns: { titre: 'title' }, ...mapping }, rows), { code: 'refused', message })
  await refused(
    { columns: { titel: 'title' } },
    /\/columns\/titel: the file has no column "titel"; it has id, titre\.$/,
  )
  await refused(
    { columns: { titre: 'tittle' } },
    /\/columns\/titre: there is no field "tittle"; there are title, summary/,
  )
  await refused({ columns: { titre: 'inventory@fr' } }, /"inventory" has no language; write it without @fr\.$/)
  await refused({ id: { column: 'ref' } }, /\/id\/column: the file has no column "ref"/)
  await refused({ ignore: ['x'] }, /\/ignore\/0: the file has no column "x"/)
  await refused({ museum: { column: 'x' } }, /\/museum\/column: the file has no column "x"/)
  await refused({ constants: { colour: 'red' } }, /\/constants\/colour: there is no field "colour"/)
})

t.test('museums come in the same way', async t => {
  const mapping = {
    kind: 'museums',
    id,
    columns: {
      nom: 'name',
      naam: 'name@nl',
      site: 'website',
      lieu: 'location',
      ville: 'town',
      thèmes: { field: 'themes', separator: ',' },
    },
  }
  const incoming = await open(t, mapping, [
    'id,nom,naam,site,lieu,ville,thèmes',
    'B1,Le Beffroi,Het Belfort,www.example.org/a,"50.5, 3.25",Douai,"cloches,draps"',
    'B2,,,javascript:alert(1),"95, 3",,',
  ])
  const museums: readonly Converted<Museum>[] = incoming.kind === 'museums' ? await gather(incoming.museums) : []
  const { notice, ...first } = museums[0]?.record ?? {}
  t.strictSame(first, {
    id: 'B1',
    name: { fr: ['Le Beffroi'], nl: ['Het Belfort'] },
    themes: ['cloches', 'draps'],
    town: 'Douai',
    website: 'http://www.example.org/a',
    location: { latitude: 50.5, longitude: 3.25 },
  })
  t.equal(notice?.fields.length, 7)
  t.strictSame(museums[1]?.record?.name, {})
  t.strictSame(
    museums[1]?.remarks.map(({ kind }) => kind),
    ['not-a-uri', 'not-a-location'],
  )
})
