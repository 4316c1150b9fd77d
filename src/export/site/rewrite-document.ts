import { sameSize } from '../../image/geometry.js'
import type { Given } from '../../image/level0.js'
import { fileOf, imageOf, pictureOf } from './file-names.js'
import { type Needs, noNeeds, noteNeeds, type Rebase, rebased, rebaseText, withinSite } from './rebase.js'

type Json = Readonly<Record<string, unknown>>

export type DocumentRewriting = Rebase &
  Readonly<{
    /** How an image is given here. */
    givenOf(image: string): Given | undefined
  }>

/** Properties of IIIF whose entries lead elsewhere: those that a static site does not have are left out. */
const links: ReadonlySet<string> = new Set(['seeAlso', 'rendering', 'homepage', 'partOf', 'service'])

/** A document as it stands in the folder: files by their addresses, services of level 0, nothing that leads nowhere. */
export function rewriteDocument(
  document: Json,
  rewriting: DocumentRewriting,
): Readonly<{ document: Json; needs: Needs }> {
  const needs = noNeeds()

  const rewrite = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const address = withinSite(value, rewriting)
      if (address === undefined || /[\s<]/.test(address)) return rebaseText(value, rewriting)
      noteNeeds(address, needs)
      return rebased(address, rewriting)
    }
    if (Array.isArray(value)) return value.map(rewrite)
    if (typeof value !== 'object' || value === null) return value
    const object = asGiven(value as Json, rewriting)
    const entries = Object.entries(object).flatMap(([key, each]) => {
      const kept = links.has(key) && Array.isArray(each) ? each.filter(entry => !leadsNowhere(entry, rewriting)) : each
      return Array.isArray(kept) && kept.length === 0 && kept !== each ? [] : [[key, rewrite(kept)] as const]
    })
    return Object.fromEntries(entries)
  }

  return { document: rewrite(document) as Json, needs }
}

/** What documents say of images, and of pages that the server has in every language, as it is here. */
function asGiven(object: Json, rewriting: DocumentRewriting): Json {
  const address = withinSite(String(object.id), rewriting)
  if (address === undefined) return object
  if (object.type === 'ImageService3') {
    const { width, height, sizes } = rewriting.givenOf(imageOf(address) ?? '') ?? {}
    return { ...object, profile: 'level0', ...(width && { width, height, sizes }) }
  }
  if (object.type === 'Image') return pictureGiven(object, address, rewriting)
  return Array.isArray(object.language) ? { ...object, language: languageOf(address, object.language) } : object
}

/** A whole picture in a size that is given, the largest in place of larger ones. */
function pictureGiven(object: Json, address: string, { own, givenOf }: DocumentRewriting): Json {
  const { image = '', path = '' } = pictureOf(address) ?? {}
  const given = path.startsWith('full/') ? givenOf(image) : undefined
  const size = { width: Number(object.width), height: Number(object.height) }
  if (!given || given.sizes.some(each => sameSize(each, size))) return object
  const { width, height } = given.sizes.find(each => each.width >= size.width) ?? given.largest
  return { ...object, id: `${own}${address.replace(path, `full/${width},${height}/0/default.jpg`)}`, width, height }
}

/** A search, a PDF, a page that only a server has. */
function leadsNowhere(entry: unknown, rebase: Rebase): boolean {
  if (typeof entry !== 'object' || entry === null) return false
  const { id, type, '@id': id1, '@type': type1 } = entry as Json
  const address = withinSite(String(id ?? id1), rebase)
  if (address === undefined) return false
  if (/^SearchService/.test(String(type ?? type1))) return true
  return (type === 'Text' || type === 'Dataset' || type === 'Collection') && fileOf(address) === undefined
}

/** A page that followed its reader's language stands in one. */
function languageOf(address: string, languages: readonly unknown[]): readonly unknown[] {
  const [folder] = fileOf(address)?.split('/') ?? []
  return languages.includes(folder) ? [folder] : languages
}
