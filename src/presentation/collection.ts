import type { PresentationContext } from './context.js'
import { homepage } from './homepage.js'
import type { Entry, Listing } from './listing.js'
import { navPlace } from './navigation.js'
import { workThumbnail } from './painting.js'
import { type Collection, navPlaceContext, presentationContext, type Reference } from './types.js'

/** A collection of version 3. */
export function collection(listing: Listing, context: PresentationContext): Collection {
  const { id, label, summary, within, entries } = listing
  const place = navPlace(listing.museum)
  return {
    '@context': place.navPlace ? [navPlaceContext, presentationContext] : presentationContext,
    id,
    type: 'Collection',
    label,
    ...(summary ? { summary } : {}),
    ...(listing.homepage ? { homepage: [homepage(listing.homepage.id, listing.homepage.label)] } : {}),
    ...workThumbnail(listing.cover, context),
    ...place,
    ...(within ? { partOf: [reference(within, context)] } : {}),
    items: entries.map(entry => reference(entry, context)),
  }
}

/** Another document as lists name it: with a thumbnail, so that viewers need not fetch it to show it. */
export const reference = ({ kind, id, label, cover }: Entry, context: PresentationContext): Reference => ({
  id,
  type: kind === 'manifest' ? 'Manifest' : 'Collection',
  label,
  ...workThumbnail(cover, context),
})
