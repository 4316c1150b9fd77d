import t from 'tap'
import { makersFrom } from '../../../src/import/joconde/makers/makers.js'
import { readableName } from '../../../src/import/joconde/makers/names.js'
import { publicDomainYear } from '../../../src/import/joconde/rights.js'
import { needs } from '../../shared.js'
import { realRows, table } from './real.js'

const makers = (authors: string, lives = '') => makersFrom(authors, lives, 'semicolon')

t.test('makers come with roles, dates and attribution, as the rules write them', async t => {
  t.strictSame(
    makers('Thiébault Jean-Baptiste (1809 - ?) ; graveur ; Lacour Prosper (1805 - 1840) : éditeur ; imprimeur'),
    [
      {
        name: 'Thiébault Jean-Baptiste',
        readableName: 'Jean-Baptiste Thiébault',
        role: { fr: ['graveur'] },
        dates: '1809 - ?',
        born: 1809,
      },
      {
        name: 'Lacour Prosper',
        readableName: 'Prosper Lacour',
        role: { fr: ['éditeur', 'imprimeur'] },
        dates: '1805 - 1840',
        born: 1805,
        died: 1840,
      },
    ],
  )
  t.match(makers("Henner Jean-Jacques (1829 - 1905) ; Poussin Nicolas (1594 - 1665) ; d'après"), [
    { name: 'Henner Jean-Jacques', died: 1905 },
    { name: 'Poussin Nicolas', readableName: 'Nicolas Poussin', attribution: 'after' },
  ])
  t.match(makers("d'après Saraceni Carlo (1580? - 1620)"), [
    { name: 'Saraceni Carlo', attribution: 'after', dates: '1580? - 1620' },
  ])
})

t.test('makers come as older exports write them', async t => {
  t.strictSame(
    makersFrom(
      "ECOLE DE FONTAINEBLEAU (verrier),COXCIE Michel (d'après, attribué à),MAITRE AU DE (d'après)",
      '',
      'comma',
    ),
    [
      { name: 'FONTAINEBLEAU', readableName: 'Fontainebleau', role: { fr: ['verrier'] }, attribution: 'school' },
      { name: 'COXCIE Michel', readableName: 'Michel Coxcie', attribution: 'after' },
      { name: 'MAITRE AU DE', attribution: 'after' },
    ],
  )
  t.strictSame(makers('SOMME Pierre Nicolas (?, orfèvre)'), [
    { name: 'SOMME Pierre Nicolas', readableName: 'Pierre Nicolas Somme', role: { fr: ['orfèvre'] }, uncertain: true },
  ])
  t.match(makers('LACHENAL Edmond (atelier)'), [{ attribution: 'workshop' }])
  t.match(makers('PENICAUD Pierre (attribué à)'), [{ attribution: 'attributed' }])
  t.strictSame(makers('GRUE (ancienne attribution)'), [])
})

t.test('nobody is a maker without a name', async t => {
  for (const word of ['anonyme', 'ANONYME', 'inconnu', 'manufacture indéterminée', 'atelier anonyme'])
    t.match(makers(`${word} (graveur)`), [
      { name: word, anonymous: true, role: { fr: ['graveur'] }, readableName: undefined },
    ])
})

t.test('PAUT gives the lives of the makers that it names', async t => {
  const [levillain, barbedienne] = makersFrom(
    'LEVILLAIN Ferdinand (sculpteur),BARBEDIENNE Ferdinand (fondeur)',
    'Levillain : passy, 1837, paris, 1905-01#barbedienne : ?, 1810, ?, 1892',
    'comma',
  )
  t.match(levillain, { dates: '1837 - 1905', born: 1837, died: 1905 })
  t.match(barbedienne, { dates: '1810 - 1892' })
  t.match(makers('MOREAU Gustave', 'Paris, 1826 ; Paris, 1898'), [{ born: 1826, died: 1898 }])
  t.equal(makers('A B ; C D', 'Paris, 1826 ; Paris, 1898')[0]?.dates, undefined, 'of whom, nobody says')
  t.equal(makers('DAUM', 'Manufacture daum frères fondée en 1878')[0]?.dates, undefined)
})

t.test('a name is turned round only where its spelling says which part is which', async t => {
  for (const [name, readable] of [
    ['LEVILLAIN Ferdinand', 'Ferdinand Levillain'],
    ['VAN ORLEY Bernard', 'Bernard van Orley'],
    ["PRUD'HON Pierre Paul", "Pierre Paul Prud'hon"],
    ['BOUZONNET-STELLA Claudine', 'Claudine Bouzonnet-Stella'],
    ["ANGLEJEAN Antoine Joseph d'", "Antoine Joseph d'Anglejean"],
    ['DAUM', 'Daum'],
    ['JACQUEMART & BENARD', undefined],
    ['LAUDIN Jacques I', undefined],
    ['GUERET Frères', undefined],
    ['MAITRE AU DE', undefined],
    ['manufacture de Sèvres', undefined],
    ['Aubusson', undefined],
  ] as const)
    t.equal(readableName(name, false), readable, name)
  t.equal(readableName('Poussin Nicolas', true), 'Nicolas Poussin')
  t.equal(readableName('Rubens Pierre Paul', true), undefined)
})

t.test(
  'a work is in the public domain from the 71st year after the last death, where all deaths are certain',
  async t => {
    t.equal(publicDomainYear([{ name: 'a', died: 1950 }]), 2021)
    t.equal(
      publicDomainYear([
        { name: 'a', died: 1950 },
        { name: 'b', died: 1960 },
      ]),
      2031,
    )
    t.equal(
      publicDomainYear([
        { name: 'a', died: 1950 },
        { name: 'anonyme', anonymous: true },
      ]),
      undefined,
    )
    t.equal(publicDomainYear([{ name: 'a', died: 1950, attribution: 'after' }]), undefined)
    t.equal(publicDomainYear([]), undefined)
  },
)

t.test('of the 5,800 makers of the real notices no anonymous one has a name', needs(table), async t => {
  const all = realRows().flatMap(row => makersFrom(row.auteur ?? '', row.precision_auteur ?? '', 'comma'))
  t.ok(all.length > 5800)
  t.ok(all.filter(({ anonymous }) => anonymous).length >= 2000)
  t.strictSame(
    all.filter(({ name, anonymous }) => /^anonyme?$/i.test(name) && !anonymous),
    [],
  )
  const names = new Map(all.filter(({ anonymous }) => !anonymous).map(maker => [maker.name, maker.readableName]))
  t.equal(names.size >= 900, true)
  t.ok([...names.values()].filter(Boolean).length >= 700, 'most names can be read aloud')
  t.ok(all.filter(({ dates }) => dates).length >= 1100)
  t.ok(all.filter(({ attribution }) => attribution).length >= 400)
})
