import type { Relatives, Work } from '../catalogue/model.js'
import { collection } from './collection.js'
import type { PresentationContext } from './context.js'
import type { Listing } from './listing.js'
import { manifestPart, workManifest } from './manifest.js'
import { delftManifest } from './stories/delft.js'
import { storyManifest } from './stories/manifest.js'
import type { Staging } from './stories/staging.js'
import { type Manifest, presentationContext } from './types.js'
import type { Version } from './uris.js'
import { collection as collection2 } from './v2/collection.js'
import { manifestPart as manifestPart2, workManifest as workManifest2 } from './v2/manifest.js'
import { storyManifest as storyManifest2, storyPart as storyPart2 } from './v2/stories/manifest.js'
import { presentationContext2 } from './v2/types.js'

/** One version of the Presentation API as a way of writing the catalogue down. */
export type Projection = Readonly<{
  /** The JSON-LD context of its documents, by which clients ask for it. */
  profile: string
  /** Whether its documents are JSON-LD to clients that say nothing: 3.0 §6.3 says so, 2.1 §7.2 says plain JSON. */
  linkedByDefault: boolean
  collection(listing: Listing, context: PresentationContext): object
  manifest(work: Work, context: PresentationContext, relatives: Relatives): object
  /** What stands at an address below a work's manifest; undefined where nothing does. */
  part(work: Work, id: string, context: PresentationContext, relatives: Relatives): object | undefined
  story(staging: Staging, context: PresentationContext): object
  /** What stands at an address below a story's manifest. */
  storyPart(staging: Staging, id: string, context: PresentationContext): object | undefined
}>

/** The profile for exhibition viewers is one of version 3 alone. */
const story3 = (staging: Staging, context: PresentationContext): Manifest =>
  staging.form.profile === 'delft' ? delftManifest(staging, context) : storyManifest(staging, context)

export const projections: Readonly<Record<Version, Projection>> = {
  3: {
    profile: presentationContext,
    linkedByDefault: true,
    collection,
    manifest: workManifest,
    part: (work, id, context, relatives) => manifestPart(workManifest(work, context, relatives), id),
    story: story3,
    storyPart: (staging, id, context) => manifestPart(story3(staging, context), id),
  },
  2: {
    profile: presentationContext2,
    linkedByDefault: false,
    collection: collection2,
    manifest: workManifest2,
    part: manifestPart2,
    story: storyManifest2,
    storyPart: storyPart2,
  },
}
