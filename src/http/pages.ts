import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Slice } from '../catalogue/catalogue.js'
import { type LayerKind, layerKinds, type Work } from '../catalogue/model.js'
import { storyKinds } from '../catalogue/story.js'
import { DomainError } from '../errors.js'
import { hostsOf } from '../pages/copies.js'
import { type Page, renderPage } from '../pages/document.js'
import { failurePage } from '../pages/failure.js'
import { homeHanging, homePage } from '../pages/home.js'
import { museumPage } from '../pages/museum.js'
import { museumsPage } from '../pages/museums.js'
import { renderEmbed } from '../pages/story/embed.js'
import { imagesOf } from '../pages/story/story.js'
import { manifestWanted, renderViewer, type ViewerName, viewers } from '../pages/viewer.js'
import type { Visit } from '../pages/visit.js'
import { type Shown, workPage } from '../pages/work.js'
import { type WorkPage, worksPage } from '../pages/works.js'
import { siteLanguages } from '../presentation/languages.js'
import { storyFolders } from '../presentation/story-uris.js'
import { pageAsked, type Query, wholeNumber } from './asked.js'
import { readAssets } from './built.js'
import { leadTo, toBeViewed } from './content-states.js'
import { detailRoutes } from './details.js'
import { answerErrors, answerNothing, type Dialect } from './errors.js'
import { findMuseum, findWorkInFull } from './found.js'
import { pagePolicy, viewerPolicies } from './page-headers.js'
import { sendPage } from './send-page.js'
import type { SiteOptions } from './site.js'
import {
  listOfStories,
  mostAppearances,
  newestStories,
  pageOfStory,
  type StorySources,
  toldStory,
} from './story-pages.js'
import { type VisitOf, visitsTo } from './visits.js'

type Asked = { Params: { id: string }; Querystring: Query }
type PageRequest = FastifyRequest<Asked>
type PageLoader = (request: PageRequest, visit: Visit) => Promise<Page>

/** The pages for people, at addresses of their own in each language and at one that follows the reader's preference. */
export const pageRoutes: FastifyPluginAsync<SiteOptions> = async (app, options) => {
  const visitOf = visitsTo(options, readAssets())
  const pages = pageLoaders(options)
  app.setErrorHandler(answerErrors(inHtml(visitOf)))
  app.setNotFoundHandler(answerNothing(inHtml(visitOf)))

  for (const chosen of [undefined, ...siteLanguages]) {
    const prefix = chosen ? `/${chosen}` : ''
    for (const [path, load] of Object.entries(pages)) {
      const show = async (request: PageRequest, reply: FastifyReply) => {
        const visit = visitOf(request)
        const state = request.query['iiif-content']
        if (state !== undefined) return leadTo(state, request, reply, visit, options)
        const page = await load(request, visit)
        return sendPage(renderPage(page, visit), request, reply, visit, pagePolicy(page.hosts))
      }
      app.get<Asked>(`${prefix}${path}`, show)
      if (prefix && path === '/') app.get<Asked>(prefix, show)
    }
    viewerRoutes(app, prefix, visitOf)
    detailRoutes(app, prefix, visitOf, options.reader)
    embedRoutes(app, prefix, visitOf, options)
  }
}

/** The table of pages. */
const pageLoaders = ({ reader, stories, pageSize }: StorySources): Readonly<Record<string, PageLoader>> => ({
  async '/'(_request, visit) {
    const [museums, counts, works, toRead] = await Promise.all([
      reader.museums(),
      reader.countWorks({}),
      reader.listWorks({}, { offset: 0, limit: homeHanging + 1 }),
      newestStories(reader, stories),
    ])
    return homePage({ museums, counts, works, toRead }, visit)
  },

  async '/works'(request, visit) {
    const { works: total } = await reader.countWorks({})
    return worksPage(await pageOfWorks(request, total, pageSize, slice => reader.listWorks({}, slice)), visit)
  },

  async '/works/:id'(request, visit) {
    const { id } = request.params
    const full = await findWorkInFull(reader, id)
    const appearsIn = await stories.showing(id, mostAppearances)
    return workPage(full.work, shown(full.work, request.query), visit, full.relatives, appearsIn)
  },

  async '/museums'(_request, visit) {
    return museumsPage(await reader.museums(), visit)
  },

  async '/museums/:id'(request, visit) {
    const { id } = request.params
    const museum = await findMuseum(reader, id)
    const list = (slice: Slice) => reader.listWorks({ museum: id }, slice)
    return museumPage(museum, await pageOfWorks(request, museum.works, pageSize, list), visit)
  },

  '/analyses': ({ query }, visit) => listOfStories('analysis', query, { reader, stories, pageSize }, visit),

  '/analyses/:id': (request, visit) => pageOfStory('analysis', request, { reader, stories, pageSize }, visit),

  '/exhibitions': ({ query }, visit) => listOfStories('exhibition', query, { reader, stories, pageSize }, visit),

  '/exhibitions/:id': (request, visit) => pageOfStory('exhibition', request, { reader, stories, pageSize }, visit),
})

function viewerRoutes(app: FastifyInstance, prefix: string, visitOf: VisitOf): void {
  for (const viewer of Object.keys(viewers) as ViewerName[]) {
    app.get<Asked>(`${prefix}/viewers/${viewer}`, async (request, reply) => {
      const visit = visitOf(request)
      const target = toBeViewed(request.query, visit)
      if (target) {
        const html = renderViewer(viewer, target, visit)
        return sendPage(html, request, reply, visit, viewerPolicies[viewer])
      }
      return sendPage(renderPage(manifestWanted(viewer, visit), visit), request, reply.code(400), visit)
    })
  }
}

/** Stories for frames on other sites' pages. */
function embedRoutes(app: FastifyInstance, prefix: string, visitOf: VisitOf, sources: StorySources): void {
  for (const kind of storyKinds) {
    app.get<Asked>(`${prefix}/${storyFolders[kind]}/:id/embed`, async (request, reply) => {
      const visit = visitOf(request)
      const { published, shown } = await toldStory(kind, request, sources)
      const policy = pagePolicy(hostsOf(imagesOf(shown)), '*')
      return sendPage(renderEmbed(published, shown, visit), request, reply, visit, policy)
    })
  }
}

/** Which view and layer the address asks for; the first in visible light where it names none. */
function shown(work: Work, query: Query): Shown {
  const view = query.view === undefined ? work.views[0] : work.views[wholeNumber(query.view, 'view') - 1]
  if (query.view !== undefined && !view) throw new DomainError('not-found', 'This work has no such view.')
  const layer: LayerKind | undefined = layerKinds.find(kind => kind === query.layer) ?? view?.layers[0]?.kind
  return { view, layer: layer ?? 'visible' }
}

async function pageOfWorks(
  request: PageRequest,
  total: number,
  pageSize: number,
  list: (slice: Slice) => Promise<readonly Work[]>,
): Promise<WorkPage> {
  const { page, pages } = pageAsked(request.query, total, pageSize)
  return { works: await list({ offset: (page - 1) * pageSize, limit: pageSize }), total, page, pages }
}

/** How pages word their failures: as a page in the reader's language. */
const inHtml =
  (visitOf: VisitOf): Dialect =>
  (reply, { code, status, details }) => {
    const visit = visitOf(reply.request)
    reply.header('content-security-policy', pagePolicy()).type('text/html; charset=utf-8')
    reply.header('content-language', visit.language).header('vary', 'Accept-Language')
    return reply.send(renderPage(failurePage(code, status, visit, details?.kind), visit))
  }
