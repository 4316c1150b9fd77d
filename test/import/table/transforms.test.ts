import t from 'tap'
import { type Reading, type TransformName, transforms } from '../../../src/import/table/transforms.js'

const exact = (year: number, edtf: string) => ({ earliest: year, latest: year, edtf })

const table: readonly (readonly [TransformName, string, Reading])[] = [
  ['text', 'huile sur toile', { words: 'huile sur toile' }],
  [
    'html',
    '<p>Une <em>belle</em> journ&eacute;e</p><p>d’&Eacute;t&eacute; &amp; plus',
    { words: 'Une belle journée\nd’Été & plus' },
  ],
  ['html', '3 &lt; 4 &nonsense;', { words: '3 < 4 &nonsense;' }],
  ['html', '<p></p>', {}],
  ['years', '1620', { words: '1620', neutral: true, years: exact(1620, '1620') }],
  [
    'years',
    '1620-1625',
    { words: '1620-1625', neutral: true, years: { earliest: 1620, latest: 1625, edtf: '1620/1625' } },
  ],
  ['years', '1625-1620', { words: '1625-1620', remark: 'years-reversed' }],
  ['years', 'vers 1620', { words: 'vers 1620' }],
  ['years', '17e siècle', { words: '17e siècle' }],
  ['wikidata-year', '1551-01-01T00:00:00Z', { words: '1551', neutral: true, years: exact(1551, '1551') }],
  ['wikidata-year', '1918-01-21T00:00:00Z', { words: '1918', neutral: true, years: exact(1918, '1918') }],
  ['wikidata-year', '1890-06-01T00:00:00Z', { words: '1890', neutral: true, years: exact(1890, '1890') }],
  [
    'wikidata-year',
    '1550-01-01T00:00:00Z',
    { words: '1550', neutral: true, years: exact(1550, '1550?'), remark: 'precision-lost' },
  ],
  [
    'wikidata-year',
    '1675-01-01T00:00:00Z',
    { words: '1675', neutral: true, years: exact(1675, '1675?'), remark: 'precision-lost' },
  ],
  [
    'wikidata-year',
    '0300-01-01T00:00:00Z',
    { words: '300', neutral: true, years: exact(300, '0300?'), remark: 'precision-lost' },
  ],
  [
    'wikidata-year',
    '-0399-01-01T00:00:00Z',
    { words: '-399', neutral: true, years: exact(-399, '-0399?'), remark: 'precision-lost' },
  ],
  [
    'wikidata-year',
    '-25000-01-01T00:00:00Z',
    { words: '-25000', neutral: true, years: exact(-25000, 'Y-25000?'), remark: 'precision-lost' },
  ],
  ['wikidata-year', '0020-01-01T00:00:00Z', { remark: 'century-as-year' }],
  ['wikidata-year', '-0001-01-01T00:00:00Z', { remark: 'century-as-year' }],
  ['wikidata-year', '182400-01-01T00:00:00Z', { remark: 'not-a-year' }],
  ['wikidata-year', 't1655892222', { remark: 'not-a-year' }],
  ['wikidata-label', 'Jheronimus Bosch', { words: 'Jheronimus Bosch' }],
  ['wikidata-label', 't2241201794', { remark: 'unnamed-person' }],
  ['wikidata-label', 'Q1234', { remark: 'unnamed-person' }],
]

t.test('each value is read as its transform says', async t => {
  for (const [name, value, reading] of table) t.strictSame(transforms[name](value), reading, `${name}: ${value}`)
})
