import type { Relatives, Work } from '../../catalogue/model.js'
import { emptyView } from '../canvas.js'
import { contentsOf, noRelatives, pictured, worksShown } from '../contents.js'
import type { PresentationContext } from '../context.js'
import { workTitle } from '../label.js'
import { rendering, seeAlso } from '../links.js'
import { holderEntry, workEntry } from '../listing.js'
import { description, museumAgent } from '../manifest.js'
import { navDate } from '../navigation.js'
import { plain } from '../plain.js'
import { rightsUri } from '../rights.js'
import type { Homepage } from '../types.js'
import { webAddress } from '../web-address.js'
import { workCanvases } from './canvas.js'
import { reference } from './collection.js'
import { link, pageLink } from './links.js'
import { workThumbnail } from './painting.js'
import { contentsRanges } from './ranges.js'
import { statedRights } from './rights.js'
import { labelled, texts } from './texts.js'
import { type Link, type Manifest, type Part, presentationContext2, type Sequence } from './types.js'

/** The manifest of a work in version 2.1: its notice, and a sequence of one canvas for each of its views and its parts'. */
export function workManifest(work: Work, context: PresentationContext, relatives = noRelatives): Manifest {
  const { uris } = context
  const { metadata, requiredStatement, homepage } = description(work, context, relatives)
  const summary = plain(work.summary)
  const contents = contentsOf(work, relatives)
  const holder = reference(holderEntry({ holder: work.museumRecord ?? null }, context), context)
  const wholes = relatives.whole ? [reference(workEntry(relatives.whole, context), context)] : []
  const statement = rightsUri(work.rights?.uri)
  const license = statement ?? webAddress(work.rights?.uri)
  return {
    '@context': presentationContext2,
    '@id': uris.manifest(work.id),
    '@type': 'sc:Manifest',
    label: texts(plain(workTitle(work)) ?? {}),
    ...(summary ? { description: texts(summary) } : {}),
    metadata: [...metadata.map(labelled), ...statedRights(statement)],
    attribution: texts(requiredStatement.value),
    // Any address may stand here, not those of Creative Commons and RightsStatements.org alone (§3.2)
    ...(license ? { license } : {}),
    ...workThumbnail(pictured(work, relatives), context),
    ...navDate(work.date),
    related: relatedPages(homepage, work, context, relatives),
    seeAlso: seeAlso(work, context).map(link),
    rendering: rendering(work, context).map(link),
    within: wholes.length > 0 ? [...wholes, holder] : holder,
    viewingHint: 'individuals',
    sequences: [workSequence(work, context, relatives)],
    ...(contents ? { structures: contentsRanges(work, contents, context) } : {}),
  }
}

function workSequence(work: Work, context: PresentationContext, relatives: Relatives): Sequence {
  const canvases = worksShown(work, relatives).flatMap(each => workCanvases(each, context))
  const [first] = canvases
  return {
    '@id': context.uris.sequence(work.id),
    '@type': 'sc:Sequence',
    viewingHint: 'individuals',
    ...(first?.thumbnail ? { startCanvas: first['@id'] } : {}),
    canvases,
  }
}

/** The pages of the work, its museum and the works related to it. */
function relatedPages(
  homepage: readonly Homepage[],
  work: Work,
  context: PresentationContext,
  { related }: Relatives,
): readonly Link[] {
  const museum = work.museumRecord && museumAgent(work.museumRecord, context)
  const pageOf = (each: Work) => ({ id: context.uris.workPage(each.id), label: plain(workTitle(each)) ?? {} })
  const pages = [...homepage, ...(museum?.homepage ?? []), ...related.map(pageOf)]
  return pages.map(({ id, label }) => pageLink(id, label))
}

/** What stands at an address below a manifest: its sequence, a canvas, the list of its painting, the painting, or a range. */
export function manifestPart(
  { sequences: [sequence], structures }: Manifest,
  work: Work,
  id: string,
  context: PresentationContext,
): Part | undefined {
  const within = reference(workEntry(work, context), context)
  if (sequence['@id'] === id) return { '@context': presentationContext2, ...sequence }
  for (const { key } of [...work.views, emptyView]) {
    const canvas = sequence.canvases.find(each => each['@id'] === context.uris.canvas(work.id, key))
    if (!canvas) continue
    if (canvas['@id'] === id) return { '@context': presentationContext2, ...canvas, within }
    const list = context.uris.annotationPage(work.id, key)
    if (list === id) {
      return { '@context': presentationContext2, '@id': id, '@type': 'sc:AnnotationList', resources: canvas.images }
    }
    const annotation = canvas.images.find(each => each['@id'] === id)
    if (annotation) return { '@context': presentationContext2, ...annotation }
  }
  const range = structures?.find(each => each['@id'] === id)
  return range && { '@context': presentationContext2, ...range, within }
}
