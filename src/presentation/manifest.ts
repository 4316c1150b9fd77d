import type { Museum, Relatives, Work } from '../catalogue/model.js'
import { workCanvases } from './canvas.js'
import { reference } from './collection.js'
import { contentsOf, noRelatives, pictured, worksShown } from './contents.js'
import type { PresentationContext } from './context.js'
import { homepage } from './homepage.js'
import { kinMetadata } from './kin.js'
import { museumLabel, workTitle } from './label.js'
import { phrase } from './languages.js'
import { rendering, seeAlso } from './links.js'
import { holderEntry, workEntry } from './listing.js'
import { loanDescription } from './loan.js'
import { requiredStatement, workMetadata } from './metadata.js'
import { navDate } from './navigation.js'
import { workThumbnail } from './painting.js'
import { plain } from './plain.js'
import { contentsRange, rangeAt } from './ranges.js'
import { rightsUri } from './rights.js'
import { startAt } from './start.js'
import { type Agent, type Manifest, type Part, presentationContext } from './types.js'
import { webAddress } from './web-address.js'

/** The IIIF manifest of a work: its notice, and a canvas for each of its views and those of its parts. */
export function workManifest(work: Work, context: PresentationContext, relatives = noRelatives): Manifest {
  const { uris } = context
  const summary = plain(work.summary)
  const rights = rightsUri(work.rights?.uri)
  const label = plain(workTitle(work)) ?? {}
  const items = worksShown(work, relatives).flatMap(each => workCanvases(each, context))
  const [first] = items
  const contents = contentsOf(work, relatives)
  const wholes = relatives.whole ? [workEntry(relatives.whole, context)] : []
  return {
    '@context': presentationContext,
    id: uris.manifest(work.id),
    type: 'Manifest',
    label,
    ...(summary ? { summary } : {}),
    ...(rights ? { rights } : {}),
    ...description(work, context, relatives),
    ...workThumbnail(pictured(work, relatives), context),
    ...navDate(work.date),
    seeAlso: seeAlso(work, context),
    rendering: rendering(work, context),
    ...(first?.thumbnail ? { start: startAt(first) } : {}),
    items,
    ...(contents ? { structures: [contentsRange(work, contents, context)] } : {}),
    partOf: [...wholes, holderEntry({ holder: work.museumRecord ?? null }, context)].map(entry =>
      reference(entry, context),
    ),
  }
}

/** Of a borrowed work in its owner's words. */
export const description = (work: Work, context: PresentationContext, relatives: Relatives) =>
  work.loan ? loanDescription(work, work.loan, context) : ownDescription(work, context, relatives)

function ownDescription(work: Work, context: PresentationContext, relatives: Relatives) {
  const { museumRecord } = work
  return {
    metadata: [...workMetadata(work), ...kinMetadata(relatives, context)],
    requiredStatement: requiredStatement(work, context.siteName),
    ...(museumRecord ? { provider: [museumAgent(museumRecord, context)] } : {}),
    homepage: [homepage(context.uris.workPage(work.id), plain(workTitle(work)) ?? {})],
  }
}

/** What stands at an address below a manifest: a canvas, its annotation page, the annotation in that, its scale, or a range. */
export function manifestPart(manifest: Manifest, id: string): Part | undefined {
  const partOf = [{ id: manifest.id, type: manifest.type, label: manifest.label }]
  for (const canvas of manifest.items) {
    const [page] = canvas.items
    if (canvas.id === id) return { '@context': presentationContext, ...canvas, partOf }
    const comments = (canvas.annotations ?? []).flatMap(each => ('items' in each ? [each] : []))
    const part = [page, ...comments].flatMap(each => [each, ...each.items]).find(each => each.id === id)
    if (part) return { '@context': presentationContext, ...part }
    const scale = canvas.service?.find(each => each.id === id)
    if (scale) return scale
  }
  const range = rangeAt(manifest.structures ?? [], id)
  return range && { '@context': presentationContext, ...range, partOf }
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
