import type { PresentationContext } from '../context.js'
import type { Entry, Listing } from '../listing.js'
import { workThumbnail } from './painting.js'
import { texts } from './texts.js'
import { type Collection, presentationContext2, type Reference } from './types.js'

/** A collection of version 2: what it lists stands apart by kind, and pages are collections too. */
export function collection(listing: Listing, context: PresentationContext): Collection {
  const { id, label, summary, homepage, within, entries } = listing
  const listed = (kind: Entry['kind']) =>
    entries.filter(entry => entry.kind === kind).map(entry => reference(entry, context))
  const [collections, manifests] = [listed('collection'), listed('manifest')]
  return {
    '@context': presentationContext2,
    '@id': id,
    '@type': 'sc:Collection',
    label: texts(label),
    ...(summary ? { description: texts(summary) } : {}),
    ...(homepage ? { related: [{ '@id': homepage.id, label: texts(homepage.label), format: 'text/html' }] } : {}),
    ...workThumbnail(listing.cover, context),
    ...(within ? { within: reference(within, context) } : {}),
    ...(collections.length > 0 ? { collections } : {}),
    ...(manifests.length > 0 || collections.length === 0 ? { manifests } : {}),
  }
}

export const reference = ({ kind, id, label, cover }: Entry, context: PresentationContext): Reference => ({
  '@id': id,
  '@type': kind === 'manifest' ? 'sc:Manifest' : 'sc:Collection',
  label: texts(label),
  ...workThumbnail(cover, context),
})
