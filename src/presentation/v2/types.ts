import type { ScaleService } from '../types.js'

/** IIIF Presentation 2.1 as Beffroi emits it. */
export const presentationContext2 = 'http://iiif.io/api/presentation/2/context.json'
export const imageContext2 = 'http://iiif.io/api/image/2/context.json'

/** §4.3: a text whose language is known says it. */
export type Text = string | Readonly<{ '@value': string; '@language': string }>
export type Texts = Text | readonly Text[]

export type LabelledValue = Readonly<{ label: Texts; value: Texts }>

/** Of borrowed pictures, version, level and sizes are what their owner says. */
export type ImageService = Readonly<{
  '@context': string
  '@id': string
  profile: string
  width?: number
  height?: number
  sizes?: readonly Readonly<{ width: number; height: number }>[]
}>

export type ImageResource = Readonly<{
  '@id': string
  '@type': 'dctypes:Image'
  format?: string
  label?: Texts
  width: number
  height: number
  service?: ImageService
}>

/** `service` is that of the default: the Universal Viewer looks for it here, and shows nothing where it is not. */
export type Choice = Readonly<{
  '@type': 'oa:Choice'
  default: ImageResource
  item: readonly ImageResource[]
  service?: ImageService
}>

export type PaintingAnnotation = Readonly<{
  '@id': string
  '@type': 'oa:Annotation'
  motivation: 'sc:painting'
  resource: ImageResource | Choice
  on: string
}>

export type AnnotationList = Readonly<{
  '@id': string
  '@type': 'sc:AnnotationList'
  resources: readonly (PaintingAnnotation | CommentAnnotation)[]
}>

/** A text about a canvas, or a part of it: a fragment, or a shape that stands for it in viewers that know shapes. */
export type CommentAnnotation = Readonly<{
  '@id': string
  '@type': 'oa:Annotation'
  motivation: 'oa:commenting'
  resource: Readonly<{ '@type': 'dctypes:Text'; format: 'text/html'; chars: string; language: string }>
  on: string | ShapedTarget
}>

export type ShapedTarget = Readonly<{
  '@type': 'oa:SpecificResource'
  full: string
  selector: Readonly<{
    '@type': 'oa:Choice'
    default: Readonly<{ '@type': 'oa:FragmentSelector'; value: string }>
    item: Readonly<{ '@type': 'oa:SvgSelector'; value: string }>
  }>
}>

/** §5.5: comments are never embedded, but named where they stand. */
export type ListReference = Readonly<{ '@id': string; '@type': 'sc:AnnotationList'; label: Texts }>

export type SearchService = Readonly<{
  '@context': 'http://iiif.io/api/search/1/context.json'
  '@id': string
  profile: 'http://iiif.io/api/search/1/search'
  label: string
}>

export type Canvas = Readonly<{
  '@id': string
  '@type': 'sc:Canvas'
  label: Texts
  description?: Texts
  width: number
  height: number
  metadata?: readonly LabelledValue[]
  attribution?: Texts
  related?: readonly Link[]
  thumbnail?: ImageResource
  images: readonly PaintingAnnotation[]
  otherContent?: readonly ListReference[]
  service?: Omit<ScaleService, 'id' | 'type'>
  within?: Reference
}>

export type Sequence = Readonly<{
  '@id': string
  '@type': 'sc:Sequence'
  viewingHint: 'individuals'
  startCanvas?: string
  canvases: readonly Canvas[]
}>

/** An entry of a table of contents; `top` is the table. */
export type Range = Readonly<{
  '@id': string
  '@type': 'sc:Range'
  label: Texts
  viewingHint?: 'top'
  canvases?: readonly string[]
  ranges?: readonly string[]
  within?: Reference
}>

/** Another document, with what lists need to show it without fetching it. */
export type Reference = Readonly<{
  '@id': string
  '@type': 'sc:Collection' | 'sc:Manifest'
  label: Texts
  thumbnail?: ImageResource
}>

/** Something outside IIIF that a document leads to. */
export type Link = Readonly<{ '@id': string; label?: Texts; format: string; profile?: string }>

/** What manifests and collections have in common. */
type Described = Readonly<{
  '@context': typeof presentationContext2
  '@id': string
  label: Texts
  description?: Texts
  metadata?: readonly LabelledValue[]
  attribution?: Texts
  license?: string
  navDate?: string
  related?: readonly Link[]
  seeAlso?: readonly Link[]
  rendering?: readonly Link[]
  thumbnail?: ImageResource
  within?: Reference | readonly Reference[]
}>

export type Manifest = Described &
  Readonly<{
    '@type': 'sc:Manifest'
    viewingHint: 'individuals'
    service?: SearchService
    sequences: readonly [Sequence]
    structures?: readonly Range[]
  }>

export type Collection = Described &
  Readonly<{ '@type': 'sc:Collection'; collections?: readonly Reference[]; manifests?: readonly Reference[] }>

/** A part of a manifest, at an address of its own. */
export type Part = (Sequence | Canvas | AnnotationList | PaintingAnnotation | CommentAnnotation | Range) &
  Readonly<{ '@context': typeof presentationContext2 }>
