import { readFileSync } from 'node:fs'
import t from 'tap'
import { delftManifest } from '../../../src/presentation/stories/delft.js'
import type { CommentPage, Manifest } from '../../../src/presentation/types.js'
import { needs, shared } from '../../shared.js'
import { analysis, exhibition } from '../../stories/samples.js'
import { context } from '../sample.js'
import { staged } from './works.js'

const delft = (...[story, form]: Parameters<typeof staged>): Manifest =>
  delftManifest(staged(story, { ...form, profile: 'delft' }), context)

t.test('an exhibition scrolls: texts are info boxes, pictures take the grid with their text at a side', async t => {
  const manifest = delft(exhibition)
  t.match(manifest.id, /manifest\?profile=delft$/)
  t.strictSame(manifest.behavior, ['exhibition', 'scroll', 'template-exhibition-scroll'])
  t.match(manifest.service, [{ profile: 'https://exhibitionviewer.org/iiif/theme-service', theme: { version: 1 } }])
  const [card, picture] = manifest.items
  t.match(card, { width: 1000, height: 1000, behavior: ['w-12', 'h-4', 'info'] })
  t.match(card?.items[0].items[0]?.body, {
    type: 'TextualBody',
    language: 'fr',
    value: /<b>Cloches et beffrois<\/b>.*<b>La place<\/b>/,
  })
  t.strictSame(picture?.behavior, ['w-12', 'h-6', 'image', 'right'])
  t.match(picture?.summary, { fr: ['<p>Un jour de fête.</p>'] })
})

t.test('an analysis is a tour of one canvas, whose first page of annotations are its steps', async t => {
  const manifest = delft(analysis)
  t.strictSame(manifest.items[0]?.behavior, ['w-12', 'h-8', 'image', 'manual-tour'])
  const [steps] = manifest.items[0]?.annotations ?? []
  t.equal((steps as CommentPage).items.length, 4)
  t.match(manifest.summary, { fr: [String] }, 'exhibition viewers open with it, in every language')
  const plain = { ...analysis, steps: analysis.steps.map(({ marks: _, counterpart: __, ...step }) => step) }
  t.equal(delft(plain).items.length, 1, 'a viewer that goes to regions needs no details beside them')
})

const file = 'data/manifests/delft-exh-places-of-commemoration.json'
t.test('canvases speak the words of a real exhibition', needs(file), async t => {
  const real = JSON.parse(readFileSync(shared(file) ?? '', 'utf8')) as Manifest
  const kindOf = (words: readonly string[] = []) => words.map(word => word.replace(/\d+$/, ''))
  const known = new Set([...real.items.flatMap(({ behavior }) => kindOf(behavior)), 'image'])
  const spoken = delft(exhibition).items.flatMap(({ behavior }) => kindOf(behavior))
  t.strictSame(
    spoken.filter(word => !known.has(word)),
    [],
  )
})
