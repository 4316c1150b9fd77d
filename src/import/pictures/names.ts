import { type LayerKind, layerKinds } from '../../catalogue/model.js'

/** The place in a work that a picture's name or a list says. */
export type Place = Readonly<{ work: string; view: number; layer: LayerKind }>

/** What a name may call a layer, beside the layer's own name: the abbreviations and the French of conservators. */
const aliases: Readonly<Record<string, LayerKind>> = {
  vis: 'visible',
  ir: 'infrared',
  irr: 'infrared',
  infrarouge: 'infrared',
  rx: 'xray',
  'x-ray': 'xray',
  radiographie: 'xray',
  uv: 'ultraviolet',
  rasante: 'raking',
}

export const MOST_VIEWS = 99
const LONGEST_ID = 160

export function layerNamed(word: string): LayerKind | undefined {
  const folded = word.toLowerCase()
  return layerKinds.find(kind => kind === folded) ?? (Object.hasOwn(aliases, folded) ? aliases[folded] : undefined)
}

/** A file's name without folder and suffix: `a/Tour.infrared.tif` gives `Tour.infrared`. */
export function stemOf(fileName: string): string {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1).normalize('NFC')
  const dot = base.lastIndexOf('.')
  return dot > 0 ? base.slice(0, dot) : base
}

const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
}

/** Only letters, digits, `.`, `_` and `-`, which every address and file system takes; empty where nothing is left. */
const plain = (text: string): string =>
  text
    .replace(/[œŒæÆßøØłŁ]/g, letter => ligatures[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-zA-Z0-9._-]+/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '')
    .slice(0, LONGEST_ID)
    .replace(/[-._]+$/, '')

/** An image's id: the slug of its file's base name. */
export const slug = (text: string): string => plain(text).toLowerCase()

/** A bare work's id keeps the capitals that inventory numbers have. */
export const workIdFrom = plain

/** What a bare work is called until the catalogue says more: its file's name, with spaces where names have none. */
export const titleFrom = (stem: string): string => stem.replace(/[-_\s]+/g, ' ').trim()

/**
 * What a name may mean, the longest work first: a work may really be called `tour_2` or `tour.ir`.
 * Suffixes are read from the right, `_2` (the second view) before `.infrared` (a layer of it).
 */
export function readings(stem: string): readonly Place[] {
  const found: Place[] = [{ work: stem, view: 1, layer: 'visible' }]
  const dot = stem.lastIndexOf('.')
  const layer = dot > 0 ? layerNamed(stem.slice(dot + 1)) : undefined
  const rest = layer ? stem.slice(0, dot) : stem
  if (layer) found.push({ work: rest, view: 1, layer })
  const [, work, number] = /^(.+)_(0?[1-9]|[1-9]\d)$/.exec(rest) ?? []
  if (work !== undefined) found.push({ work, view: Number(number), layer: layer ?? 'visible' })
  return found
}
