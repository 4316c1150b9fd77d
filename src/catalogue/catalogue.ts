import type { ImageRecord } from '../image/record.js'
import type { Attachment, BorrowedWork, JournalEntry, Kind, Museum, Work, WorkInFull, WorkRecord } from './model.js'
import type { StoryKind } from './story.js'

/** A museum as lists show it, with how many of its works are published. */
export type MuseumSummary = Museum & Readonly<{ works: number; pictured: number; updatedAt: string }>

/** `updatedAt` is when this version entered the catalogue; no two versions of an image share a second. */
export type PublishedImage = ImageRecord & Readonly<{ updatedAt: string }>

/** Which published works: those of one museum, or those of no museum in the catalogue (`null`), or all (absent). */
export type WorkSelection = Readonly<{ museum?: string | null }>

/**
 * A part of a list: `offset` entries are passed over, at most `limit` returned. With a `step`, every step-th entry from
 * there on: the first of each page of that size.
 */
export type Slice = Readonly<{ offset: number; limit: number; step?: number }>

/** Whether a thing can be shown: there, never there (or not published), or there once (410). */
export type Presence = 'present' | 'absent' | 'gone'

/**
 * Of what a revision can be asked: a work with all that it shows, an image alone, an image with the works that show it, a
 * story with the works and analyses that it shows.
 */
export type Revised = 'work' | 'image' | 'shown-image' | StoryKind

/** What the public may read: published works only. Every list is bounded by its slice. */
export interface CatalogueReader {
  /** In the order of their names. */
  museums(): Promise<readonly MuseumSummary[]>
  museum(id: string): Promise<MuseumSummary | undefined>
  /** In the order asked; ids that are not there or not published are left out. */
  works(ids: readonly string[]): Promise<readonly Work[]>
  /** A work and the published works around it: those that it or they name. A change of any of them changes it as well. */
  workInFull(id: string): Promise<WorkInFull | undefined>
  /** Works with pictures first, then by id. */
  listWorks(selection: WorkSelection, slice: Slice): Promise<readonly Work[]>
  countWorks(selection: WorkSelection): Promise<Readonly<{ works: number; pictured: number }>>
  /** In the order asked; images of drafts are left out, images brought in for no work are not. */
  images(ids: readonly string[]): Promise<readonly ImageRecord[]>
  /**
   * A number that changes with every committed write, whichever process made it: what was read at an epoch holds as
   * long as it lasts. At once, like `image`, because both are asked with every request.
   */
  epoch(): number
  /** One published image, from memory where nothing has been written since. */
  image(id: string): PublishedImage | undefined
  /**
   * Names the present state of something that is published: the same text only while that is as it was. At once, from one
   * statement at most; a work's is its `updatedAt`, and so is an image's.
   */
  revision(of: Revised, id: string): string | undefined
  /** The published works that show an image, at most `limit`. */
  worksShowing(image: string, limit: number): Promise<readonly Work[]>
  /** The document of its owner that a borrowed work was made from, as it came. */
  loanDocument(work: string): Promise<string | undefined>
  presence(kind: Kind, id: string): Promise<Presence>
  /** Journal entries after `seq`, oldest first: what became public, changed or ceased to be; drafts are silent. */
  journal(after: number, limit: number): Promise<readonly JournalEntry[]>
  /** Whether there is nothing at all, drafts included. */
  isEmpty(): Promise<boolean>
}

/** What became of one thing that was put. */
export type Outcome = 'created' | 'updated' | 'unchanged'

/** `preview` runs everything and keeps nothing; `draft` leaves new works unpublished, without it drafts are published. */
export type PutOptions = Readonly<{ preview?: boolean; draft?: boolean }>

/**
 * A new image that hangs nowhere is public unless it is a `draft`. `replaces` is the version that must be there where this one
 * is another; `by` signs the journal.
 */
export type PutImageOptions = Readonly<{ draft?: boolean; replaces?: string; by?: string }>

export type PyramidChecksum = Readonly<{ image: string; version: string; sha256: string }>

/**
 * What commands may write. Each call is one transaction that also appends to the journal;
 * outcomes come back in the order of the input.
 */
export interface CatalogueWriter {
  /** The works that name a museum are linked to it and change with it. */
  putMuseums(museums: readonly Museum[], options?: PutOptions): Promise<readonly Outcome[]>
  putWorks(works: readonly WorkRecord[], options?: PutOptions): Promise<readonly Outcome[]>
  /** Stores works of other institutions; the views that a work had from its owner before give way to those given. */
  putLoans(loans: readonly BorrowedWork[], options?: PutOptions): Promise<readonly Outcome[]>
  /**
   * Stores an image and, where given, hangs it in a work; a layer already there is replaced.
   * @throws DomainError `not-found` where there is no such work
   */
  putImage(image: ImageRecord, attachment?: Attachment, options?: PutImageOptions): Promise<Outcome>
  /**
   * Notes the checksums of pyramids whose records have none, of the versions named. It is no change of anything public, so
   * the journal says nothing of it. @returns how many were noted
   */
  noteChecksums(checksums: readonly PyramidChecksum[]): Promise<number>
  /**
   * Leaves tombstones; images that hang nowhere else are no longer public; ids that are not there are passed over.
   * @returns how many were deleted
   */
  deleteWorks(ids: readonly string[]): Promise<number>
  /** Works as they are recorded, drafts included, in the order asked; ids that are not there are left out. */
  records(ids: readonly string[]): Promise<readonly WorkRecord[]>
  /** Images by id, drafts' images included. */
  images(ids: readonly string[]): Promise<readonly ImageRecord[]>
  /** Where an image hangs, drafts included. */
  attachments(image: string): Promise<readonly Attachment[]>
  /** Ids of works as the catalogue spells them, drafts included, by lower-cased id. */
  spellings(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}
