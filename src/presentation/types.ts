import type { LanguageMap } from '../catalogue/model.js'

/** IIIF Presentation 3 as Beffroi emits it: the part of the standard that every viewer shows correctly. */
export const presentationContext = 'http://iiif.io/api/presentation/3/context.json'
export const navPlaceContext = 'http://iiif.io/api/extension/navplace/context.json'

export type LabelledValue = Readonly<{ label: LanguageMap; value: LanguageMap }>

export type ImageService = Readonly<{
  id: string
  type: 'ImageService3'
  profile: 'level2'
  width: number
  height: number
  sizes: readonly Readonly<{ width: number; height: number }>[]
}>

/** An image service of another institution, as far as its manifest says what it can do. */
export type ForeignService = Readonly<{ profile: string; sizes?: ImageService['sizes'] }> &
  Readonly<{ id: string; type: 'ImageService3' } | { '@id': string; '@type': 'ImageService1' | 'ImageService2' }>

/** Of borrowed pictures, format, size and service are what their owner says. */
export type ImageResource = Readonly<{
  id: string
  type: 'Image'
  format?: string
  label?: LanguageMap
  width?: number
  height?: number
  service?: readonly [ImageService | ForeignService]
}>

export type Choice = Readonly<{ type: 'Choice'; items: readonly ImageResource[] }>

export type PaintingAnnotation = Readonly<{
  id: string
  type: 'Annotation'
  motivation: 'painting'
  body: ImageResource | Choice | TextBody
  target: string
}>

export type AnnotationPage = Readonly<{ id: string; type: 'AnnotationPage'; items: readonly PaintingAnnotation[] }>

/** Painted in manifests for exhibition viewers alone: no others show it. */
export type TextBody = Readonly<{ type: 'TextualBody'; value: string; format: 'text/html'; language: string }>

/** Words of exhibition viewers, which IIIF's schema does not know; such manifests are a profile of their own. */
type Behaving = Readonly<{ behavior?: readonly string[] }>

/** A text about a canvas or a part of it: many viewers read such targets only as one string, a shape where it is an object. */
export type CommentAnnotation = Readonly<{
  id: string
  type: 'Annotation'
  motivation: 'commenting'
  body: TextBody
  target: string | ShapedTarget
}>

export type ShapedTarget = Readonly<{
  type: 'SpecificResource'
  source: Readonly<{ id: string; type: 'Canvas' }>
  selector: readonly [FragmentSelector, Readonly<{ type: 'SvgSelector'; value: string }>]
}>

export type FragmentSelector = Readonly<{
  type: 'FragmentSelector'
  conformsTo: 'http://www.w3.org/TR/media-frags/'
  value: string
}>

/** What is said of a canvas, in the order in which it is to be read. */
export type CommentPage = Readonly<{
  id: string
  type: 'AnnotationPage'
  label: LanguageMap
  items: readonly CommentAnnotation[]
}>

/** Comments that stand at an address of their own. */
export type CommentPageReference = Readonly<{ id: string; type: 'AnnotationPage'; label: LanguageMap }>

export type Canvas = Behaving &
  Readonly<{
    id: string
    type: 'Canvas'
    label: LanguageMap
    summary?: LanguageMap
    width: number
    height: number
    metadata?: readonly LabelledValue[]
    requiredStatement?: LabelledValue
    homepage?: readonly Homepage[]
    thumbnail?: readonly ImageResource[]
    service?: readonly [ScaleService]
    items: readonly [AnnotationPage]
    annotations?: readonly (CommentPage | CommentPageReference)[]
    partOf?: readonly Reference[]
  }>

/** How many millimetres a pixel is (annex "Physical Dimensions"). */
export type ScaleService = Readonly<{
  '@context': 'http://iiif.io/api/annex/services/physdim/1/context.json'
  id: string
  type: 'Service'
  profile: 'http://iiif.io/api/annex/services/physdim'
  physicalScale: number
  physicalUnits: 'mm'
}>

/** A table of contents, or an entry of it. */
export type Range = Readonly<{
  id: string
  type: 'Range'
  label: LanguageMap
  items: readonly (Readonly<{ id: string; type: 'Canvas' }> | Range)[]
  partOf?: readonly Reference[]
}>

/** Another document, with what lists need to show it without fetching it. */
export type Reference = Readonly<{
  id: string
  type: 'Collection' | 'Manifest'
  label: LanguageMap
  thumbnail?: readonly ImageResource[]
}>

export type Homepage = Readonly<{
  id: string
  type: 'Text'
  label: LanguageMap
  format: 'text/html'
  language?: readonly string[]
}>

/** Something outside IIIF that a document leads to. */
export type Link = Readonly<{
  id: string
  type: 'Text' | 'Dataset' | 'Manifest' | 'Collection'
  label: LanguageMap
  format: string
  profile?: string
  language?: readonly string[]
}>

/** The extension navPlace: GeoJSON, longitude first. */
export type NavPlace = Readonly<{
  type: 'FeatureCollection'
  features: readonly Readonly<{
    type: 'Feature'
    properties: Readonly<{ label: LanguageMap }>
    geometry: Readonly<{ type: 'Point'; coordinates: readonly [longitude: number, latitude: number] }>
  }>[]
}>

export type Agent = Readonly<{
  id: string
  type: 'Agent'
  label: LanguageMap
  homepage?: readonly Homepage[]
  logo?: readonly ImageResource[]
}>

/** What manifests and collections have in common. */
type Described = Readonly<{
  '@context': typeof presentationContext | readonly string[]
  id: string
  label: LanguageMap
  summary?: LanguageMap
  metadata?: readonly LabelledValue[]
  requiredStatement?: LabelledValue
  rights?: string
  provider?: readonly Agent[]
  homepage?: readonly Homepage[]
  thumbnail?: readonly ImageResource[]
  navDate?: string
  navPlace?: NavPlace
  seeAlso?: readonly Link[]
  rendering?: readonly Link[]
  partOf?: readonly Reference[]
}>

/** Content Search of one version or the other, each in its own words. */
export type SearchService =
  | Readonly<{ id: string; type: 'SearchService2' }>
  | Readonly<{
      '@context': 'http://iiif.io/api/search/1/context.json'
      '@id': string
      '@type': 'SearchService1'
      profile: 'http://iiif.io/api/search/1/search'
      label: string
    }>

/** How exhibition viewers dress a manifest. */
export type ThemeService = Readonly<{
  id: string
  type: 'Service'
  profile: 'https://exhibitionviewer.org/iiif/theme-service'
  label: LanguageMap
  theme: object
}>

/** A region of a canvas. */
export type CanvasStart = Readonly<{
  id: string
  type: 'SpecificResource'
  source: Readonly<{ id: string; type: 'Canvas' }>
  selector: FragmentSelector
}>

export type Manifest = Described &
  Behaving &
  Readonly<{
    type: 'Manifest'
    service?: readonly (SearchService | ThemeService)[]
    start?: CanvasStart
    items: readonly Canvas[]
    structures?: readonly [Range]
  }>
export type Collection = Described & Readonly<{ type: 'Collection'; items: readonly Reference[] }>

/** A part of a manifest, at an address of its own. */
export type Part =
  | ((Canvas | AnnotationPage | PaintingAnnotation | CommentPage | CommentAnnotation | Range) &
      Readonly<{ '@context': typeof presentationContext }>)
  | ScaleService
