import { createHash } from 'node:crypto'
import type { BorrowedImage, BorrowedView, LanguageMap, LayerKind } from '../../catalogue/model.js'
import type { RemarkKind } from '../remarks.js'
import { either, idOf, type Json, listOf, objectsOf, own, textOf, typeOf } from './json.js'
import { type Painted, readPicture, sizeOf, thumbnailOf } from './picture.js'
import { wordsIn } from './texts.js'

/** Something to report of a document, and where in it. */
export type Note = Readonly<{ kind: RemarkKind; place?: string; value?: string }>

type Layer = BorrowedView['layers'][number]
type Shown = Extract<Painted, { image: BorrowedImage }>
/** The layers that one annotation paints, and what it adds to the label of its canvas. */
type Painting = Readonly<{ layers: readonly Layer[]; label?: LanguageMap }>

export type ReadViews = Readonly<{
  views: readonly BorrowedView[]
  /** Keys of the views that show a canvas, by the canvas's id. */
  keysOn: ReadonlyMap<string, readonly string[]>
  notes: readonly Note[]
}>

/** More pictures than anybody lays out on one canvas; each becomes a view with the canvas's label. */
const mostOnCanvas = 200

/** The views of a manifest: one for each canvas with a picture, more where several stand side by side on one. */
export function viewsOf(canvases: readonly Json[]): ReadViews {
  const notes: Note[] = []
  const keysOn = new Map<string, readonly string[]>()
  const copies = new Map<string, number>()
  const views = canvases.flatMap((canvas, index) => {
    const place = `canvas ${index + 1}`
    const paintings = paintingsOf(canvas, note => notes.push({ ...note, place }))
    if (paintings.length === 0) notes.push({ kind: 'no-picture', place, value: idOf(canvas) ?? '' })
    const beyond = paintings.length > mostOnCanvas ? `; at most ${mostOnCanvas} are taken` : ''
    if (paintings.length > 1) notes.push({ kind: 'composition', place, value: `${paintings.length} pictures${beyond}` })
    const label = wordsIn(own(canvas, 'label'))
    const shown = paintings.slice(0, mostOnCanvas).map(painting => {
      const named = together(label, painting.label)
      return { key: freeKey(canvas, place, copies), ...(named && { label: named }), layers: painting.layers }
    })
    const id = idOf(canvas)
    if (id !== undefined && !keysOn.has(id))
      keysOn.set(
        id,
        shown.map(({ key }) => key),
      )
    return shown
  })
  return { views: views.map((view, index) => ({ ...view, position: index + 1 })), keysOn, notes }
}

function paintingsOf(canvas: Json, report: (note: Note) => void): readonly Painting[] {
  const size = sizeOf(canvas)
  const thumbnail = thumbnailOf(canvas)
  const paintings = paintingAnnotations(canvas).flatMap(annotation => {
    const whole = !/[#?&]xywh=/.test(targetOf(annotation))
    const painted = bodiesOf(annotation).map(body => readPicture(body, whole ? size : undefined))
    for (const each of painted) if ('remark' in each) report({ kind: each.remark, value: each.value })
    return layersOf(painted.filter(each => 'image' in each))
  })
  const others = objectsOf(own(canvas, 'annotations')).length + objectsOf(own(canvas, 'otherContent')).length
  if (others > 0) report({ kind: 'annotations', value: `${others}` })
  const [only, ...more] = paintings
  return thumbnail && only && more.length === 0 ? [withThumbnail(only, thumbnail)] : paintings
}

/** Version 3 has pages of annotations, version 2 a list of images. */
const paintingAnnotations = (canvas: Json): readonly Json[] => [
  ...objectsOf(own(canvas, 'items'))
    .flatMap(page => objectsOf(own(page, 'items')))
    .filter(annotation => listOf(own(annotation, 'motivation')).includes('painting')),
  ...objectsOf(own(canvas, 'images')),
]

const targetOf = (annotation: Json): string => {
  const target = either(annotation, 'target', 'on')
  const [object] = objectsOf(target)
  return textOf(target) ?? JSON.stringify(object ?? '')
}

/** One body, several, or those of a choice, the one shown first before the others. */
const bodiesOf = (annotation: Json): readonly Json[] =>
  objectsOf(either(annotation, 'body', 'resource')).flatMap(body =>
    typeOf(body) === 'Choice'
      ? [...objectsOf(own(body, 'default')), ...objectsOf(either(body, 'items', 'item'))]
      : [body],
  )

const kindsByWord: readonly (readonly [RegExp, LayerKind])[] = [
  [/x[\s-]?ray|rayons? x|röntgen|radiograph/i, 'xray'],
  [/infra[\s-]?r|\bIRR?\b/i, 'infrared'],
  [/ultra[\s-]?violet|\bUV\b/i, 'ultraviolet'],
  [/raking|rasante|strijklicht/i, 'raking'],
  [/natural|visible|naturelle|zichtbaar|colou?r|couleur/i, 'visible'],
]

/** Pictures of one painting are layers of one view where their labels tell what light they were taken in; else views. */
function layersOf(pictures: readonly Shown[]): readonly Painting[] {
  const layers = new Map<LayerKind, Layer>()
  const others: Painting[] = []
  for (const [index, { image, label }] of pictures.entries()) {
    const words = Object.values(label ?? {})
      .flat()
      .join(' ')
    const told = kindsByWord.find(([word]) => word.test(words))?.[1]
    const kind = told ?? (index === 0 ? 'visible' : undefined)
    if (kind && !layers.has(kind)) layers.set(kind, { kind, image, ...(label && { label }) })
    else others.push({ layers: [{ kind: 'visible', image }], ...(label && { label }) })
  }
  return layers.size > 0 ? [{ layers: [...layers.values()] }, ...others] : others
}

const withThumbnail = (painting: Painting, thumbnail: NonNullable<BorrowedImage['thumbnail']>): Painting => ({
  ...painting,
  layers: painting.layers.map((layer, index) =>
    index === 0 ? { ...layer, image: { ...layer.image, thumbnail } } : layer,
  ),
})

function together(canvas: LanguageMap | undefined, own: LanguageMap | undefined): LanguageMap | undefined {
  const [more] = Object.values(own ?? {}).flat()
  if (!canvas || more === undefined) return canvas ?? own
  return Object.fromEntries(Object.entries(canvas).map(([language, texts]) => [language, [...texts, more]]))
}

/**
 * Stays the same when canvases before it come or go.
 * @param copies how many views each stem has already
 */
function freeKey(canvas: Json, place: string, copies: Map<string, number>): string {
  const stem = createHash('sha256')
    .update(idOf(canvas) ?? place)
    .digest('hex')
    .slice(0, 10)
  const copy = (copies.get(stem) ?? 0) + 1
  copies.set(stem, copy)
  return copy === 1 ? stem : `${stem}-${copy}`
}
