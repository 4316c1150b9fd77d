import t from 'tap'
import { type LanguageMap, layerKinds, type Museum, textFields, type Work } from '../../src/catalogue/model.js'
import { workManifest } from '../../src/presentation/manifest.js'
import { workManifest as workManifest2 } from '../../src/presentation/v2/manifest.js'
import { fc } from '../seeded.js'
import { needs } from '../shared.js'
import { holderCollection, networkCollection } from './collections.js'
import { context, context2, image } from './sample.js'
import { presentationSchema, schemaPath } from './schema.js'
import { flawsOf } from './structure2.js'

/** Records as no curator would write them, but as a catalogue may hold them. */
const text = fc.oneof(
  fc.constantFrom('', ' ', '<b>gras</b>', '<script>alert(1)</script>', '\u0000', 'œ'.repeat(3000), '</p>', '“”'),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const tag = fc.constantFrom('fr', 'en', 'nl', 'none', 'es-419', 'fr_FR', 'de-CH-1996', '', '@none', '__proto__', '中')
const languageMap: fc.Arbitrary<LanguageMap> = fc.dictionary(tag, fc.array(text, { maxLength: 3 }), { maxKeys: 4 })
const address = fc.oneof(
  text,
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    'http://x y',
    'https://é.example/à|b',
    'http://creativecommons.org/licenses/?http://rightsstatements.org/vocab/',
    'https://creativecommons.org/licenses/by-nc-nd/3.0/fr/legalcode',
    'https://rightsstatements.org/page/InC-EDU/1.0/?language=fr',
  ),
)
const id = text.filter(each => each !== '')
const partial = { requiredKeys: [] as [] }

const museumRecord = fc.record(
  { id, name: languageMap, town: text, website: address, description: languageMap },
  { requiredKeys: ['id', 'name'] },
) as fc.Arbitrary<Museum>

const size = { width: fc.integer({ min: 1, max: 60_000 }), height: fc.integer({ min: 1, max: 60_000 }) }
const picture = fc.record({ ...size, levels: fc.integer({ min: 1, max: 10 }) }).map(each => image('été 1/2', each))
const layers = fc.array(fc.record({ kind: fc.constantFrom(...layerKinds), image: picture }), {
  minLength: 1,
  maxLength: 3,
})
const views = fc.uniqueArray(fc.record({ key: id, position: fc.nat(), label: languageMap, layers }), {
  maxLength: 3,
  selector: view => view.key,
})

const works = fc.record(
  {
    id,
    museum: text,
    museumRecord,
    inventory: text,
    title: languageMap,
    summary: languageMap,
    alternativeText: languageMap,
    makers: fc.array(fc.record({ name: text, role: languageMap, dates: text }), { maxLength: 3 }),
    date: fc.record({ words: languageMap }),
    dimensions: fc.record({ words: text, heightMm: fc.double(), widthMm: fc.double({ min: 0, max: 1e6 }) }, partial),
    rights: fc.record({ uri: address, credit: languageMap }, partial),
    texts: fc.dictionary(fc.constantFrom(...textFields), languageMap),
    views,
    sections: fc.array(fc.record({ label: languageMap, views: fc.array(id, { maxLength: 2 }) }), { maxLength: 2 }),
    updatedAt: fc.constant(''),
  },
  { requiredKeys: ['id', 'views', 'updatedAt'] },
) as fc.Arbitrary<Work>

const values = (map: LanguageMap | undefined): readonly string[] => Object.values(map ?? {}).flat()

t.test('whatever a catalogue holds, its documents are valid', needs(schemaPath), async t => {
  const validate = presentationSchema()
  const check = (document: object) => {
    if (!validate(document)) throw new Error(JSON.stringify(validate.errors?.slice(0, 3)))
  }
  fc.assert(
    fc.property(works, work => {
      check(workManifest(work, context))
      check(workManifest(work, context, { whole: work, parts: [work], related: [work] }))
      const holding = { holder: work.museumRecord ?? null, works: 1, cover: work }
      check(networkCollection([holding]))
      check(holderCollection(holding, [work]))
    }),
    { numRuns: 300 },
  )
  t.pass()
})

t.test('whatever a catalogue holds, a work has a label and no text reads as HTML', async t => {
  fc.assert(
    fc.property(works, work => {
      const { label, summary, metadata, requiredStatement } = workManifest(work, context)
      if (values(label).length === 0) throw new Error('no label')
      const shown = [summary, requiredStatement?.value, ...(metadata ?? []).map(({ value }) => value)].flatMap(values)
      const marked = shown.find(each => each === '' || (each.trim().startsWith('<') && each.trim().endsWith('>')))
      if (marked !== undefined) throw new Error(`read as HTML: ${marked}`)
    }),
    { numRuns: 300 },
  )
  t.pass()
})

t.test('whatever a catalogue holds, its documents of version 2 have what they must', async t => {
  fc.assert(
    fc.property(works, work => {
      const flaws = flawsOf(workManifest2(work, context2, { whole: work, parts: [work], related: [work] }))
      if (flaws.length > 0) throw new Error(flaws.join(', '))
    }),
    { numRuns: 300 },
  )
  t.pass()
})
