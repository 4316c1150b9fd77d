import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { CatalogueReader } from '../catalogue/catalogue.js'
import { DomainError } from '../errors.js'
import type { DetailShown } from '../pages/details/addresses.js'
import { detailPage } from '../pages/details/detail.js'
import { renderDetailEmbed } from '../pages/details/embed.js'
import { detailWanted } from '../pages/details/wanted.js'
import { renderPage } from '../pages/document.js'
import { findDetail, readDetail, type SharedDetail } from '../presentation/details.js'
import type { Query } from './asked.js'
import { findWork } from './found.js'
import { pagePolicy } from './page-headers.js'
import { sendPage } from './send-page.js'
import type { VisitOf } from './visits.js'

type Asked = {
  Params: Readonly<{ work: string; region: string; size: string }>
  Querystring: Query
}

/** Details at their permanent addresses, and for frames on other sites' pages. */
export function detailRoutes(app: FastifyInstance, prefix: string, visitOf: VisitOf, reader: CatalogueReader): void {
  const address = `${prefix}/d/:work/:region/:size`
  app.get<Asked>(address, async (request, reply) => {
    const detail = detailAsked(request)
    if (!detail) return unreadable(request, reply, visitOf)
    const visit = visitOf(request)
    const page = detailPage(await shownOf(detail, reader), visit)
    return sendPage(renderPage(page, visit), request, reply, visit, pagePolicy(page.hosts))
  })
  app.get<Asked>(`${address}/embed`, async (request, reply) => {
    const detail = detailAsked(request)
    if (!detail) return unreadable(request, reply, visitOf)
    const visit = visitOf(request)
    const shown = await shownOf(detail, reader)
    const { hosts } = detailPage(shown, visit)
    return sendPage(renderDetailEmbed(shown, visit), request, reply, visit, pagePolicy(hosts, '*'))
  })
}

/** Undefined where the address says no region of a picture: its page then says what it should say. */
function detailAsked({ params, query, log }: FastifyRequest<Asked>): SharedDetail | undefined {
  try {
    return readDetail({ ...params, view: query.view, layer: query.layer })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    log.debug({ err: error }, 'request refused')
    return undefined
  }
}

/** @throws DomainError `gone` or `not-found` */
async function shownOf(detail: SharedDetail, reader: CatalogueReader): Promise<DetailShown> {
  const work = await findWork(reader, detail.work)
  const found = findDetail(detail, work)
  if (!found) throw new DomainError('not-found', 'This work has no such view.')
  return { work, detail, found }
}

function unreadable(request: FastifyRequest, reply: FastifyReply, visitOf: VisitOf): FastifyReply {
  const visit = visitOf(request)
  return sendPage(renderPage(detailWanted(visit), visit), request, reply.code(400), visit)
}
