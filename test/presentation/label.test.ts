import t from 'tap'
import { museumName, workTitle } from '../../src/presentation/label.js'
import { rightsUri } from '../../src/presentation/rights.js'
import { museum } from './sample.js'

t.test('a work without a title is called by what it is and its inventory number', async t => {
  const texts = { type: { fr: ['Estampe'], en: ['Print'] } }
  t.strictSame(workTitle({ id: 'W1', title: { fr: [' '] }, inventory: '12.3', texts }), {
    fr: ['Estampe, inv. 12.3'],
    en: ['Print, inv. 12.3'],
    nl: ['Estampe, inv. 12.3'],
  })
  t.strictSame(workTitle({ id: 'W1' }), { fr: ['Œuvre, W1'], en: ['Work, W1'], nl: ['Werk, W1'] })
})

t.test('a museum without a name is called by its town and code', async t => {
  t.strictSame(museumName({ ...museum, name: {} }), { none: ['Arras (M0629)'] })
})

t.test('rights are spelt as IIIF asks, and nothing else passes for rights', async t => {
  const spellings = {
    'http://creativecommons.org/licenses/by/4.0/': 'http://creativecommons.org/licenses/by/4.0/',
    'https://www.creativecommons.org/licenses/by-sa/3.0/fr/deed.fr':
      'http://creativecommons.org/licenses/by-sa/3.0/fr/',
    'https://creativecommons.org/publicdomain/zero/1.0': 'http://creativecommons.org/publicdomain/zero/1.0/',
    'https://rightsstatements.org/page/InC/1.0/?language=fr': 'http://rightsstatements.org/vocab/InC/1.0/',
    ' http://rightsstatements.org/vocab/NoC-OKLR/1.0/ ': 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/',
    'Domaine public': 'http://creativecommons.org/publicdomain/mark/1.0/',
    'œuvre dans le domaine public.': 'http://creativecommons.org/publicdomain/mark/1.0/',
    CC0: 'http://creativecommons.org/publicdomain/zero/1.0/',
    'CC BY-NC-SA 4.0': 'http://creativecommons.org/licenses/by-nc-sa/4.0/',
    'Licence Creative Commons BY-ND 3.0 FR': 'http://creativecommons.org/licenses/by-nd/3.0/fr/',
    'Tous droits réservés': 'http://rightsstatements.org/vocab/InC/1.0/',
  }
  for (const [given, uri] of Object.entries(spellings)) t.equal(rightsUri(given), uri)
  const words = ['droits réservés', 'Licence Ouverte 2.0', 'CC BY', 'CC BY-ND-SA 4.0', 'hors domaine public']
  for (const other of ['', ...words, 'https://example.org/http://creativecommons.org/licenses/by/4.0/']) {
    t.equal(rightsUri(other), undefined, other)
  }
})
