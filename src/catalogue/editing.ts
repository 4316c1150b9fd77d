import type { ImageRecord } from '../image/record.js'
import type { Outcome } from './catalogue.js'
import type {
  BorrowedImage,
  JournalEntry,
  LanguageMap,
  Layer,
  LayerKind,
  Museum,
  WorkInFull,
  WorkRecord,
} from './model.js'
import type { StoryEditor } from './stories.js'
import { type StoryKind, storyKinds } from './story.js'

/** A thing as it is now; `revision` is a digest of it, the same for as long as it says the same. */
export type Held<Value> = Readonly<{ value: Value; revision: string }>

/** What an editor takes a thing to be: not there, or still as it was at one of these revisions. */
export type Expected = 'absent' | readonly string[]

/** Who writes, why, and what must hold for it: all part of the transaction that writes. A note is kept where revisions are. */
export type Edit = Readonly<{ by: string; expected: Expected; note?: string }>

/** Nothing is written where what was expected does not hold; `held` is then what is there instead, if anything. */
export type Stale<Value> = Readonly<{ outcome: 'stale'; held?: Held<Value> | undefined }>
export type Put<Value> = Readonly<{ outcome: Outcome; held: Held<Value> }> | Stale<Value>
export type Removed<Value> = Readonly<{ outcome: 'deleted'; deletion: Deletion }> | Stale<Value>

/**
 * Things that editors read and write one at a time, so that none overwrites what another has written meanwhile.
 * `Input` is what may be put where that differs from what is read.
 */
export interface Editable<Where, Value, Input = Value> {
  get(where: Where): Promise<Held<Value> | undefined>
  /** @throws DomainError `refused`, `conflict` or `not-found` where it cannot stand there */
  put(where: Where, input: Input, edit: Edit): Promise<Put<Value>>
  /** Takes it away and keeps it for `restore`. */
  remove(where: Where, edit: Edit): Promise<Removed<Value>>
}

export const deletableKinds = ['museum', 'work', 'view', 'layer', ...storyKinds] as const
export type DeletableKind = (typeof deletableKinds)[number]

/** Something deleted that can still be brought back; `place` is its id, or its work's id and what follows it. */
export type Deletion = Readonly<{
  number: number
  kind: DeletableKind
  place: readonly string[]
  at: string
  by: string | null
}>

export const states = ['draft', 'published'] as const
export type State = (typeof states)[number]

export type MuseumPlace = Readonly<{ museum: string }>
export type WorkPlace = Readonly<{ work: string }>
export type ViewPlace = WorkPlace & Readonly<{ view: string }>
export type LayerPlace = ViewPlace & Readonly<{ layer: LayerKind }>

export type EditedWork = WorkRecord & Readonly<{ state: State }>
/** Without a state a work stays as it is, and a new one is a draft. */
export type WorkInput = WorkRecord & Readonly<{ state?: State }>

/** A layer shows an image of this server by its id, or, where it is borrowed, a picture of its owner's. */
export type EditedLayer = Pick<Layer, 'kind' | 'label'> & Readonly<{ image?: string; borrowed?: BorrowedImage }>
export type LayerInput = Pick<Layer, 'kind' | 'label'> & Readonly<{ image: string }>
export type EditedView = Readonly<{ key: string; label?: LanguageMap; layers: readonly EditedLayer[] }>
export type ViewInput = Readonly<{ key: string; label?: LanguageMap; layers: readonly LayerInput[] }>

/** The keys of a work's views, as they follow each other. */
export type ViewOrder = Readonly<{ views: readonly string[] }>

export type ListedWork = Readonly<{ id: string; state: State; pictured: boolean; updatedAt: string }> &
  Pick<WorkRecord, 'title' | 'inventory' | 'museum'>
export type WorkFilter = Readonly<{ museum?: string; state?: State }>

/** So many after an id. */
export type After<Id> = Readonly<{ after: Id; limit: number }>

export type StoredImage = ImageRecord & Readonly<{ updatedAt: string }>
export type SignedEntry = JournalEntry & Readonly<{ by: string | null }>

/** What curators read and write, drafts included. Lists follow the ids and are bounded. */
export interface CatalogueEditor {
  museums: Editable<MuseumPlace, Museum>
  works: Editable<WorkPlace, EditedWork, WorkInput>
  /** A new view follows those that are there. */
  views: Editable<ViewPlace, EditedView, ViewInput>
  /** A layer of a view that is not there makes that view. */
  layers: Editable<LayerPlace, EditedLayer, LayerInput>
  order: Pick<Editable<WorkPlace, ViewOrder>, 'get' | 'put'>
  stories: Readonly<Record<StoryKind, StoryEditor>>

  viewsOf(work: string): Promise<readonly EditedView[] | undefined>
  listMuseums(page: After<string>): Promise<readonly Museum[]>
  listWorks(filter: WorkFilter, page: After<string>): Promise<readonly ListedWork[]>
  listImages(page: After<string>): Promise<readonly StoredImage[]>
  image(id: string): Promise<StoredImage | undefined>
  journal(page: After<number>): Promise<readonly SignedEntry[]>

  /** A work as it would be published, with the published works around it. */
  preview(work: string): Promise<WorkInFull | undefined>

  /** The latest first, those before a number. */
  deletions(page: Readonly<{ before: number; limit: number }>): Promise<readonly Deletion[]>
  /**
   * Brings back what was deleted, as it was.
   * @throws DomainError `not-found`, `conflict` where something stands in its place, or the work of a view is not there
   */
  restore(number: number, by: string): Promise<Deletion>
}
