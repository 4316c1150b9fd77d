import t from 'tap'
import { readings, slug, stemOf, titleFrom, workIdFrom } from '../../../src/import/pictures/names.js'

t.test('an image is called after its file', async t => {
  const names: readonly (readonly [file: string, id: string])[] = [
    ['Tour.tif', 'tour'],
    ['dossier/La Tour de Babel.TIF', 'la-tour-de-babel'],
    ['000PE000157.infrared.tif', '000pe000157.infrared'],
    ['Éventail n°3 (détail).jpg', 'eventail-n-3-detail'],
    ['E\u0301ventail.jpg', 'eventail'],
    ['Œuvre & cœur.png', 'oeuvre-coeur'],
    ['a  b__c.png', 'a-b__c'],
    ['..png', ''],
    ['日本.jpg', ''],
    ['.hidden', 'hidden'],
    [`${'x'.repeat(300)}.jpg`, 'x'.repeat(160)],
  ]
  for (const [file, id] of names) t.equal(slug(stemOf(file)), id, file)
})

t.test('a bare work keeps its capitals, and is called what its file is called', async t => {
  t.equal(workIdFrom('000PE000157'), '000PE000157')
  t.equal(workIdFrom('La Tour / Éventail'), 'La-Tour-Eventail')
  t.equal(titleFrom('cruikshank-mulberry_tree-1808'), 'cruikshank mulberry tree 1808')
})

t.test('a name is read in every way it can mean, the longest work first', async t => {
  t.strictSame(readings('abc'), [{ work: 'abc', view: 1, layer: 'visible' }])
  t.strictSame(readings('abc_2'), [
    { work: 'abc_2', view: 1, layer: 'visible' },
    { work: 'abc', view: 2, layer: 'visible' },
  ])
  t.strictSame(readings('abc_02.RX'), [
    { work: 'abc_02.RX', view: 1, layer: 'visible' },
    { work: 'abc_02', view: 1, layer: 'xray' },
    { work: 'abc', view: 2, layer: 'xray' },
  ])
})

t.test('every layer has its own word and the words of conservators', async t => {
  const words: Readonly<Record<string, string>> = {
    visible: 'visible',
    infrared: 'infrared',
    ir: 'infrared',
    infrarouge: 'infrared',
    xray: 'xray',
    rx: 'xray',
    radiographie: 'xray',
    ultraviolet: 'ultraviolet',
    uv: 'ultraviolet',
    raking: 'raking',
    rasante: 'raking',
  }
  for (const [word, layer] of Object.entries(words))
    t.match(readings(`abc.${word}`)[1], { work: 'abc', view: 1, layer }, word)
})

t.test('what only looks like a suffix is part of the name', async t => {
  for (const stem of ['IMG_0231', 'abc_0', 'abc_100', '_2', 'abc.detail', 'abc.constructor', '.ir', 'abc-2'])
    t.equal(readings(stem).length, 1, stem)
})
