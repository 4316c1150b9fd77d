import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CatalogueReader } from '../catalogue/catalogue.js'
import type { Work } from '../catalogue/model.js'
import { contentStateWanted } from '../pages/details/wanted.js'
import { renderPage } from '../pages/document.js'
import { isWebAddress } from '../pages/rights.js'
import { viewAddress } from '../pages/view-address.js'
import type { ToBeViewed } from '../pages/viewer.js'
import type { Visit } from '../pages/visit.js'
import { type ContentState, readContentState, regionInPixels, regionOn } from '../presentation/content-state.js'
import { detailOf } from '../presentation/details.js'
import { type OurResource, readOurAddress } from '../presentation/our-addresses.js'
import { findWork } from './found.js'
import { sendPage } from './send-page.js'

type Query = Readonly<Record<string, string | string[] | undefined>>

/**
 * Leads to what a content state points at on this site: a work, a view of it, a detail (IIIF Content State 1.0 §3.1).
 * @throws DomainError `gone` or `not-found`
 */
export async function leadTo(
  text: string | string[],
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  reader: CatalogueReader,
): Promise<FastifyReply> {
  const state = typeof text === 'string' ? readContentState(text) : undefined
  const ours = state && oursIn(state, visit.uris.base)
  if (!ours) {
    const page = contentStateWanted(visit, state ? 'foreign' : 'unreadable')
    return sendPage(renderPage(page, visit), request, reply.code(400), visit)
  }
  const work = await findWork(reader, ours.work)
  return reply.header('cache-control', 'no-store').redirect(addressIn(work, ours, state, visit), 303)
}

/** A canvas whose address we do not know may stand in a manifest that we do. */
const oursIn = ({ resource, manifest }: ContentState, base: string): OurResource | undefined =>
  readOurAddress(resource, base) ?? (manifest === undefined ? undefined : readOurAddress(manifest, base))

function addressIn(work: Work, { view: key }: OurResource, { region }: ContentState, visit: Visit): string {
  const index = key === undefined ? 0 : work.views.findIndex(view => view.key === key)
  const view = work.views[index]
  const image = view?.layers[0]?.image
  const box = image && region && key !== undefined ? regionOn(region, image) : undefined
  const detail = view && box && detailOf(work, view, view.layers[0]?.kind ?? 'visible', box)
  return detail ? visit.uris.detail(detail, visit.chosen) : viewAddress(work, Math.max(0, index), visit)
}

/** What a viewer of ours is asked to open, by `?iiif-content=` or `?manifest=`; of any site, as viewers do. */
export function toBeViewed({ manifest, 'iiif-content': text }: Query, { uris }: Visit): ToBeViewed | undefined {
  if (text === undefined) return typeof manifest === 'string' && isWebAddress(manifest) ? { manifest } : undefined
  const state = typeof text === 'string' ? readContentState(text) : undefined
  if (!state) return undefined
  const ours = readOurAddress(state.resource, uris.base)
  const whole = state.manifest ?? (ours?.view === undefined ? undefined : uris.manifest(ours.work))
  if (whole === undefined) return { manifest: state.resource }
  const region = state.region && regionInPixels(state.region)
  return { manifest: whole, canvas: state.resource, ...(region && { region }) }
}
