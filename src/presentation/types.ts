import type { LanguageMap } from '../catalogue/model.js'

/** IIIF Presentation 3 as Beffroi emits it: the part of the standard that every viewer shows correctly. */
export const presentationContext = 'http://iiif.io/api/presentation/3/context.json'

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
  body: ImageResource | Choice
  target: string
}>

export type AnnotationPage = Readonly<{ id: string; type: 'AnnotationPage'; items: readonly PaintingAnnotation[] }>

export type Canvas = Readonly<{
  id: string
  type: 'Canvas'
  label: LanguageMap
  summary?: LanguageMap
  width: number
  height: number
  thumbnail?: readonly ImageResource[]
  items: readonly [AnnotationPage]
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

export type Agent = Readonly<{
  id: string
  type: 'Agent'
  label: LanguageMap
  homepage?: readonly Homepage[]
  logo?: readonly ImageResource[]
}>

/** A document for machines about the same thing. */
export type SeeAlso = Readonly<{ id: string; type: 'Dataset'; label: LanguageMap; format: string; profile: string }>

/** What manifests and collections have in common. */
type Described = Readonly<{
  '@context': typeof presentationContext
  id: string
  label: LanguageMap
  summary?: LanguageMap
  metadata?: readonly LabelledValue[]
  requiredStatement?: LabelledValue
  rights?: string
  provider?: readonly Agent[]
  homepage?: readonly Homepage[]
  seeAlso?: readonly SeeAlso[]
  thumbnail?: readonly ImageResource[]
  partOf?: readonly Reference[]
}>

export type Manifest = Described & Readonly<{ type: 'Manifest'; items: readonly Canvas[] }>
export type Collection = Described & Readonly<{ type: 'Collection'; items: readonly Reference[] }>

/** A part of a manifest, at an address of its own. */
export type Part = (Canvas | AnnotationPage | PaintingAnnotation) & Readonly<{ '@context': typeof presentationContext }>
