import type { ValidateFunction } from 'ajv'
import t from 'tap'
import { openValidate } from '../../../src/check/documents/validate.js'
import { configFrom } from '../../../src/config.js'
import { buildApp } from '../../../src/http/app.js'
import { openServices } from '../../../src/services.js'
import { readSettings } from '../../../src/settings.js'
import { presentationSchema, schemaPath } from '../../presentation/schema.js'
import { fc } from '../../seeded.js'
import { needs } from '../../shared.js'
import { fillCollection } from '../collection.js'

type Json = Readonly<Record<string, unknown>>

const validate = openValidate()

/** Every document that the sample collection leads to, of both versions, by its address. */
async function allDocuments(data: string): Promise<ReadonlyMap<string, Json>> {
  await fillCollection(data)
  const services = await openServices(configFrom(readSettings({ data })))
  const app = await buildApp(services)
  const found = new Map<string, Json>()
  const waiting = [
    '/iiif/presentation/3/collection',
    '/iiif/presentation/2/collection',
    // Named by no document of version 2
    '/iiif/presentation/2/works/album/canvas/1/painting',
  ]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const { body } = await app.inject({ url: path, headers: { host: 'museum.example.org' } })
    found.set(path, JSON.parse(body) as Json)
    for (const [, own] of body.matchAll(/"http:\/\/museum\.example\.org(\/iiif\/presentation\/[^"]+)"/g))
      if (own && !found.has(own) && !waiting.includes(own)) waiting.push(own)
  }
  await app.close()
  await services.close()
  return found
}

const documents = await allDocuments(t.testdir({}))
const ofVersion = (version: 2 | 3): readonly Json[] =>
  [...documents].filter(([path]) => path.includes(`/presentation/${version}/`)).map(([, document]) => document)

const typesOf = (all: readonly Json[]) => [...new Set(all.map(each => each.type ?? each['@type']))].toSorted()

t.test('every document of the sample collection follows our schema, and there is one of each type', async t => {
  t.strictSame(typesOf(ofVersion(3)), ['Annotation', 'AnnotationPage', 'Canvas', 'Collection', 'Manifest', 'Range'])
  t.strictSame(typesOf(ofVersion(2)), [
    'oa:Annotation',
    'sc:AnnotationList',
    'sc:Canvas',
    'sc:Collection',
    'sc:Manifest',
    'sc:Range',
    'sc:Sequence',
  ])
  for (const document of ofVersion(3)) t.equal(validate.own('presentation3', document), undefined, String(document.id))
  for (const document of ofVersion(2))
    t.equal(validate.own('presentation2', document), undefined, String(document['@id']))
})

/** A place in a document: the keys that lead there. */
type Path = readonly string[]

function* placesIn(thing: unknown, path: Path = []): Iterable<Path> {
  if (path.length > 0) yield path
  if (typeof thing === 'object' && thing !== null)
    for (const [key, value] of Object.entries(thing)) yield* placesIn(value, [...path, key])
}

/** A copy without what stands at a place, or with something else there. */
function changed(thing: unknown, [key = '', ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(thing))
    return thing.flatMap((each, index) => {
      if (String(index) !== key) return [each]
      const now = rest.length > 0 ? changed(each, rest, change) : change(each)
      return now === undefined ? [] : [now]
    })
  const entries = Object.entries(thing as Json).flatMap(([name, value]) => {
    if (name !== key) return [[name, value] as const]
    const now = rest.length > 0 ? changed(value, rest, change) : change(value)
    return now === undefined ? [] : [[name, now] as const]
  })
  return Object.fromEntries(entries)
}

const changes: Readonly<Record<string, (value: unknown) => unknown>> = {
  'taken away': () => undefined,
  'made a number': () => 7,
  'made a fraction': () => 0.5,
  'made a text': () => 'x',
  'made an address': () => 'http://museum.example.org/x',
  emptied: value => (Array.isArray(value) ? [] : typeof value === 'object' ? {} : ''),
  doubled: value => [value, value],
  'made null': () => null,
}

/** Documents with one thing changed, wherever it stands. */
const mutant = (all: readonly Json[]) =>
  fc
    .constantFrom(...all)
    .chain(document =>
      fc.record({
        document: fc.constant(document),
        place: fc.constantFrom(...placesIn(document)),
        change: fc.constantFrom(...Object.keys(changes)),
      }),
    )
    .map(({ document, place, change }) => ({
      document: changed(document, place, changes[change] ?? (value => value)) as Json,
      told: `${place.join('/')} ${change}`,
    }))

const classes: Readonly<Record<string, string>> = {
  Manifest: 'manifest',
  Collection: 'collection',
  Canvas: 'canvas',
  AnnotationPage: 'annotationPage',
  Annotation: 'annotation',
  Range: 'range',
}

t.test("what passes our schema passes IIIF's, whatever is changed in it", needs(schemaPath), async t => {
  const theirs = new Map<string, ValidateFunction>()
  for (const [type, part] of Object.entries(classes)) theirs.set(type, presentationSchema(part))
  let passed = 0
  let refused = 0
  const narrower = fc.property(mutant(ofVersion(3)), ({ document, told }) => {
    if (validate.own('presentation3', document) !== undefined) {
      refused += 1
      return
    }
    passed += 1
    const valid = theirs.get(String(document.type))
    if (!valid?.(document)) throw new Error(`${told}: ${JSON.stringify(valid?.errors?.slice(0, 3))}`)
  })
  t.doesNotThrow(() => fc.assert(narrower, { numRuns: 3000 }))
  t.ok(passed > 100 && refused > 1000, `${passed} passed and ${refused} were refused`)
})

t.test('whatever has lost what it must have is refused, in either version', async t => {
  const taken: readonly (readonly [2 | 3, type: string, place: string, told: RegExp])[] = [
    [3, 'Manifest', 'requiredStatement', /required property 'requiredStatement'/],
    [3, 'Manifest', 'items/0/width', /\/items\/0 must have required property 'width'/],
    [3, 'Manifest', 'items/0/items/0/items/0/target', /required property 'target'/],
    [3, 'Collection', 'items/0/label', /\/items\/0 must have required property 'label'/],
    [2, 'sc:Manifest', 'attribution', /required property 'attribution'/],
    [2, 'sc:Manifest', 'sequences/0/canvases/0/images/0/on', /required property 'on'/],
    [2, 'sc:Canvas', 'within', /required property 'within'/],
  ]
  for (const [version, type, place, told] of taken) {
    const whole = ofVersion(version).find(
      each => (each.type ?? each['@type']) === type && [...placesIn(each)].some(path => path.join('/') === place),
    )
    t.ok(whole, place)
    const cut = changed(whole, place.split('/'), () => undefined) as Json
    t.match(validate.own(version === 3 ? 'presentation3' : 'presentation2', cut), told)
  }
})

t.test('what has no place in a document is told by its name', async t => {
  const [manifest] = ofVersion(3).filter(({ type }) => type === 'Manifest')
  t.equal(
    validate.own('presentation3', { ...manifest, viewingHint: 'paged' }),
    'the document has viewingHint, which has no place there',
  )
  t.equal(validate.own('presentation3', { type: 'Film' }), 'its type is "Film"')
})
