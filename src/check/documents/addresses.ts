import type { Subject } from '../finding.js'

/**
 * What stands at an address of ours, and so how it is asked: a IIIF document, which names its own address; the
 * information of an image; a picture, of which only the head is asked; or anything else, which must answer.
 */
export type Shape =
  | Readonly<{ kind: 'document'; version: 2 | 3; collection: boolean }>
  | Readonly<{ kind: 'service'; version: 2 | 3; image: string }>
  | Readonly<{ kind: 'picture' }>
  | Readonly<{ kind: 'other' }>

const versionOf = (written: string | undefined): 2 | 3 => (written === '2' ? 2 : 3)

const shapes: readonly (readonly [path: RegExp, shape: (found: readonly string[]) => Shape])[] = [
  [
    /^\/iiif\/presentation\/([23])\/(?:[^/]+\/){0,2}collection(?:\/(?:pages\/)?\d+)?$/,
    ([version]) => ({ kind: 'document', version: versionOf(version), collection: true }),
  ],
  [
    /^\/iiif\/presentation\/([23])\/./,
    ([version]) => ({ kind: 'document', version: versionOf(version), collection: false }),
  ],
  [
    /^\/iiif\/image\/([23])\/([^/]+)$/,
    ([version, image = '']) => ({ kind: 'service', version: versionOf(version), image: decoded(image) }),
  ],
  [/^\/iiif\/image\/[23]\/[^/]+\/[^/]+\/[^/]+\/[^/]+\/[^/]+$/, () => ({ kind: 'picture' })],
]

/** @param path below the site's address */
export function shapeOf(path: string): Shape {
  for (const [pattern, shape] of shapes) {
    const found = pattern.exec(path)
    if (found) return shape(found.slice(1))
  }
  return { kind: 'other' }
}

const subjects: readonly (readonly [path: RegExp, kind: Exclude<Subject['kind'], 'catalogue' | 'address' | 'file'>])[] =
  [
    [/^\/iiif\/presentation\/[23]\/works\/([^/]+)\/./, 'work'],
    [/^(?:\/(?:fr|en|nl))?\/works\/([^/]+)/, 'work'],
    [/^\/iiif\/presentation\/[23]\/museums\/([^/]+)/, 'museum'],
    [/^(?:\/(?:fr|en|nl))?\/museums\/([^/]+)/, 'museum'],
    [/^\/iiif\/image\/[23]\/([^/]+)/, 'image'],
    [/^(?:\/iiif\/presentation\/[23]|\/fr|\/en|\/nl)?\/analyses\/([^/]+)/, 'analysis'],
    [/^(?:\/iiif\/presentation\/[23]|\/fr|\/en|\/nl)?\/exhibitions\/([^/]+)/, 'exhibition'],
  ]

/** A collection, a page of one, or a page of pages. */
export const isCollection = (shape: Shape): boolean => shape.kind === 'document' && shape.collection

/** What an address is about, as far as it says. */
export function subjectOf(address: string, base: string): Subject {
  const path = address.slice(base.length)
  for (const [pattern, kind] of subjects) {
    const [, id] = pattern.exec(path) ?? []
    if (id !== undefined && !(kind === 'work' && id === 'collection')) return { kind, id: decoded(id) }
  }
  return { kind: 'address', address }
}

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
