import t from 'tap'
import { citation, makerWords } from '../../src/pages/cite.js'
import { phrases } from '../../src/pages/phrases/phrases.js'
import { isWebAddress, rightsWords } from '../../src/pages/rights.js'
import { bareWork, picturedWork, visitIn } from './samples.js'

t.test('rights are said in words that people know', async t => {
  const words = (uri: string) => rightsWords(uri, phrases.fr)
  t.equal(words('http://creativecommons.org/publicdomain/mark/1.0/'), 'Domaine public')
  t.equal(words('https://creativecommons.org/licenses/by-nc-sa/4.0/deed.fr'), 'CC BY-NC-SA 4.0')
  t.equal(words('http://creativecommons.org/publicdomain/zero/1.0/'), 'CC0 1.0')
  t.equal(words('http://rightsstatements.org/vocab/InC-EDU/1.0/'), 'Droits réservés')
  t.equal(words('http://rightsstatements.org/vocab/NoC-US/1.0/'), 'Sans droit d’auteur connu')
  t.equal(words('http://rightsstatements.org/vocab/CNE/1.0/'), 'Droits non évalués')
  t.equal(words('https://example.org/mine'), 'https://example.org/mine')
})

t.test('only addresses on the web become links', async t => {
  for (const good of ['http://a.example', 'https://a.example/x?y=1']) t.ok(isWebAddress(good), good)
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'ftp://a', '//a.example', 'http://a b', ''])
    t.notOk(isWebAddress(bad), bad)
})

t.test('a maker has role and dates beside the name', async t => {
  const maker = { name: 'Rubens', role: { fr: ['d’après'] }, dates: '1577-1640' }
  t.equal(makerWords(maker, visitIn('fr')), 'Rubens (d’après\u202f; 1577-1640)')
  t.equal(makerWords({ name: 'Rubens' }, visitIn('en')), 'Rubens')
})

t.test('a citation says who, what, when, where, and the address that stays', async t => {
  t.equal(
    citation(picturedWork, visitIn('en')),
    'Pieter Bruegel, The Harvesters, XVIe siècle, Musée des Beaux-Arts, Lille, Inv. P. 12. ' +
      'Les musées, https://musees.example/collections/works/50350012455.',
  )
  t.match(citation(bareWork, visitIn('fr')), /^Assiette, inv\. 888\.4\.1, Inv\.\u00a0888\.4\.1\. Les musées, https:/)
})
