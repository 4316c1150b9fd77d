import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Work } from '../catalogue/model.js'
import type { Readers } from '../catalogue/readers.js'
import { contentStateWanted } from '../pages/details/wanted.js'
import { renderPage } from '../pages/document.js'
import { isWebAddress } from '../pages/rights.js'
import { viewAddress } from '../pages/view-address.js'
import type { ToBeViewed } from '../pages/viewer.js'
import type { Visit } from '../pages/visit.js'
import { type ContentState, readContentState, regionInPixels, regionOn } from '../presentation/content-state.js'
import { detailOf } from '../presentation/details.js'
import { siteLanguages } from '../presentation/languages.js'
import {
  isStory,
  type OurResource,
  type OurStory,
  type OurWork,
  readOurAddress,
} from '../presentation/our-addresses.js'
import { partNamed } from '../presentation/stories/part-named.js'
import type { Uris } from '../presentation/uris.js'
import type { Query } from './asked.js'
import { findStory, findWork } from './found.js'
import { sendPage } from './send-page.js'

/**
 * Leads to what a content state points at on this site (IIIF Content State 1.0 §3.1): a work, a view of it, a detail; a
 * story, and there to its step, block or section.
 * @throws DomainError `gone` or `not-found`
 */
export async function leadTo(
  text: string | string[],
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  sources: Readers,
): Promise<FastifyReply> {
  const state = typeof text === 'string' ? readContentState(text) : undefined
  const ours = state && oursIn(state, visit.uris.base)
  if (!ours) {
    const page = contentStateWanted(visit, state ? 'foreign' : 'unreadable')
    return sendPage(renderPage(page, visit), request, reply.code(400), visit)
  }
  const address = isStory(ours)
    ? await addressInStory(ours, state, visit, sources)
    : addressIn(await findWork(sources.reader, ours.work), ours, state, visit)
  return reply.header('cache-control', 'no-store').redirect(address, 303)
}

/** What is said of a canvas tells more than the canvas; one whose address we do not know may stand in a manifest that we do. */
function oursIn({ annotation, resource, manifest }: ContentState, base: string): OurResource | undefined {
  for (const address of [annotation, resource, manifest]) {
    const ours = address === undefined ? undefined : readOurAddress(address, base)
    if (ours) return ours
  }
  return undefined
}

async function addressInStory(
  ours: OurStory,
  { region }: ContentState,
  { uris, chosen }: Visit,
  { reader, stories }: Readers,
): Promise<string> {
  const { story: kind, slug, form } = ours
  const { story } = await findStory(reader, stories, kind, slug, form.revision)
  const [work] = story.kind === 'analysis' ? await reader.works([story.work]) : []
  const language = chosen ?? siteLanguages.find(each => each === form.language)
  const page = uris.storyPage(kind, slug, {
    ...(language && { language }),
    ...(form.revision && { revision: form.revision }),
  })
  const part = partNamed(story, ours, region, work)
  return part === undefined ? page : `${page}#${part}`
}

function addressIn(work: Work, { view: key }: OurWork, { region }: ContentState, visit: Visit): string {
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
  const whole = state.manifest ?? (ours && wholeOf(ours, uris))
  if (whole === undefined) return { manifest: state.resource }
  const region = state.region && regionInPixels(state.region)
  // Ids of a manifest that was named are of its version
  const asWritten = !ours || !isStory(ours) || (state.manifest !== undefined && ours.comment === undefined)
  const canvas = asWritten ? state.resource : canvasOf(ours, uris)
  return { manifest: whole, ...(canvas && { canvas }), ...(canvas && region && { region }) }
}

/** The manifest of a view or of a part of a story; of a manifest itself none. */
function wholeOf(ours: OurResource, uris: Uris): string | undefined {
  if (!isStory(ours)) return ours.view === undefined ? undefined : uris.manifest(ours.work)
  const { story, slug, form, canvas, range } = ours
  return canvas === undefined && range === undefined ? undefined : uris.story(story, slug, form).manifest()
}

const canvasOf = ({ story, slug, form, canvas }: OurStory, uris: Uris): string | undefined =>
  canvas === undefined ? undefined : uris.story(story, slug, form).canvas(canvas)
