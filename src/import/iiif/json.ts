import { DomainError } from '../../errors.js'

/** Any JSON object that somebody else wrote: nothing is known of its values. */
export type Json = Readonly<Record<string, unknown>>

/** Deeper than any manifest in use; what walks a document stays within the stack. */
const deepest = 100

/**
 * Reads a document of somebody else's.
 * @throws DomainError `refused` where it is not JSON, not an object, or nested beyond reason
 */
export function parseDocument(text: string, name: string): Json {
  if (depthOf(text) > deepest)
    throw new DomainError('refused', `${name} is nested deeper than ${deepest} levels; no IIIF document is.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new DomainError('refused', `${name} is not JSON; expected a IIIF manifest or collection.`, { cause })
  }
  if (isObject(value)) return value
  throw new DomainError('refused', `${name} holds no JSON object; expected a IIIF manifest or collection.`)
}

/** How deep brackets nest, whether or not they match. */
function depthOf(text: string): number {
  let [depth, most, inText] = [0, 0, false]
  for (let index = 0; index < text.length && most <= deepest; index += 1) {
    const character = text[index]
    if (inText) {
      if (character === '\\') index += 1
      else if (character === '"') inText = false
    } else if (character === '"') inText = true
    else if (character === '{' || character === '[') most = Math.max(most, ++depth)
    else if (character === '}' || character === ']') depth -= 1
  }
  return most
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A property of the object itself: `constructor` of an object that has none is not there. */
export const own = (object: Json, name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined)

/** The first of several spellings that is there; version 2 writes `@id` where version 3 writes `id`. */
export const either = (object: Json, ...names: readonly string[]): unknown =>
  names.map(name => own(object, name)).find(value => value !== undefined && value !== null)

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** A list, or the one thing that stands where a list may. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

export const objectsOf = (value: unknown): readonly Json[] => listOf(value).filter(isObject)

export const idOf = (object: Json): string | undefined => textOf(either(object, 'id', '@id'))

/** The type without its namespace: `sc:Manifest`, `oa:Choice`, `dctypes:Image` are `Manifest`, `Choice`, `Image`. */
export const typeOf = (object: Json): string => {
  const [type] = listOf(either(object, 'type', '@type')).filter(each => typeof each === 'string')
  return String(type ?? '').replace(/^[a-z]+:/, '')
}

/** px: a whole number of pixels that a picture can have. */
export function pixelsOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  const whole = typeof number === 'number' && Number.isFinite(number) ? Math.round(number) : 0
  return whole >= 1 && whole <= 10_000_000 ? whole : undefined
}
