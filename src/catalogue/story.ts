/** Stories: visual analyses and virtual exhibitions, as curators write them and as they are kept (DESIGN: a story). */

import type { Box, Dimensions } from '../image/geometry.js'
import type { LayerKind } from './model.js'

/** One text for each BCP 47 language: plain where a field says nothing else, in the Markdown of `stories/prose` where it says prose. */
export type Texts = Readonly<Record<string, string>>

export const storyKinds = ['analysis', 'exhibition'] as const
export type StoryKind = (typeof storyKinds)[number]

export type Story = Analysis | Exhibition

/** What analyses and exhibitions share. */
export type StoryHead = Readonly<{
  /** Names the story in its addresses, for good; unique among its kind. */
  slug: string
  title: Texts
  subtitle?: Texts
  /** Prose: what a reader should know before the first step. */
  summary?: Texts
  /** The languages it is published in; the first is read where a reader's own is not among them. Never empty. */
  languages: readonly string[]
  authors?: readonly string[]
  credits?: readonly Credit[]
  /** The picture that stands for it in lists and on cards; the first one shown where none is named. */
  cover?: Detail
  rights?: Readonly<{ uri?: string; credit?: Texts }>
}>

/** Who did what for it: « Photographies », « Conseil scientifique ». */
export type Credit = Readonly<{ role: Texts; names: readonly string[] }>

/** A close reading of one work, step by step. */
export type Analysis = StoryHead & Readonly<{ kind: 'analysis'; work: string; steps: readonly Step[] }>

/** A place in a work's picture: of a view (the first one where none is named), a region, or the whole. */
export type Place = Readonly<{
  /** Key of the view. */
  view?: string
  /** px of `picture`, within it */
  region?: Box
  /** px of the view when region and marks were drawn; a picture of the same proportions may take its place. */
  picture?: Dimensions
}>

export type Detail = Place & Readonly<{ work: string }>

/** Steps and blocks have ids that stay when they are moved or rewritten: small letters, digits and hyphens, unique in their story. */
export type Step = Place &
  Readonly<{
    id: string
    title?: Texts
    /** Prose. */
    text?: Texts
    marks?: readonly Mark[]
    layer?: LayerKind
    counterpart?: Counterpart
    /** What is seen in the region, for those who cannot see it. */
    alternativeText?: Texts
  }>

/** Another work that a step calls to mind. */
export type Counterpart = Detail & Readonly<{ caption?: Texts }>

export type Point = Readonly<{ x: number; y: number }>

/** Drawn over the picture, in px of the place's `picture`. */
export type Mark = Readonly<{ id: string; label?: Texts }> & Shape

export type Shape =
  | Readonly<{ kind: 'line' | 'arrow'; points: readonly Point[] }>
  | Readonly<{ kind: 'polygon'; points: readonly Point[] }>
  /** `angle`: degrees, clockwise. */
  | Readonly<{ kind: 'ellipse'; center: Point; radiusX: number; radiusY: number; angle?: number }>
  /** A box parted into equal columns and rows: thirds, a perspective. */
  | Readonly<{ kind: 'grid'; box: Box; columns: number; rows: number }>

export const markKinds = ['line', 'arrow', 'polygon', 'ellipse', 'grid'] as const
export type MarkKind = (typeof markKinds)[number]

/** A sectioned composition of works, details, texts and analyses, over several museums. */
export type Exhibition = StoryHead &
  Readonly<{
    kind: 'exhibition'
    /** ISO 8601 days; a missing side is open. */
    dates?: Readonly<{ from?: string; to?: string }>
    place?: Texts
    sections: readonly ExhibitionSection[]
  }>

export type ExhibitionSection = Readonly<{
  id: string
  title: Texts
  /** Prose. */
  text?: Texts
  blocks: readonly Block[]
}>

/** What hangs in a section. Every `text` is prose. */
export type Block = Readonly<{ id: string }> &
  (
    | (Readonly<{ kind: 'work'; text?: Texts; layer?: LayerKind }> & Omit<Detail, 'region' | 'picture'>)
    | (Readonly<{ kind: 'detail'; title?: Texts; text?: Texts; alternativeText?: Texts; marks?: readonly Mark[] }> &
        Detail)
    | Readonly<{ kind: 'text'; title?: Texts; text: Texts }>
    | Readonly<{ kind: 'comparison'; title?: Texts; text?: Texts; mode: ComparisonMode; sides: readonly Detail[] }>
    | Readonly<{ kind: 'analysis'; analysis: string; text?: Texts }>
    | Readonly<{ kind: 'quotation'; text: Texts; source?: Texts }>
  )

export const blockKinds = ['work', 'detail', 'text', 'comparison', 'analysis', 'quotation'] as const
export type BlockKind = (typeof blockKinds)[number]

/** Side by side at their true relative scale, from the works' dimensions, or with a zoom that moves both. */
export const comparisonModes = ['scale', 'zoom'] as const
export type ComparisonMode = (typeof comparisonModes)[number]

/**
 * One state of a story, kept for good once it was published. Numbers count from 1 and never recur.
 * `by` names who wrote it, where that is known.
 */
export type Revision = Readonly<{ number: number; at: string; by?: string; note?: string; published?: string }>

/** A story as the public sees it: one of its published revisions. */
export type PublishedStory<Kind extends Story = Story> = Readonly<{
  story: Kind
  revision: number
  /** When this revision was first published, and whether it is the one at the public address. */
  publishedAt: string
  current: boolean
}>
