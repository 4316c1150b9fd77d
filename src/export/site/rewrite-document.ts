import { fileOf } from './file-names.js'
import { type Needs, noNeeds, noteNeeds, type Rebase, rebaseText, withinSite } from './rebase.js'

type Json = Readonly<Record<string, unknown>>

/** Properties of IIIF whose entries lead elsewhere: those that a static site does not have are left out. */
const links: ReadonlySet<string> = new Set(['seeAlso', 'rendering', 'homepage', 'partOf', 'service'])

/** A document as it stands in the folder: files by their addresses, services of level 0, nothing that leads nowhere. */
export function rewriteDocument(document: Json, rebase: Rebase): Readonly<{ document: Json; needs: Needs }> {
  const needs = noNeeds()

  const rewrite = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const address = withinSite(value, rebase)
      if (address !== undefined) noteNeeds(address, needs)
      return rebaseText(value, rebase)
    }
    if (Array.isArray(value)) return value.map(rewrite)
    return typeof value === 'object' && value !== null ? rewriteObject(value as Json) : value
  }

  const rewriteObject = (object: Json): Json => {
    const address = withinSite(String(object.id ?? object['@id']), rebase)
    const entries = Object.entries(object).flatMap(([key, value]) => {
      const kept = links.has(key) && Array.isArray(value) ? value.filter(each => !leadsNowhere(each, rebase)) : value
      return Array.isArray(kept) && kept.length === 0 && kept !== value ? [] : [[key, rewrite(kept)] as const]
    })
    return {
      ...Object.fromEntries(entries),
      ...(address !== undefined && object.type === 'ImageService3' && { profile: 'level0' }),
      ...(address !== undefined &&
        Array.isArray(object.language) && { language: languageOf(address, object.language) }),
    }
  }

  return { document: rewriteObject(document), needs }
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
