import type { BorrowedWork, Notice, Rights } from '../../catalogue/model.js'
import { rightsUri } from '../../presentation/rights.js'
import { addressFrom } from '../values.js'
import { manifestAddress, workIdOf } from './identity.js'
import { either, type Json, listOf, objectsOf, own, textOf, typeOf } from './json.js'
import { ownerOf } from './owner.js'
import { sectionsOf } from './sections.js'
import { pairsIn, wordsIn } from './texts.js'
import { type Note, viewsOf } from './views.js'

/** What a document is: version 2 says `sc:Manifest` in `@type`, version 3 `Manifest` in `type`. */
export type Kind = 'manifest' | 'collection'

export function kindOf(document: Json): Kind | undefined {
  const type = typeOf(document)
  if (type === 'Manifest') return 'manifest'
  return type === 'Collection' ? 'collection' : undefined
}

/** By the shape of what it holds, since contexts come in every spelling. */
export const versionOf = (document: Json): 2 | 3 =>
  typeof own(document, 'type') === 'string' && own(document, 'sequences') === undefined ? 3 : 2

export type ReadManifest = Readonly<{ work?: BorrowedWork; notes: readonly Note[] }>

/** What to call a work whose manifest has no address, and where a document that has one came from. */
export type Origin = Readonly<{ fallbackId: string; text: string; mostCanvases: number }>

/** A manifest of either version as a borrowed work. */
export function readManifest(manifest: Json, { fallbackId, text, mostCanvases }: Origin): ReadManifest {
  const canvases = canvasesOf(manifest)
  if (canvases.length > mostCanvases)
    return {
      notes: [{ kind: 'too-many-canvases', value: `${canvases.length} canvases; at most ${mostCanvases} are taken` }],
    }
  const { views, keysOn, notes } = viewsOf(canvases)
  const { sections, ranges, left } = sectionsOf(manifest, keysOn)
  const address = manifestAddress(manifest)
  const record = { ...recordOf(manifest, address, fallbackId), ...(sections.length > 0 && { sections }) }
  return {
    work: { record, views, document: text },
    notes: [
      ...(address ? [] : [{ kind: 'no-manifest-id' as const, value: fallbackId }]),
      ...notes,
      ...(left > 0 ? [{ kind: 'ranges' as const, value: `${left} of ${ranges}` }] : []),
      ...notTaken(manifest),
    ],
  }
}

/** The record of a work from its manifest, or from what a collection says of it. */
export function recordOf(manifest: Json, address: string | undefined, fallbackId: string): BorrowedWork['record'] {
  const title = wordsIn(own(manifest, 'label'))
  const summary = wordsIn(either(manifest, 'summary', 'description'))
  const rights = rightsOf(manifest)
  const metadata = pairsIn(own(manifest, 'metadata'))
  return {
    id: address ? workIdOf(address) : fallbackId,
    ...(title && { title }),
    ...(summary && { summary }),
    ...(rights && { rights }),
    loan: {
      ...(address && { manifest: address }),
      version: versionOf(manifest),
      ...ownerOf(manifest, address),
      ...(metadata.length > 0 && { metadata }),
    },
    notice: noticeOf(manifest, address),
  }
}

const canvasesOf = (manifest: Json): readonly Json[] => {
  const [sequence] = objectsOf(own(manifest, 'sequences'))
  return [...objectsOf(own(manifest, 'items')), ...(sequence ? objectsOf(own(sequence, 'canvases')) : [])]
}

/** A statement by its own URI where it is one that IIIF knows; any other address or words stay as they are. */
function rightsOf(manifest: Json): Rights | undefined {
  const given = listOf(either(manifest, 'rights', 'license')).flatMap(value => textOf(value) ?? [])
  const uri = given.map(rightsUri).find(each => each !== undefined) ?? given.flatMap(text => addressFrom(text) ?? [])[0]
  if (uri !== undefined) return { uri }
  const [words] = given
  return words ? { credit: { none: [words] } } : undefined
}

/** These are kept in the document alone: they are as long as the work has pages. */
const long = new Set(['items', 'sequences', 'structures', 'annotations', 'otherContent'])

/** Every other field of the manifest itself, verbatim. */
const noticeOf = (manifest: Json, address: string | undefined): Notice => ({
  source: `IIIF Presentation ${versionOf(manifest)}${address ? `, ${address}` : ''}`,
  fields: Object.entries(manifest)
    .filter(([name]) => !long.has(name))
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
})

function notTaken(manifest: Json): readonly Note[] {
  const count = (name: string): number => objectsOf(own(manifest, name)).length
  const annotations = count('annotations') + count('otherContent')
  const sequences = Math.max(0, count('sequences') - 1)
  return [
    ...(annotations > 0 ? [{ kind: 'annotations' as const, value: `${annotations}` }] : []),
    ...(sequences > 0 ? [{ kind: 'sequences' as const, value: `${sequences}` }] : []),
  ]
}
