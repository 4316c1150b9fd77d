import type { Subject } from '../finding.js'
import type { ProfileName } from './validate.js'

/**
 * What stands at an address of ours, and so how it is asked: a IIIF document, which names its own address; the
 * information of an image; a picture, of which only the head is asked; or anything else, which must answer.
 */
export type Shape =
  | Readonly<{ kind: 'document'; profile: PresentationProfile; collection: boolean }>
  | Readonly<{ kind: 'service'; version: 2 | 3; image: string }>
  | Readonly<{ kind: 'picture' }>
  | Readonly<{ kind: 'other' }>

export type PresentationProfile = Extract<ProfileName, `presentation${string}`>

const profileOf = (version: string | undefined): PresentationProfile =>
  version === '2' ? 'presentation2' : 'presentation3'
const versionOf = (written: string | undefined): 2 | 3 => (written === '2' ? 2 : 3)

const shapes: readonly (readonly [path: RegExp, shape: (found: readonly string[]) => Shape])[] = [
  [
    /^\/iiif\/presentation\/([23])\/(?:[^/]+\/){0,2}collection(?:\/(?:pages\/)?\d+)?$/,
    ([version]) => ({ kind: 'document', profile: profileOf(version), collection: true }),
  ],
  [
    /^\/iiif\/presentation\/3\/.*[?&]profile=delft(?:&|$)/,
    () => ({ kind: 'document', profile: 'presentationDelft', collection: false }),
  ],
  [
    /^\/iiif\/presentation\/([23])\/./,
    ([version]) => ({ kind: 'document', profile: profileOf(version), collection: false }),
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

const folders = { works: 'work', museums: 'museum', analyses: 'analysis', exhibitions: 'exhibition' } as const
const about =
  /^(?:\/iiif\/(?:presentation\/[23]|search\/[12](?:\/presentation-2)?)|\/fr|\/en|\/nl)?\/(works|museums|analyses|exhibitions)\/([^/?]+)/
const ofImage = /^\/iiif\/image\/[23]\/([^/]+)/

/** A collection, a page of one, or a page of pages. */
export const isCollection = (shape: Shape): boolean => shape.kind === 'document' && shape.collection

/** What an address is about, as far as it says. */
export function subjectOf(address: string, base: string): Subject {
  const path = address.slice(base.length)
  const [, folder = '', id = ''] = about.exec(path) ?? []
  if (id !== '' && id !== 'collection') return { kind: folders[folder as keyof typeof folders], id: decoded(id) }
  const [, image] = ofImage.exec(path) ?? []
  if (image !== undefined) return { kind: 'image', id: decoded(image) }
  return { kind: 'address', address }
}

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
