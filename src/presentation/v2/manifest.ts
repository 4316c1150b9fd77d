import type { Work } from '../../catalogue/model.js'
import type { PresentationContext } from '../context.js'
import { workTitle } from '../label.js'
import { rendering, seeAlso } from '../links.js'
import { holderEntry, workEntry } from '../listing.js'
import { museumAgent } from '../manifest.js'
import { requiredStatement, workMetadata } from '../metadata.js'
import { navDate } from '../navigation.js'
import { plain } from '../plain.js'
import { rightsUri } from '../rights.js'
import type { Link as Link3 } from '../types.js'
import { webAddress } from '../web-address.js'
import { workCanvases } from './canvas.js'
import { reference } from './collection.js'
import { workThumbnail } from './painting.js'
import { labelled, texts } from './texts.js'
import { type Link, type Manifest, type Part, presentationContext2, type Sequence } from './types.js'

/** The manifest of a work in version 2.1: its notice, and a sequence of one canvas for each of its views. */
export function workManifest(work: Work, context: PresentationContext): Manifest {
  const { uris, siteName } = context
  const summary = plain(work.summary)
  const license = rightsUri(work.rights?.uri) ?? webAddress(work.rights?.uri)
  return {
    '@context': presentationContext2,
    '@id': uris.manifest(work.id),
    '@type': 'sc:Manifest',
    label: texts(plain(workTitle(work)) ?? {}),
    ...(summary ? { description: texts(summary) } : {}),
    metadata: workMetadata(work).map(labelled),
    attribution: texts(requiredStatement(work, siteName).value),
    // Any address may stand here, not those of Creative Commons and RightsStatements.org alone (§3.2)
    ...(license ? { license } : {}),
    ...workThumbnail(work, context),
    ...navDate(work.date),
    related: relatedPages(work, context),
    seeAlso: seeAlso(work, context).map(link),
    rendering: rendering(work, context).map(link),
    within: reference(holderEntry({ holder: work.museumRecord ?? null }, context), context),
    viewingHint: 'individuals',
    sequences: [workSequence(work, context)],
  }
}

function workSequence(work: Work, context: PresentationContext): Sequence {
  const canvases = workCanvases(work, context)
  const [first] = canvases
  return {
    '@id': context.uris.sequence(work.id),
    '@type': 'sc:Sequence',
    viewingHint: 'individuals',
    ...(first && work.views.length > 0 ? { startCanvas: first['@id'] } : {}),
    canvases,
  }
}

const link = ({ id, label, format, profile }: Link3): Link => ({
  '@id': id,
  label: texts(label),
  format,
  ...(profile === undefined ? {} : { profile }),
})

/** The work's own page, and its museum's. */
function relatedPages(work: Work, context: PresentationContext): readonly Link[] {
  const museum = work.museumRecord && museumAgent(work.museumRecord, context)
  const page = { id: context.uris.workPage(work.id), label: plain(workTitle(work)) ?? {} }
  const pages = [page, ...(museum?.homepage ?? [])]
  return pages.map(({ id, label }) => ({ '@id': id, label: texts(label), format: 'text/html' }))
}

/** What stands at an address below a manifest: its sequence, a canvas, the list of its painting, or the painting. */
export function manifestPart(work: Work, id: string, context: PresentationContext): Part | undefined {
  const within = reference(workEntry(work, context), context)
  const sequence = workSequence(work, context)
  if (sequence['@id'] === id) return { '@context': presentationContext2, ...sequence }
  for (const { key } of [...work.views, { key: 'none' }]) {
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
  return undefined
}
