import type { BorrowedImage, ImageServiceReference, LanguageMap } from '../../catalogue/model.js'
import type { Dimensions } from '../../image/geometry.js'
import type { RemarkKind } from '../remarks.js'
import { addressFrom } from '../values.js'
import { either, idOf, type Json, objectsOf, own, pixelsOf, textOf, typeOf } from './json.js'
import { imageServiceOf } from './services.js'
import { wordsIn } from './texts.js'

/** A picture that a canvas shows, or why it cannot be shown. */
export type Painted =
  | Readonly<{ image: BorrowedImage; label?: LanguageMap }>
  | Readonly<{ remark: RemarkKind; value: string }>

/** @param canvas its size stands in for that of a picture that fills it and does not say its own */
export function readPicture(body: Json, canvas: Dimensions | undefined): Painted {
  const type = typeOf(body)
  if (type === 'SpecificResource') return readPart(body, canvas)
  if (type !== 'Image') return { remark: 'not-a-picture', value: [type, idOf(body)].filter(Boolean).join(' ') }
  const service = imageServiceOf(body)
  const address = addressFrom(idOf(body) ?? '') ?? (service && wholeAddress(service.reference))
  if (!address) return { remark: 'not-a-uri', value: idOf(body) ?? '' }
  const size = sizeOf(body) ?? (service && sizeOf(service)) ?? canvas
  if (!size) return { remark: 'no-size', value: address }
  const label = wordsIn(own(body, 'label'))
  const format = formatOf(body)
  return {
    image: { address, ...size, ...(format && { format }), ...(service && { service: service.reference }) },
    ...(label && { label }),
  }
}

/** A part of a picture is asked of its image service as a picture of its own. */
function readPart(body: Json, canvas: Dimensions | undefined): Painted {
  const [source] = objectsOf(either(body, 'source', 'full'))
  if (!source) return { remark: 'not-a-picture', value: idOf(body) ?? 'SpecificResource' }
  const whole = readPicture(source, canvas)
  const selector = either(body, 'selector')
  if ('remark' in whole || selector === undefined) return whole
  const region = regionOf(selector)
  const { image } = whole
  if (!region || !image.service) return { remark: 'not-cropped', value: image.address }
  const { id, version } = image.service
  const { x, y, width, height } = region
  return {
    ...whole,
    image: {
      address: `${id}/${x},${y},${width},${height}/${version === 3 ? 'max' : 'full'}/0/${version === 1 ? 'native' : 'default'}.jpg`,
      width,
      height,
      format: 'image/jpeg',
    },
  }
}

/** Image API's own selector, or a media fragment; px of the whole picture. */
function regionOf(selector: unknown): (Dimensions & Readonly<{ x: number; y: number }>) | undefined {
  const [first] = objectsOf(selector)
  const words = textOf(selector) ?? textOf(first && either(first, 'region', 'value')) ?? ''
  const [, ...numbers] = /(?:^|xywh=(?:pixel:)?)(\d{1,7}),(\d{1,7}),(\d{1,7}),(\d{1,7})$/.exec(words) ?? []
  const [x = 0, y = 0, width = 0, height = 0] = numbers.map(Number)
  return width > 0 && height > 0 ? { x, y, width, height } : undefined
}

export const sizeOf = (thing: Readonly<Record<string, unknown>>): Dimensions | undefined => {
  const [width, height] = [pixelsOf(thing.width), pixelsOf(thing.height)]
  return width && height ? { width, height } : undefined
}

const formatOf = (body: Json): string | undefined => {
  const format = textOf(own(body, 'format'))
  return format && /^image\/[\w.+-]{1,50}$/.test(format) ? format : undefined
}

const wholeAddress = ({ id, version }: ImageServiceReference): string =>
  `${id}/full/${version === 3 ? 'max' : 'full'}/0/${version === 1 ? 'native' : 'default'}.jpg`

/** The small copy that a canvas, a picture or a reference offers. */
export function thumbnailOf(thing: Json): BorrowedImage['thumbnail'] {
  const value = own(thing, 'thumbnail')
  const [first] = objectsOf(value)
  const address = addressFrom(textOf(Array.isArray(value) ? value[0] : value) ?? (first && idOf(first)) ?? '')
  return address ? { address, ...(first && sizeOf(first)) } : undefined
}
