import type { Museum, Work } from '../catalogue/model.js'
import { workCanvases } from './canvas.js'
import { reference } from './collection.js'
import type { PresentationContext } from './context.js'
import { homepage } from './homepage.js'
import { museumLabel, workTitle } from './label.js'
import { phrase } from './languages.js'
import { rendering, seeAlso } from './links.js'
import { holderEntry } from './listing.js'
import { requiredStatement, workMetadata } from './metadata.js'
import { navDate } from './navigation.js'
import { workThumbnail } from './painting.js'
import { plain } from './plain.js'
import { rightsUri } from './rights.js'
import { type Agent, type Manifest, type Part, presentationContext } from './types.js'
import { webAddress } from './web-address.js'

/** The IIIF manifest of a work: its notice, and a canvas for each of its views. */
export function workManifest(work: Work, context: PresentationContext): Manifest {
  const { uris, siteName } = context
  const summary = plain(work.summary)
  const rights = rightsUri(work.rights?.uri)
  const label = plain(workTitle(work)) ?? {}
  const items = workCanvases(work, context)
  const [first] = items
  return {
    '@context': presentationContext,
    id: uris.manifest(work.id),
    type: 'Manifest',
    label,
    ...(summary ? { summary } : {}),
    metadata: workMetadata(work),
    requiredStatement: requiredStatement(work, siteName),
    ...(rights ? { rights } : {}),
    ...(work.museumRecord ? { provider: [museumAgent(work.museumRecord, context)] } : {}),
    homepage: [homepage(uris.workPage(work.id), label)],
    ...workThumbnail(work, context),
    ...navDate(work.date),
    seeAlso: seeAlso(work, context),
    rendering: rendering(work, context),
    ...(first && work.views.length > 0 ? { start: { id: first.id, type: first.type } } : {}),
    items,
    partOf: [reference(holderEntry({ holder: work.museumRecord ?? null }, context), context)],
  }
}

/** What stands at an address below a manifest: a canvas, its annotation page, the annotation in that, or its scale. */
export function manifestPart(manifest: Manifest, id: string): Part | undefined {
  const partOf = [{ id: manifest.id, type: manifest.type, label: manifest.label }]
  for (const canvas of manifest.items) {
    const [page] = canvas.items
    if (canvas.id === id) return { '@context': presentationContext, ...canvas, partOf }
    const part = [page, ...page.items].find(each => each.id === id)
    if (part) return { '@context': presentationContext, ...part }
    const scale = canvas.service?.find(each => each.id === id)
    if (scale) return scale
  }
  return undefined
}

export function museumAgent(museum: Museum, { uris }: PresentationContext): Agent {
  const label = plain(museumLabel(museum)) ?? {}
  const page = uris.museumPage(museum.id)
  const own = homepage(page, label)
  const website = webAddress(museum.website)
  return {
    id: page,
    type: 'Agent',
    label,
    homepage: website ? [{ id: website, type: 'Text', label: phrase(officialSite), format: 'text/html' }, own] : [own],
  }
}

const officialSite = { fr: 'Site du musée', en: 'The museum’s own site', nl: 'Website van het museum' } as const
