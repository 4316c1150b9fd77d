import type { LanguageMap, LayerImage, Museum, Work } from '../../catalogue/model.js'
import type { PublishedStory } from '../../catalogue/story.js'
import type { Box, Dimensions } from '../../image/geometry.js'
import type { DrawnSize } from '../../stories/drawn/sizes.js'
import type { StoryForm } from '../story-uris.js'
import type { Agent, LabelledValue } from '../types.js'

/** A published story in one form: what a manifest is asked for. */
export type StoryAsked = Readonly<{ published: PublishedStory; language: string; form: StoryForm }>

/**
 * A story set on canvases in one language, before it is written in any version of the Presentation API. Everything that
 * viewers will show is decided here; `contents` has an entry for each step, or for each section with its blocks.
 */
export type Staging = StoryAsked &
  Readonly<{
    label: LanguageMap
    summary?: LanguageMap
    metadata: readonly LabelledValue[]
    statement: LabelledValue
    rights?: string
    provider: readonly Agent[]
    cover?: Picture
    canvases: readonly StagedCanvas[]
    contents: readonly StagedEntry[]
    /** The works shown, each once, in the order of the telling. */
    works: readonly Work[]
  }>

/** What a canvas is there for; how exhibition viewers lay it out follows from it. */
export type StagedPart = 'tour' | 'step' | 'counterpart' | 'section' | 'text' | 'picture' | 'missing'

export type StagedCanvas = Dimensions &
  Readonly<{
    key: string
    part: StagedPart
    label: LanguageMap
    /** What is seen, for those who cannot see it: of a card its text, as HTML. */
    summary?: LanguageMap
    /** HTML; what is told beside the picture. It stands in the metadata as well, which more viewers show than comments. */
    text?: LanguageMap
    metadata?: readonly LabelledValue[]
    statement?: LabelledValue
    /** The first is shown by every viewer, the others are offered beside it; empty where a work is not shown any more. */
    pictures: readonly OfferedPicture[]
    comments: readonly Comment[]
    marks: readonly MarkComment[]
    /** What is said here is said on another canvas too: searches pass it over. */
    repeats?: true
    /** The work that is seen. */
    work?: Work
    museum?: Museum
    /** An analysis that is invited to. */
    analysis?: PublishedStory
  }>

export type OfferedPicture = Picture & Readonly<{ label: LanguageMap }>

/** A picture that can be asked for: of a work, one that Beffroi draws, or what the service of a work's picture cuts out. */
export type Picture = Readonly<{ kind: 'image'; image: LayerImage }> | DrawnPicture | CutPicture

/** `cut`: it shows a region of a view alone. */
export type DrawnPicture = Readonly<{ kind: 'drawn'; id: string; cut: boolean }> & DrawnSize

export type CutPicture = Readonly<{ kind: 'crop'; image: LayerImage; box: Box }>

export const isCut = (picture: Picture | undefined): boolean =>
  picture?.kind === 'crop' || (picture?.kind === 'drawn' && picture.cut)

/** A text beside a picture, or beside a region of it; `plain` are its words alone. */
export type Comment = Readonly<{ key: string; language: string; html: string; plain: string; region?: Box }>

/** A mark's name, its shape as the data of an SVG path, and the box around it; all px of the canvas. */
export type MarkComment = Omit<Comment, 'region'> & Readonly<{ path: string; region: Box }>

/** An entry of the table of contents; canvases, or regions of them, the one to show first. */
export type StagedEntry = Readonly<{
  key: string
  label: LanguageMap
  targets: readonly Readonly<{ canvas: string; region?: Box }>[]
  entries: readonly StagedEntry[]
}>
