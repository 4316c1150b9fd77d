import { DomainError } from '../errors.js'
import type { Dialect } from './dialect.js'
import { type Format, formats, type Quality, qualities } from './formats.js'

/** Image API 3 §4.1: px of the full image, or percent of it. */
export type Region =
  | Readonly<{ kind: 'full' }>
  | Readonly<{ kind: 'square' }>
  | Readonly<{ kind: 'pixels' | 'percent'; x: number; y: number; width: number; height: number }>

/** Image API 3 §4.2; `upscale` is the sign `^`. `full` is version 2's word for a region unscaled. */
export type Size = Readonly<{ upscale: boolean }> &
  (
    | Readonly<{ kind: 'max' | 'full' }>
    | Readonly<{ kind: 'percent'; percent: number }>
    | Readonly<{ kind: 'width'; width: number }>
    | Readonly<{ kind: 'height'; height: number }>
    | Readonly<{ kind: 'exact' | 'within'; width: number; height: number }>
  )

/** Image API 3 §4.3: mirrored first, then turned clockwise by degrees in [0, 360). */
export type Rotation = Readonly<{ mirror: boolean; degrees: number }>

/** What one image address asks for, once its syntax is understood. */
export type ImageRequest = Readonly<{
  region: Region
  size: Size
  rotation: Rotation
  quality: Quality
  format: Format
}>

/** The path segments after the identifier, percent-decoded; `file` is `quality.format`. */
export type ImagePath = Readonly<{ region: string; size: string; rotation: string; file: string }>

/** Syntax only. @throws DomainError `invalid-request` that says what was expected and what came */
export function parseImageRequest(path: ImagePath, dialect: Dialect): ImageRequest {
  const [quality, format] = parseFile(path.file)
  return {
    region: parseRegion(path.region),
    size: parseSize(path.size, dialect),
    rotation: parseRotation(path.rotation),
    quality,
    format,
  }
}

/** The inverse of `parseImageRequest`, `region/size/rotation/quality.format`. */
export function formatImageRequest({ region, size, rotation, quality, format }: ImageRequest): string {
  return `${formatRegion(region)}/${formatSize(size)}/${formatRotation(rotation)}/${quality}.${format}`
}

function parseRegion(text: string): Region {
  if (text === 'full' || text === 'square') return { kind: text }
  const percent = text.startsWith('pct:')
  const numbers = (percent ? text.slice(4) : text).split(',').map(percent ? decimal : integer)
  const [x, y, width, height] = numbers
  if (numbers.length !== 4 || x === undefined || y === undefined || width === undefined || height === undefined) {
    throw invalid('a region "full", "square", "x,y,w,h" or "pct:x,y,w,h"', text)
  }
  if (width === 0 || height === 0) throw invalid('a region wider and higher than 0', text)
  return { kind: percent ? 'percent' : 'pixels', x, y, width, height }
}

const formatRegion = (region: Region): string =>
  region.kind === 'full' || region.kind === 'square'
    ? region.kind
    : `${region.kind === 'percent' ? 'pct:' : ''}${[region.x, region.y, region.width, region.height].map(plain).join(',')}`

function parseSize(text: string, dialect: Dialect): Size {
  const upscale = dialect.caret && text.startsWith('^')
  const body = upscale ? text.slice(1) : text
  if (body === 'max') return { kind: 'max', upscale }
  if (body === 'full' && dialect.fullSize) return { kind: 'full', upscale }
  if (body.startsWith('pct:')) {
    const percent = decimal(body.slice(4))
    if (percent !== undefined && percent > 0) return { kind: 'percent', percent, upscale }
  }
  const within = body.startsWith('!')
  const [width, height] = parseSides(within ? body.slice(1) : body)
  if (width !== undefined && height !== undefined) return { kind: within ? 'within' : 'exact', width, height, upscale }
  if (width !== undefined && !within) return { kind: 'width', width, upscale }
  if (height !== undefined && !within) return { kind: 'height', height, upscale }
  throw invalid(`a size ${dialect.sizeForms}`, text)
}

/** `w,h`, `w,` or `,h`; sides of 0 are no sides. */
function parseSides(text: string): [width: number | undefined, height: number | undefined] {
  const parts = text.split(',')
  const [left = '', right = ''] = parts
  const width = integer(left)
  const height = integer(right)
  const understood = parts.length === 2 && (width || left === '') && (height || right === '')
  return understood ? [width, height] : [undefined, undefined]
}

function formatSize(size: Size): string {
  const sign = size.upscale ? '^' : ''
  switch (size.kind) {
    case 'max':
    case 'full':
      return `${sign}${size.kind}`
    case 'percent':
      return `${sign}pct:${plain(size.percent)}`
    case 'width':
      return `${sign}${size.width},`
    case 'height':
      return `${sign},${size.height}`
    case 'exact':
      return `${sign}${size.width},${size.height}`
    case 'within':
      return `${sign}!${size.width},${size.height}`
  }
}

function parseRotation(text: string): Rotation {
  const mirror = text.startsWith('!')
  const degrees = decimal(mirror ? text.slice(1) : text)
  if (degrees === undefined || degrees > 360)
    throw invalid('a rotation from 0 to 360, with "!" before it to mirror', text)
  return { mirror, degrees: degrees % 360 }
}

export const formatRotation = ({ mirror, degrees }: Rotation): string => `${mirror ? '!' : ''}${plain(degrees)}`

function parseFile(text: string): [Quality, Format] {
  const dot = text.lastIndexOf('.')
  const quality = text.slice(0, Math.max(dot, 0))
  const format = text.slice(dot + 1)
  if (!isQuality(quality)) throw invalid(`a quality ${qualities.join(', ')}, followed by a format`, text)
  if (!isFormat(format)) throw invalid(`a format ${Object.keys(formats).join(', ')}`, format)
  return [quality, format]
}

const isQuality = (text: string): text is Quality => (qualities as readonly string[]).includes(text)
const isFormat = (text: string): text is Format => Object.hasOwn(formats, text)

const integer = (text: string): number | undefined => (/^\d{1,10}$/.test(text) ? Number(text) : undefined)

/** Image API 3 §4.7: digits and a point, no sign, no exponent. */
const decimal = (text: string): number | undefined =>
  /^(\d{1,10}(\.\d{1,15})?|\.\d{1,15})$/.test(text) ? Number(text) : undefined

/** The inverse of `decimal`: no exponent, no trailing zeros, a leading 0 (Image API 3 §4.7). */
const plain = (value: number): string =>
  value > 0 && value < 1e-6 ? value.toFixed(15).replace(/0+$/, '') : String(value)

const invalid = (expected: string, received: string): DomainError =>
  new DomainError('invalid-request', `Expected ${expected} but received "${received.slice(0, 80)}".`)
