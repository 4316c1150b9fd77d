import t from 'tap'
import { yearsFrom } from '../../../src/import/joconde/dating/dates.js'
import { dateWords } from '../../../src/import/joconde/dating/words.js'
import { periodOf } from '../../../src/import/joconde/lint/periods.js'
import { fc } from '../../seeded.js'
import { needs } from '../../shared.js'
import { distinctValues, table } from './real.js'

/** Real values of MILL, PERI and EPOQ, and those of the Ministry's rules: earliest, latest, EDTF. */
const understood: readonly (readonly [string, number | undefined, number | undefined, string])[] = [
  ['1922', 1922, 1922, '1922'],
  ['1617 : vers', 1617, 1617, '1617~'],
  ['1800 VERS', 1800, 1800, '1800~'],
  ['1937,VERS', 1937, 1937, '1937~'],
  ['1898 ?', 1898, 1898, '1898?'],
  ['1850 - 1860', 1850, 1860, '1850/1860'],
  ['1785-1840', 1785, 1840, '1785/1840'],
  ['1803 : date de début ; 1810 : date de fin', 1803, 1810, '1803/1810'],
  ['1822 ENTRE,1832 ET', 1822, 1832, '1822/1832'],
  ['1780, 1790 ENTRE', 1780, 1790, '1780/1790'],
  ['1792 ENTRE 1804 ET', 1792, 1804, '1792/1804'],
  ['1760 VERS,1780 ET', 1760, 1780, '1760~/1780'],
  ['1745 ENTRE,1750 VERS', 1745, 1750, '1745/1750~'],
  ['ENTRE VERS 1745 ET 1750 (?)', 1745, 1750, '1745%/1750?'],
  ['1738,1739', 1738, 1739, '{1738,1739}'],
  ['1827 VERS,1828 VERS', 1827, 1828, '{1827~,1828~}'],
  ['1899 AVANT', undefined, 1899, '../1899'],
  ['1768 APRÈS', 1768, undefined, '1768/..'],
  ['1780 VERS,1791 APRÈS', 1780, undefined, '{1780~,1791..}'],
  ['1736-07-09', 1736, 1736, '1736-07-09'],
  ['1781, DÉCEMBRE', 1781, 1781, '1781-12'],
  ['1589 ACHEVÉ EN', 1589, 1589, '1589'],
  ['1920 ANNÉES,1930 ANNÉES', 1920, 1939, '1920/1939'],
  ['an VII', 1798, 1799, '1798/1799'],
  ['PÉRIODE EDO (1603-1868)', 1603, 1868, '1603/1868'],
  ['ÉPOQUE LOUIS-PHILIPPE', 1830, 1848, '1830/1848'],
  ['18E SIÈCLE (3E QUART)', 1751, 1775, '1751/1775'],
  ['18E SIÈCLE (3E QUART),1816', 1751, 1816, '{1751..1775,1816}'],
  ['18e siècle', 1701, 1800, '1701/1800'],
  ['XVIIIe siècle', 1701, 1800, '1701/1800'],
  ['18e siècle ; incertain', 1701, 1800, '1701?/1800?'],
  ['18e siècle,19e siècle', 1701, 1900, '1701/1900'],
  ['2e quart  19e siècle,3e quart 19e siècle', 1826, 1875, '1826/1875'],
  ['1ère moitié 19e siècle', 1801, 1850, '1801/1850'],
  ['3e tiers 14e siècle', 1368, 1400, '1368/1400'],
  ['début 17e siècle', 1601, 1625, '1601/1625'],
  ['milieu 17e siècle', 1641, 1660, '1641/1660'],
  ['fin 17e siècle', 1676, 1700, '1676/1700'],
  ['19e siècle (?),20e siècle (?)', 1801, 2000, '1801?/2000?'],
  ['5e siècle av JC', -500, -401, '-0499/-0400'],
  ['1er siècle av JC,1er siècle', -100, 100, '-0099/0100'],
  ['2e millénaire av. J.-C.', -2000, -1001, '-1999/-1000'],
]

t.test('dates of the catalogue become years, and say how sure they are', async t => {
  for (const [text, earliest, latest, edtf] of understood) {
    const expected = { ...(earliest !== undefined && { earliest }), ...(latest !== undefined && { latest }), edtf }
    t.strictSame(yearsFrom(text), expected, text)
  }
})

t.test('what is not understood whole is not understood', async t => {
  for (const text of [
    'jadis',
    '1660 - 1650',
    '1780 environ jadis',
    'STYLE LOUIS XV',
    '3e moitié 19e siècle',
    '0e siècle',
    '',
    '19',
  ])
    t.equal(yearsFrom(text), undefined, text)
})

t.test('whatever stands in a date field, years never run backwards', async t => {
  const words = [
    '1780',
    '1650',
    'vers',
    'entre',
    'et',
    '18e siècle',
    '2e quart 19e siècle',
    'avant',
    'après',
    ',',
    ';',
    ':',
    '?',
    'av JC',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 8 }), parts => {
      const { earliest, latest } = yearsFrom(parts.join(' ')) ?? {}
      return earliest === undefined || latest === undefined || earliest <= latest
    }),
  )
  t.pass('for all texts tried')
})

t.test('all 639 different years and 131 periods of the real notices are understood', needs(table), async t => {
  const counts = (column: string) => {
    const values = distinctValues(column)
    return { values: values.length, understood: values.filter(yearsFrom).length }
  }
  t.strictSame(counts('millesime_de_creation'), { values: 639, understood: 639 })
  t.strictSame(counts('periode_de_creation'), { values: 131, understood: 131 })
  const eras = counts('epoque')
  t.equal(eras.values, 66)
  t.ok(eras.understood >= 12, 'eras with years or a reign; styles date nothing')
})

t.test('words of dates are turned as people write them', async t => {
  t.strictSame(dateWords('1922'), { none: ['1922'] })
  t.strictSame(dateWords('1850 - 1860'), { none: ['1850-1860'] })
  t.strictSame(dateWords('1617 : vers'), { fr: ['vers 1617'] })
  t.strictSame(dateWords('1822 ENTRE,1832 ET'), { fr: ['entre 1822 et 1832'] })
  t.strictSame(dateWords('1803 : date de début ; 1810 : date de fin'), { none: ['1803-1810'] })
  t.strictSame(dateWords('1827 VERS,1828 VERS'), { fr: ['vers 1827, vers 1828'] })
  t.strictSame(dateWords('PÉRIODE EDO (1603-1868)'), { fr: ['période edo (1603-1868)'] })
})

t.test('the period that PERI lacks is the smallest that holds the years', async t => {
  for (const [earliest, latest, period] of [
    [1744, 1744, '2e quart 18e siècle'],
    [1762, 1781, '2e moitié 18e siècle'],
    [1740, 1760, '18e siècle'],
    [1801, 1801, '1er quart 19e siècle'],
    [1799, 1801, undefined],
    [-20, -10, undefined],
  ] as const)
    t.equal(periodOf({ earliest, latest, edtf: '' }), period)
})
