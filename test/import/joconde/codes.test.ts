import t from 'tap'
import { codeOf, fields } from '../../../src/import/joconde/fields.js'
import { mended } from '../../../src/import/joconde/mending.js'
import { museumCodeFrom } from '../../../src/import/joconde/museum-code.js'
import { valuesOf } from '../../../src/import/joconde/source-notice.js'
import { whereaboutsFrom } from '../../../src/import/joconde/whereabouts.js'
import { openDataNames } from './samples.js'

t.test('each of the 67 columns of data.culture.gouv.fr is a field of its own', async t => {
  const codes = openDataNames.map(codeOf)
  t.equal(openDataNames.length, 67)
  t.strictSame(
    openDataNames.filter((_, index) => codes[index] === undefined),
    [],
  )
  t.equal(new Set(codes).size, 67)
  t.strictSame(
    openDataNames.map(name => codeOf(name.toLowerCase())),
    codes,
    'its API writes them small',
  )
})

t.test('each code is known in capitals and small letters, and other columns are not', async t => {
  for (const code of Object.keys(fields)) {
    t.equal(codeOf(code), code)
    t.equal(codeOf(code.toLowerCase()), code)
  }
  for (const name of ['Auteur-1', 'Domaine_1', 'column 1', 'constructor', '__proto__', ''])
    t.equal(codeOf(name), undefined)
})

t.test('a code that is mistyped is proposed only where one museum can be meant', async t => {
  const known = new Set(['M5019', 'M5020', 'M0629'])
  t.strictSame(museumCodeFrom('M0629', '06290000001', known), { code: 'M0629' })
  t.strictSame(museumCodeFrom('M05019', '50190000001', known), { suggestion: 'M5019' })
  t.strictSame(museumCodeFrom('M5202', '50200000001', known), { code: 'M5202' }, 'two slips away')
  t.strictSame(museumCodeFrom('M5002', '50200000001', known), { code: 'M5002', suggestion: 'M5020' })
  t.strictSame(museumCodeFrom('M5002', '51110000001', known), { code: 'M5002' }, 'the reference does not bear it out')
  t.strictSame(museumCodeFrom('5027', '', known), { suggestion: 'M5027' })
  t.strictSame(museumCodeFrom('0', '', known), {})
  t.strictSame(museumCodeFrom('M05019', '', new Set()), {})
})

t.test('what is missing or stolen is known by MANQUANT or the last word of LOCA', async t => {
  const whereabouts = (...notice: readonly (readonly [string, string])[]) =>
    whereaboutsFrom(valuesOf(notice, 'semicolon'))
  t.strictSame(whereabouts(['LOCA', 'Autun ; musée Rolin ; volé']), { situation: 'stolen' })
  t.strictSame(whereabouts(['LOCA', 'Autun ; musée Rolin ; présumé détruit']), { situation: 'destroyed' })
  t.strictSame(whereabouts(['LOCA', 'Autun ; musée Rolin ; retrouvé']), { situation: 'found' })
  t.strictSame(whereabouts(['Manquant', 'Manquant'], ['Manquant commentaires', 'Récolement 2014']), {
    situation: 'missing',
    note: { fr: ['Récolement 2014'] },
  })
  t.equal(whereabouts(['LOCA', 'Autun ; musée Rolin']), undefined)
  t.equal(whereabouts(['LOCA', 'Lille ; musée du vol libre']), undefined)
})

t.test('texts that were encoded twice are read as they were meant, others are left alone', async t => {
  t.equal(mended('VerriÃ¨re dâ€™Ã©glise, cÅ“ur'), 'Verrière d’église, cœur')
  t.equal(mended('l\u0092île de Jersey'), 'l’île de Jersey')
  for (const text of ['Verrière', 'Ânes et Ãra', 'Saint-Étienne « été »', 'São Tomé']) t.equal(mended(text), text)
})
