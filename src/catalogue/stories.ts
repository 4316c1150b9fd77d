import type { Slice as EverySlice } from './catalogue.js'
import type { After, Editable } from './editing.js'
import type { PublishedStory, Revision, Story, StoryKind } from './story.js'

type Slice = Omit<EverySlice, 'step'>

/** What the public may read: published revisions only. Every list is bounded. */
export interface StoryReader {
  /** The story at its public address, or an earlier published revision of it. */
  published(kind: StoryKind, slug: string, revision?: number): Promise<PublishedStory | undefined>
  /** The newest first. */
  listPublished(kind: StoryKind, slice: Slice): Promise<readonly PublishedStory[]>
  countPublished(kind: StoryKind): Promise<number>
  /** Published stories in which a work is shown, the newest first. */
  showing(work: string, limit: number): Promise<readonly PublishedStory[]>
}

export const storyStatuses = ['draft', 'published', 'withdrawn'] as const
export type StoryStatus = (typeof storyStatuses)[number]

/** Whether a story is public: which revision, and since when; or no more, or not yet. */
export type Publication = Readonly<{ status: StoryStatus; published?: number; since?: string }>

/** A story as its curators see it; `story` is its newest revision, which need not be published. */
export type StoryState = Publication & Readonly<{ story: Story; newest: Revision }>

/** Who writes, and what they say of it. */
export type Authorship = Readonly<{ by?: string; note?: string }>

/** What commands may write, without looking at what others have written. Each call is one transaction, with the journal. */
export interface StoryWriter {
  /** Keeps a new revision, unless it says what the newest says; drafts stay silent. */
  save(story: Story, authorship?: Authorship): Promise<StoryState>
  /** Makes a revision, the newest where none is named, the public one; from then on it never changes. */
  publish(kind: StoryKind, slug: string, options?: Authorship & Readonly<{ revision?: number }>): Promise<StoryState>
  /** Leaves a tombstone at the public addresses; revisions stay with the curators. */
  unpublish(kind: StoryKind, slug: string, options?: Authorship): Promise<StoryState>
  state(kind: StoryKind, slug: string): Promise<StoryState | undefined>
  /** All there are, drafts included, by slug. */
  states(kind: StoryKind, slice: Slice): Promise<readonly StoryState[]>
}

export type StoryPlace = Readonly<{ slug: string }>

/** `newest` and `published` are numbers of revisions. */
export type EditedPublication = Readonly<{
  status: StoryStatus
  newest: number
  published: number | null
  since?: string
}>
/** null withdraws: it leaves a tombstone at the public addresses. */
export type PublicationInput = Readonly<{ published: number | null }>

export type ListedStory = Publication & Pick<Story, 'slug' | 'title' | 'languages'> & Readonly<{ newest: Revision }>

/**
 * What curators read and write of one kind of story: its newest revision, drafts included. What is put is kept as a new
 * revision, signed, with a note where one is given; what was published stays as it was until another revision is.
 */
export interface StoryEditor extends Editable<StoryPlace, Story> {
  publication: Pick<Editable<StoryPlace, EditedPublication, PublicationInput>, 'get' | 'put'>
  list(filter: Readonly<{ status?: StoryStatus }>, page: After<string>): Promise<readonly ListedStory[]>
  /** The newest first, those before a number; undefined where there is no such story. */
  revisions(slug: string, page: Readonly<{ before: number; limit: number }>): Promise<readonly Revision[] | undefined>
  revision(slug: string, number: number): Promise<Readonly<{ revision: Revision; story: Story }> | undefined>
}
