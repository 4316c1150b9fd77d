import type { Museum, Work } from '../catalogue/model.js'
import { workCanvases } from './canvas.js'
import { collectionReference } from './collection.js'
import type { PresentationContext } from './context.js'
import { homepage } from './homepage.js'
import { museumLabel, workTitle } from './label.js'
import { phrase } from './languages.js'
import { loanDescription } from './loan.js'
import { requiredStatement, workMetadata } from './metadata.js'
import { workThumbnail } from './painting.js'
import { plain } from './plain.js'
import { rightsUri } from './rights.js'
import { type Agent, type Manifest, type Part, presentationContext } from './types.js'

/** The IIIF manifest of a work: its notice, and a canvas for each of its views. */
export function workManifest(work: Work, context: PresentationContext): Manifest {
  const { uris } = context
  const summary = plain(work.summary)
  const rights = rightsUri(work.rights?.uri)
  const label = plain(workTitle(work)) ?? {}
  return {
    '@context': presentationContext,
    id: uris.manifest(work.id),
    type: 'Manifest',
    label,
    ...(summary ? { summary } : {}),
    ...(rights ? { rights } : {}),
    ...(work.loan ? loanDescription(work, work.loan, context) : ownDescription(work, context)),
    ...workThumbnail(work, context),
    items: workCanvases(work, context),
    partOf: [collectionReference(work.museumRecord ?? null, context)],
  }
}

function ownDescription(work: Work, context: PresentationContext) {
  const { museumRecord } = work
  return {
    metadata: workMetadata(work),
    requiredStatement: requiredStatement(work, context.siteName),
    ...(museumRecord ? { provider: [museumAgent(museumRecord, context)] } : {}),
    homepage: [homepage(context.uris.workPage(work.id), plain(workTitle(work)) ?? {})],
  }
}

/** What stands at an address below a manifest: a canvas, its annotation page, or the annotation in that. */
export function manifestPart(manifest: Manifest, id: string): Part | undefined {
  const partOf = [{ id: manifest.id, type: manifest.type, label: manifest.label }]
  for (const canvas of manifest.items) {
    const [page] = canvas.items
    if (canvas.id === id) return { '@context': presentationContext, ...canvas, partOf }
    const part = [page, ...page.items].find(each => each.id === id)
    if (part) return { '@context': presentationContext, ...part }
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

/** An http(s) address in the characters of RFC 3986; other words in that field of a catalogue are no address. */
function webAddress(text: string | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined
  const { href } = new URL(text)
  return /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/.test(href) ? href : undefined
}
