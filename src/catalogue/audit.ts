import type { ImageRecord } from '../image/record.js'
import type { Kind } from './model.js'
import type { StoryKind } from './story.js'

/** What can be wrong beneath the documents; each is explained to curators by the check that asks. */
export const flawKinds = [
  'file-damaged',
  'reference-broken',
  'record-damaged',
  'work-misplaced',
  'view-empty',
  'journal-disordered',
  'journal-wrong',
] as const
export type FlawKind = (typeof flawKinds)[number]

/** `detail` says exactly what was found, in English, for those who will repair it. */
export type CatalogueFlaw = Readonly<{
  kind: FlawKind
  about?: Readonly<{ kind: Kind; id: string }>
  detail: string
}>

/** How the file's version stands to this program's. */
export type Age = 'current' | 'older' | 'newer'

export type AuditedImage = Readonly<{ record: ImageRecord; published: boolean }>

/** Since when a story's public revision is public, and which other revisions the public may read. */
export type AuditedStory = Readonly<{ since: string; earlier: readonly number[] }>

/**
 * Looks at a catalogue beneath its documents, drafts included. It never writes, and holds no state of the catalogue for
 * longer than one step takes, so that a server beside it goes on as ever.
 */
export interface CatalogueAudit {
  readonly age: Age
  count(): Readonly<{ works: number; images: number }>
  /** What SQLite finds wrong with the file itself. */
  damage(): Iterable<CatalogueFlaw>
  /** What the tables say wrongly of each other. */
  flaws(): Iterable<CatalogueFlaw>
  /** Ids of published works, in their order. */
  publishedWorks(): Iterable<string>
  /** Slugs of published stories, in their order. */
  publishedStories(kind: StoryKind): Iterable<string>
  /** Undefined where it is not published. */
  story(kind: StoryKind, slug: string): AuditedStory | undefined
  /** Images whose records can be read, in the order of their ids. */
  images(): Iterable<AuditedImage>
  image(id: string): AuditedImage | undefined
  close(): void
}
