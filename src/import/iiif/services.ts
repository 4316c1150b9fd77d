import type { ImageServiceReference } from '../../catalogue/model.js'
import { addressFrom } from '../values.js'
import { either, idOf, type Json, listOf, objectsOf, own, pixelsOf, textOf, typeOf } from './json.js'

/** What belongs to an image service beside where it is: the size of its picture, where the manifest repeats it. */
export type ImageService = Readonly<{ reference: ImageServiceReference; width?: number; height?: number }>

/** The newest image service of a picture; other services, such as those for signing in, are passed over. */
export function imageServiceOf(picture: Json): ImageService | undefined {
  const services = objectsOf(own(picture, 'service')).flatMap(service => readService(service) ?? [])
  return services.toSorted((a, b) => b.reference.version - a.reference.version)[0]
}

function readService(service: Json): ImageService | undefined {
  const version = versionOf(service)
  const id = addressFrom(idOf(service) ?? '')?.replace(/\/(?:info\.json)?$/, '')
  if (!version || !id) return undefined
  const level = levelOf(service)
  const sizes = sizesOf(service)
  const [width, height] = [pixelsOf(own(service, 'width')), pixelsOf(own(service, 'height'))]
  return {
    reference: { id, version, ...(level !== undefined && { level }), ...(sizes.length > 0 && { sizes }) },
    ...(width && { width }),
    ...(height && { height }),
  }
}

const textsOf = (service: Json, ...names: readonly string[]): readonly string[] =>
  names.flatMap(name => listOf(own(service, name))).flatMap(value => textOf(value) ?? [])

/** By type, by context, or by the profile that stands in for both in older manifests. */
function versionOf(service: Json): 1 | 2 | 3 | undefined {
  const [, typed] = /^ImageService([123])$/.exec(typeOf(service)) ?? []
  if (typed) return Number(typed) as 1 | 2 | 3
  const words = textsOf(service, '@context', 'profile', 'conformsTo', 'dcterms:conformsTo').join(' ')
  if (/iiif\.io\/api\/image\/3/.test(words)) return 3
  if (/iiif\.io\/api\/image\/2/.test(words)) return 2
  return /iiif\.io\/api\/image\/1|library\.stanford\.edu\/iiif\/image-api/.test(words) ? 1 : undefined
}

function levelOf(service: Json): ImageServiceReference['level'] {
  const [, level] = /level([012])\b/.exec(textsOf(service, 'profile').join(' ')) ?? []
  return level === undefined ? undefined : (Number(level) as 0 | 1 | 2)
}

const mostSizes = 30

const sizesOf = (service: Json) =>
  objectsOf(either(service, 'sizes'))
    .slice(0, mostSizes)
    .flatMap(size => {
      const [width, height] = [pixelsOf(own(size, 'width')), pixelsOf(own(size, 'height'))]
      return width && height ? [{ width, height }] : []
    })
