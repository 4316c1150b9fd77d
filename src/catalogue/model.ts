/** The catalogue's vocabulary, after museum cataloguing and IIIF (see the words of docs/architecture.md). */

import type { Dimensions as Size } from '../image/geometry.js'
import type { ImageRecord } from '../image/record.js'

/** Texts by BCP 47 language tag; `none` where a text has no language (IIIF Presentation 3 §4.1). */
export type LanguageMap = Readonly<Record<string, readonly string[]>>

/**
 * A source record as it came, every filled field verbatim and in order, so that nothing an importer does not understand
 * is lost. Where several rows of a source are one record they follow each other, and names recur.
 */
export type Notice = Readonly<{ source: string; fields: readonly (readonly [name: string, value: string])[] }>

/** An institution of the network, keyed by its Muséofile code (`M0629`). */
export type Museum = Readonly<{
  id: string
  /** Empty where the register gives none. */
  name: LanguageMap
  town?: string
  address?: string
  postcode?: string
  department?: string
  region?: string
  telephone?: string
  website?: string
  location?: Readonly<{ latitude: number; longitude: number }>
  description?: LanguageMap
  history?: LanguageMap
  themes?: readonly string[]
  notice?: Notice
}>

/** How a work goes back to a maker: by the maker's own hand where nothing is said. */
export const attributions = [
  'attributed',
  'workshop',
  'school',
  'circle',
  'follower',
  'manner',
  'after',
  'copy',
] as const
export type Attribution = (typeof attributions)[number]

export type Maker = Readonly<{
  /** As the catalogue spells it: `LEVILLAIN Ferdinand`. */
  name: string
  /** As people read it, `Ferdinand Levillain`, where the catalogue's spelling says it without doubt. */
  readableName?: string
  /** Nobody knows who it was; `name` holds the catalogue's word for that and is nobody's name. */
  anonymous?: true
  role?: LanguageMap
  dates?: string
  /** Years of birth and death, where they are certain. */
  born?: number
  died?: number
  attribution?: Attribution
  /** The catalogue doubts that it was this maker. */
  uncertain?: true
}>

/**
 * When a work was made: the catalogue's words, and years where they are understood (negative before our era, without a
 * year 0). A missing side is open. `edtf` also says what is about (`~`) or doubted (`?`): EDTF level 1, sets of level 2.
 */
export type WorkDate = Readonly<{ words: LanguageMap; earliest?: number; latest?: number; edtf?: string }>

export const measureKinds = [
  'height',
  'length',
  'width',
  'depth',
  'thickness',
  'diameter',
  'circumference',
  'weight',
] as const

/** One measure as the catalogue gives it; `of` says of which part, in the catalogue's words. */
export type Measure = Readonly<{ kind: (typeof measureKinds)[number]; mm?: number; grams?: number; of?: string }>

/**
 * The catalogue's words for the size of a work, and millimetres where they are understood: height, width and depth are
 * those of the whole work without its frame, `measures` all there are.
 */
export type Dimensions = Readonly<{
  words?: string
  heightMm?: number
  widthMm?: number
  depthMm?: number
  diameterMm?: number
  measures?: readonly Measure[]
}>

/**
 * What may be done with the picture: a licence or rights statement by its URI (Creative Commons or RightsStatements.org),
 * the credit line, who photographed it and who holds the rights. Apart from these, the rights in the work itself.
 */
export type Rights = Readonly<{
  uri?: string
  credit?: LanguageMap
  photograph?: LanguageMap
  copyright?: LanguageMap
  /** Whether the catalogue says that the artist's rights last. */
  artistInCopyright?: boolean
  /** The year on whose first day the work entered, or will enter, the public domain: 71 after the last maker's death. */
  publicDomainFrom?: number
}>

/** Where a work is, when it is not in its museum, or was not. */
export const situations = ['missing', 'stolen', 'destroyed', 'found'] as const
export type Whereabouts = Readonly<{ situation: (typeof situations)[number]; note?: LanguageMap }>

/** The work that a work is part of: the triptych of a panel, the album of a leaf. Parts follow `position`, then their ids. */
export type Whole = Readonly<{ work: string; position?: number }>

/** A part of a work's table of contents: views by their keys, and sections within it. */
export type Section = Readonly<{ label: LanguageMap; views?: readonly string[]; sections?: readonly Section[] }>

/** What the catalogue says of a work; `museum` is a Muséofile code, whether or not that museum is in the catalogue. */
export type WorkRecord = Readonly<{
  id: string
  museum?: string
  inventory?: string
  title?: LanguageMap
  summary?: LanguageMap
  /** What is seen, for those who cannot see it. */
  alternativeText?: LanguageMap
  makers?: readonly Maker[]
  date?: WorkDate
  dimensions?: Dimensions
  rights?: Rights
  whereabouts?: Whereabouts
  /** The other descriptive texts. */
  texts?: Readonly<Partial<Record<TextField, LanguageMap>>>
  partOf?: Whole
  /** Ids of works that belong beside it: a study, a pendant. */
  related?: readonly string[]
  sections?: readonly Section[]
  /** The work is another institution's, shown from its servers. */
  loan?: Loan
  notice?: Notice
}>

export type Link = Readonly<{ address: string; label: LanguageMap }>
export type Labelled = Readonly<{ label: LanguageMap; value: LanguageMap }>

/** What the owner of a borrowed work says of it and of itself in its own manifest; texts are plain, without HTML. */
export type Loan = Readonly<{
  /** Address of the owner's manifest, where it has one, and its version of the Presentation API. */
  manifest?: string
  version: 2 | 3
  owner: LanguageMap
  /** The owner's credit, which must be shown unchanged; `html` is the same with its links, where the owner wrote it so. */
  statement?: Labelled & Readonly<{ html?: LanguageMap }>
  /** The owner's pages about the work. */
  homepages?: readonly Link[]
  providers?: readonly (Link & Readonly<{ homepages?: readonly Link[]; logo?: string }>)[]
  metadata?: readonly Labelled[]
}>

/** Descriptive texts of a work beside its title, makers, date and dimensions, in the order of a French notice. */
export const textFields = [
  'domain',
  'type',
  'commonName',
  'otherTitles',
  'makerNotes',
  'formerAttributions',
  'materials',
  'genre',
  'subject',
  'inscriptions',
  'persons',
  'school',
  'period',
  'place',
  'genesis',
  'use',
  'discovery',
  'history',
  'condition',
  'legalStatus',
  'acquisition',
  'deposit',
  'provenance',
  'exhibitions',
  'bibliography',
  'comments',
] as const
export type TextField = (typeof textFields)[number]

/** The alternative images of one view; visible light is first. */
export const layerKinds = ['visible', 'infrared', 'xray', 'ultraviolet', 'raking'] as const
export type LayerKind = (typeof layerKinds)[number]

/** `label` is the layer's own, where the kind says too little. */
export type Layer = Readonly<{ kind: LayerKind; image: LayerImage; label?: LanguageMap }>

/** What a layer shows: an image of this server, or one that stays where its owner has it. */
export type LayerImage = ImageRecord | BorrowedImage

/** A picture of another institution, referenced and never copied; every address is http or https. */
export type BorrowedImage = Readonly<{
  /** Of the whole picture, or of the part that the owner's canvas shows. */
  address: string
  /** px */
  width: number
  height: number
  format?: string
  /** Absent where the picture is a plain file, or a part of a larger one. */
  service?: ImageServiceReference
  /** A small copy that the owner offers. */
  thumbnail?: Readonly<{ address: string; width?: number; height?: number }>
}>

/** An image service by its address without `/info.json`; `level` of compliance and `sizes` as far as the owner says. */
export type ImageServiceReference = Readonly<{
  id: string
  version: 1 | 2 | 3
  level?: 0 | 1 | 2
  sizes?: readonly Size[]
}>

export const isBorrowed = (picture: LayerImage): picture is BorrowedImage => 'address' in picture

/**
 * One ordered picture of a work; becomes a IIIF Canvas. Layers are never empty, the first is the one shown. `section` is where
 * it stands in the work's table of contents, labels from the top down; it counts where the work's record has no sections.
 */
export type View = Readonly<{
  key: string
  position: number
  label?: LanguageMap
  section?: readonly LanguageMap[]
  layers: readonly Layer[]
}>

/**
 * A work as it is published: its record, its museum where that is in the catalogue, and its views.
 * `updatedAt` strictly increases whenever any of these changes, and so names a version of the whole.
 */
export type Work = WorkRecord & Readonly<{ museumRecord?: Museum; views: readonly View[]; updatedAt: string }>

/** The published works that a work belongs to or with; related works are those that either of the two names. */
export type Relatives = Readonly<{ whole?: Work; parts: readonly Work[]; related: readonly Work[] }>

/** A work with the published works around it, all of one state of the catalogue. */
export type WorkInFull = Readonly<{ work: Work; relatives: Relatives }>

/** The image that stands for a work in lists: its first view, as that is shown first. */
export const coverImage = (work: Work | undefined): LayerImage | undefined => work?.views[0]?.layers[0]?.image

/** A borrowed work as it is brought in: its record, all its views, and the owner's document as it came. */
export type BorrowedWork = Readonly<{
  record: WorkRecord & Readonly<{ loan: Loan }>
  views: readonly BorrowedView[]
  document: string
}>

/** Layers are never empty, and of one kind each. */
export type BorrowedView = Omit<View, 'layers'> &
  Readonly<{ layers: readonly (Layer & Readonly<{ image: BorrowedImage }>)[] }>

/** Where an image belongs: a layer of a view of a work. */
export type Attachment = Readonly<{
  work: string
  view: string
  position: number
  layer: LayerKind
  label?: LanguageMap
  section?: View['section']
  layerLabel?: LanguageMap
}>

export type Kind = 'museum' | 'work' | 'image' | 'analysis' | 'exhibition'
export type Verb = 'create' | 'update' | 'delete'

/** A line of the append-only record of every public change; `seq` and `at` strictly increase from one write to the next. */
export type JournalEntry = Readonly<{ seq: number; at: string; verb: Verb; kind: Kind; id: string }>
