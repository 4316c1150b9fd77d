import { addressFrom } from '../values.js'
import { idOf, type Json, objectsOf, own, textOf, typeOf } from './json.js'

/** What a collection lists, in its order: manifests and further collections, whole or by their addresses. */
export type Member = Readonly<{ kind: 'manifest' | 'collection'; json: Json; address?: string; whole: boolean }>

/** Version 3 lists `items`; version 2 `members`, or `collections` and `manifests`, which may be plain addresses. */
export function membersOf(collection: Json): readonly Member[] {
  const listed = ['items', 'members', 'collections', 'manifests'].flatMap(name => {
    const value = own(collection, name)
    const kind = name === 'collections' ? 'Collection' : 'Manifest'
    const entries = Array.isArray(value) ? value : []
    return entries.flatMap(entry => (textOf(entry) ? [{ '@id': entry, '@type': kind }] : objectsOf(entry)))
  })
  return listed.flatMap(json => {
    const kind = typeOf(json)
    if (kind !== 'Manifest' && kind !== 'Collection') return []
    const address = addressFrom(idOf(json) ?? '')
    return [
      {
        kind: kind === 'Manifest' ? 'manifest' : 'collection',
        json,
        whole: isWhole(json),
        ...(address && { address }),
      },
    ]
  })
}

const isWhole = (json: Json): boolean =>
  ['items', 'sequences', 'members', 'manifests', 'collections'].some(name => Array.isArray(own(json, name)))
