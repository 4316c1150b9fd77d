import type { Slice as EverySlice } from './catalogue.js'
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

/** A story as its curators see it; `story` is its newest revision, which need not be published. */
export type StoryState = Readonly<{
  story: Story
  newest: Revision
  /** The published revision at the public address. */
  published?: number
}>

/** Who writes, and what they say of it. */
export type Authorship = Readonly<{ by?: string; note?: string }>

/**
 * What curators and commands may write. Each call is one transaction that also appends to the journal, with who wrote.
 * @throws DomainError `conflict` where `expected` is given and is not the newest revision (0: there must be none)
 */
export interface StoryWriter {
  /** Keeps a new revision, unless it says what the newest says; drafts stay silent. */
  save(story: Story, options?: Authorship & Readonly<{ expected?: number }>): Promise<StoryState>
  /** Makes a revision, the newest where none is named, the public one; from then on it never changes. */
  publish(kind: StoryKind, slug: string, options?: Authorship & Readonly<{ revision?: number }>): Promise<StoryState>
  /** Leaves a tombstone at the public addresses; revisions stay with the curators. */
  unpublish(kind: StoryKind, slug: string, options?: Authorship): Promise<StoryState>
  /** Saves an earlier revision anew as the newest one. */
  returnTo(kind: StoryKind, slug: string, revision: number, options?: Authorship): Promise<StoryState>
  /** Takes the story away; `returnTo` brings it back from any of its revisions. */
  remove(kind: StoryKind, slug: string, options?: Authorship & Readonly<{ expected?: number }>): Promise<void>
  state(kind: StoryKind, slug: string): Promise<StoryState | undefined>
  /** All there are, drafts included, by slug; or those that were removed, as they last were. */
  states(kind: StoryKind, slice: Slice & Readonly<{ removed?: boolean }>): Promise<readonly StoryState[]>
  /** The newest first. */
  revisions(kind: StoryKind, slug: string, slice: Slice): Promise<readonly Revision[]>
  revision(
    kind: StoryKind,
    slug: string,
    number: number,
  ): Promise<Readonly<{ revision: Revision; story: Story }> | undefined>
}
