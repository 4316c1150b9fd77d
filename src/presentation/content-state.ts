import type { Box, Dimensions } from '../image/geometry.js'
import { xywh } from './regions.js'

/**
 * What a content state points at (IIIF Content State 1.0 §2): addresses as they were written. A lone address may be of
 * a manifest, a canvas or anything else; who reads it knows its own.
 */
export type ContentState = Readonly<{
  resource: string
  manifest?: string
  region?: StateRegion
  /** An annotation that says something of the resource, where it is one that is pointed at. */
  annotation?: string
}>

/** Media Fragments 1.0 §4.2.2: px of the canvas, or percent of its sides. */
export type StateRegion = Box & Readonly<{ unit: 'pixel' | 'percent' }>

/** The part of a canvas that a region is, in whole px; undefined where it lies beside the canvas. */
export function regionOn({ unit, ...box }: StateRegion, { width, height }: Dimensions): Box | undefined {
  const [across, down] = unit === 'percent' ? [width / 100, height / 100] : [1, 1]
  const left = Math.max(0, Math.round(box.x * across))
  const top = Math.max(0, Math.round(box.y * down))
  const right = Math.min(width, Math.round((box.x + box.width) * across))
  const bottom = Math.min(height, Math.round((box.y + box.height) * down))
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined
}

/** A region of a canvas of a size that is not known; undefined where it is in percent. */
export const regionInPixels = ({ unit, x, y, width, height }: StateRegion): Box | undefined =>
  unit === 'percent'
    ? undefined
    : { x: Math.round(x), y: Math.round(y), width: Math.ceil(width), height: Math.ceil(height) }

/** A region of a canvas, as the annotation of Content State 1.0 §5.1; the whole canvas where none is given. */
export const canvasState = (canvas: string, manifest: string, region?: Box): object => ({
  '@context': 'http://iiif.io/api/presentation/3/context.json',
  type: 'Annotation',
  motivation: ['contentState'],
  target: {
    id: region ? `${canvas}#${xywh(region)}` : canvas,
    type: 'Canvas',
    partOf: [{ id: manifest, type: 'Manifest' }],
  },
})

/** Content State 1.0 §6: encodeURIComponent, then base64url without padding. */
export const encodeContentState = (state: object): string =>
  Buffer.from(encodeURIComponent(JSON.stringify(state)), 'ascii').toString('base64url')

/** The text that was encoded; undefined where it is not base64url of what encodeURIComponent writes. */
export function decodeContentState(encoded: string): string | undefined {
  if (!/^[\w-]+={0,2}$/.test(encoded)) return undefined
  try {
    return decodeURIComponent(Buffer.from(encoded, 'base64url').toString('latin1'))
  } catch {
    return undefined
  }
}

/** Characters; a content state of ours has about 500, and an address has no room for more. */
const longest = 8192

/** Reads the forms of §2.2, encoded or plain, the first target of several. Undefined where nothing is pointed at. */
export function readContentState(text: string): ContentState | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > longest) return undefined
  if (isAddress(trimmed)) return atAddress(trimmed)
  const json = /^[[{]/.test(trimmed) ? trimmed : decodeContentState(trimmed)?.trim()
  if (json === undefined) return undefined
  // Some write even a lone address encoded
  if (isAddress(json)) return atAddress(json)
  return readState(parsed(json))
}

/** §2.2.3: what is no annotation is the target of one. */
function readState(state: unknown): ContentState | undefined {
  const whole = first(state)
  if (field(whole, 'type') !== 'Annotation') return readTarget(whole)
  const id = field(whole, 'id')
  const annotation = typeof id === 'string' && isAddress(id) ? id : undefined
  const target = readTarget(first(field(whole, 'target')))
  if (!annotation) return target
  return target ? { ...target, annotation } : readResource(whole, undefined)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function readTarget(target: unknown): ContentState | undefined {
  if (typeof target === 'string') return isAddress(target) ? atAddress(target) : undefined
  if (field(target, 'type') !== 'SpecificResource') return readResource(target, undefined)
  const source = field(target, 'source')
  const region = [field(target, 'selector')].flat().map(regionOf).find(Boolean)
  return readResource(typeof source === 'string' ? { id: source, partOf: field(target, 'partOf') } : source, region)
}

function readResource(resource: unknown, region: StateRegion | undefined): ContentState | undefined {
  const id = field(resource, 'id')
  if (typeof id !== 'string' || !isAddress(id)) return undefined
  const manifest = /manifest|collection/i.test(String(field(resource, 'type'))) ? undefined : manifestOf(resource)
  return {
    ...atAddress(id),
    ...(region && { region }),
    ...(typeof manifest === 'string' && isAddress(manifest) && { manifest }),
  }
}

function manifestOf(resource: unknown): unknown {
  const wholes = [field(resource, 'partOf')].flat()
  const whole = wholes.find(each => /manifest/i.test(String(field(each, 'type')))) ?? wholes[0]
  return typeof whole === 'string' ? whole : field(whole, 'id')
}

function regionOf(selector: unknown): StateRegion | undefined {
  const value = typeof selector === 'string' ? selector : field(selector, 'value')
  return typeof value === 'string' ? readFragment(value) : undefined
}

function atAddress(address: string): ContentState {
  const [resource = '', fragment = ''] = address.split('#', 2)
  const region = readFragment(fragment)
  return { resource, ...(region && { region }) }
}

const fragment = /(?:^|[#&])xywh=(pixel:|percent:)?([\d.]{1,12}),([\d.]{1,12}),([\d.]{1,12}),([\d.]{1,12})(?:&|$)/

function readFragment(text: string): StateRegion | undefined {
  const [, unit, ...sides] = fragment.exec(text) ?? []
  const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = sides.map(Number)
  if (![x, y].every(Number.isFinite) || !(width > 0) || !(height > 0)) return undefined
  return { x, y, width, height, unit: unit === 'percent:' ? 'percent' : 'pixel' }
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)

/** Version 2 writes `@id` and `@type`. */
function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const record = value as Readonly<Record<string, unknown>>
  return Object.hasOwn(record, name) ? record[name] : Object.hasOwn(record, `@${name}`) ? record[`@${name}`] : undefined
}

const isAddress = (text: string): boolean => /^https?:\/\/[^\s<>"{}]+$/i.test(text)
