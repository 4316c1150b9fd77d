import type { Relatives } from '../catalogue/model.js'
import { collection } from './collection.js'
import type { PresentationContext } from './context.js'
import type { Listing } from './listing.js'
import { manifestPart, workManifest } from './manifest.js'
import { delftManifest } from './stories/delft.js'
import { storyManifest } from './stories/manifest.js'
import type { ToldWork } from './stories/on-work.js'
import type { Staging } from './stories/staging.js'
import { withStories, workCommentsPart } from './stories/told-work.js'
import { type StoryProfile, storyProfiles } from './story-uris.js'
import { type Manifest, presentationContext } from './types.js'
import type { Version } from './uris.js'
import { collection as collection2 } from './v2/collection.js'
import { manifestPart as manifestPart2, workManifest as workManifest2 } from './v2/manifest.js'
import { storyManifest as storyManifest2, storyPart as storyPart2 } from './v2/stories/manifest.js'
import { withStories as withStories2, workCommentsPart as workCommentsPart2 } from './v2/stories/told-work.js'
import { presentationContext2 } from './v2/types.js'

/** One version of the Presentation API as a way of writing the catalogue down. */
export type Projection = Readonly<{
  /** The JSON-LD context of its documents, by which clients ask for it. */
  profile: string
  /** Whether its documents are JSON-LD to clients that say nothing: 3.0 §6.3 says so, 2.1 §7.2 says plain JSON. */
  linkedByDefault: boolean
  /** In which stories are written beside its own form. */
  profiles: readonly StoryProfile[]
  collection(listing: Listing, context: PresentationContext): object
  manifest(told: ToldWork, context: PresentationContext, relatives: Relatives): object
  /** What stands at an address below a work's manifest; undefined where nothing does. */
  part(told: ToldWork, id: string, context: PresentationContext, relatives: Relatives): object | undefined
  /** What stands at an address of what analyses say of a work. */
  workComments(told: ToldWork, id: string, context: PresentationContext): object | undefined
  story(staging: Staging, context: PresentationContext): object
  /** What stands at an address below a story's manifest. */
  storyPart(staging: Staging, id: string, context: PresentationContext): object | undefined
}>

const manifest3 = (told: ToldWork, context: PresentationContext, relatives: Relatives) =>
  withStories(workManifest(told.work, context, relatives), told, context)

const manifest2 = (told: ToldWork, context: PresentationContext, relatives: Relatives) =>
  withStories2(workManifest2(told.work, context, relatives), told, context)

const story3 = (staging: Staging, context: PresentationContext): Manifest =>
  staging.form.profile === 'delft' ? delftManifest(staging, context) : storyManifest(staging, context)

export const projections: Readonly<Record<Version, Projection>> = {
  3: {
    profile: presentationContext,
    linkedByDefault: true,
    profiles: storyProfiles,
    collection,
    manifest: manifest3,
    part: (told, id, context, relatives) => manifestPart(manifest3(told, context, relatives), id),
    workComments: workCommentsPart,
    story: story3,
    storyPart: (staging, id, context) => manifestPart(story3(staging, context), id),
  },
  2: {
    profile: presentationContext2,
    linkedByDefault: false,
    profiles: [],
    collection: collection2,
    manifest: manifest2,
    part: (told, id, context, relatives) => manifestPart2(manifest2(told, context, relatives), told.work, id, context),
    workComments: workCommentsPart2,
    story: storyManifest2,
    storyPart: storyPart2,
  },
}
