import t from 'tap'
import type { Work } from '../../src/catalogue/model.js'
import { dimensionWords } from '../../src/presentation/dimensions.js'
import { makerName } from '../../src/presentation/makers.js'
import { requiredStatement, workMetadata } from '../../src/presentation/metadata.js'
import { isAway } from '../../src/presentation/whereabouts.js'
import { work } from './sample.js'

const fieldOf = (shown: Work, label: string) => workMetadata(shown).find(entry => entry.label.fr?.[0] === label)?.value

t.test('makers are read by their readable names, with how the work goes back to them', async t => {
  const lachenal = { name: 'LACHENAL Edmond', readableName: 'Edmond Lachenal' }
  t.equal(makerName(lachenal, 'fr'), 'Edmond Lachenal')
  t.equal(makerName({ ...lachenal, attribution: 'workshop' }, 'fr'), 'atelier d’Edmond Lachenal')
  t.equal(makerName({ ...lachenal, attribution: 'workshop' }, 'en'), 'workshop of Edmond Lachenal')
  t.equal(makerName({ name: 'DAUM', attribution: 'manner' }, 'fr'), 'manière de DAUM')
  t.equal(makerName({ ...lachenal, uncertain: true }, 'nl'), 'Edmond Lachenal (?)')
  t.equal(
    makerName({ ...lachenal, attribution: 'after' }, 'de'),
    'd’après Edmond Lachenal',
    'else in the first language',
  )
  t.equal(makerName({ name: 'inconnu', anonymous: true }, 'en'), 'Anonymous', 'no name where there is none')
  t.strictSame(
    fieldOf({ ...work, makers: [{ name: 'anonyme', anonymous: true, role: { fr: ['graveur'] } }] }, 'Auteur'),
    {
      fr: ['Anonyme, graveur'],
      en: ['Anonymous, graveur'],
      nl: ['Anoniem, graveur'],
    },
  )
})

t.test('photograph, copyright and public domain stand apart from the licence', async t => {
  const rights = {
    photograph: { fr: ['Jeanne Martin'] },
    copyright: { fr: ['© Ville d’Arras'] },
    publicDomainFrom: 1736,
  }
  const shown = { ...work, rights }
  t.strictSame(fieldOf(shown, 'Photographie'), { fr: ['Jeanne Martin'] })
  t.strictSame(fieldOf(shown, 'Copyright'), { fr: ['© Ville d’Arras'] })
  t.match(fieldOf(shown, 'Domaine public'), { en: ['Work in the public domain as of 1 January 1736'] })
  t.equal(fieldOf(shown, 'Droits'), undefined)
  t.match(requiredStatement(shown, 'Musées du Nord').value, {
    fr: ['Musée des Beaux-Arts, Arras', 'Photographie\u00a0: Jeanne Martin', '© Ville d’Arras'],
    en: [String, 'Photograph: Jeanne Martin', '© Ville d’Arras'],
  })
})

t.test('what is missing or stolen says so', async t => {
  const stolen: Work = { ...work, whereabouts: { situation: 'stolen', note: { fr: ['Récolement de 2014'] } } }
  t.strictSame(fieldOf(stolen, 'Situation'), {
    fr: ['Volé. Récolement de 2014'],
    en: ['Stolen. Récolement de 2014'],
    nl: ['Gestolen. Récolement de 2014'],
  })
  t.equal(fieldOf(work, 'Situation'), undefined)
  t.equal(isAway(stolen.whereabouts), true)
  t.equal(isAway({ situation: 'found' }), false)
})

t.test('the catalogue’s words are shown where height, width and depth do not say all', async t => {
  const words = 'H. 12 ; l. 8 ; Pds. 3'
  const sides = { words, heightMm: 120, widthMm: 80 }
  const measures = [
    { kind: 'height', mm: 120 },
    { kind: 'width', mm: 80 },
  ] as const
  t.match(dimensionWords({ ...sides, measures }), { fr: ['H.\u00a012 × L.\u00a08\u00a0cm'] })
  t.strictSame(dimensionWords({ ...sides, measures: [...measures, { kind: 'weight', grams: 3 }] }), { none: [words] })
})
