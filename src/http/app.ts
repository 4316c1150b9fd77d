import { type FastifyInstance, fastify } from 'fastify'
import type { Services } from '../services.js'
import { baseOfRequests, trustOf } from './address.js'
import { api } from './api/api.js'
import { assetRoutes } from './assets.js'
import { compressReplies } from './compression.js'
import { descriptionRoutes } from './descriptions.js'
import { documentSender } from './documents.js'
import { answerErrors, answerNothing, inJson, inText } from './errors.js'
import { openExpressLane } from './express.js'
import { imageFinder } from './find-image.js'
import { answerPreflights, commonHeaders, iiifHeaders } from './headers.js'
import { healthRoutes } from './health.js'
import { imageRoutes } from './image.js'
import { keepAnswers } from './kept.js'
import type { LineStream } from './lines.js'
import { closeConnectionsWhileDraining } from './listen.js'
import { rememberWishes } from './negotiate.js'
import { pageRoutes } from './pages.js'
import { presentationRoutes } from './presentation.js'
import { boundsOfRequests, closeUnfinished, RequestLog, requestId } from './requests.js'
import { searchRoutes } from './search.js'
import { openSending } from './sending.js'
import { storyDataRoutes } from './story-data.js'
import { answerUnreadable } from './unreadable.js'

/** Where log lines go, and from which level on. */
export type Log = Readonly<{ level: string; stream: LineStream }>

/** The whole server, not yet listening: tests and `beffroi get` inject requests into it. */
export async function buildApp(services: Services, log?: Log): Promise<FastifyInstance> {
  const { config, reader, stories, images, drawnImages } = services
  const { siteName, pageSize, limits } = config
  const answers = keepAnswers(config.render.memoryCache)
  const sending = openSending(config.http.sending)
  const { address, cacheSeconds } = config.http
  const baseOf = baseOfRequests(address)
  const wishOf = rememberWishes()
  const sendDocument = documentSender({ answers, reader, baseOf, wishOf })
  const site = { reader, stories, siteName, pageSize, limits, baseOf }
  const documents = { ...site, sendDocument }

  const app = fastify({
    ...boundsOfRequests(config),
    ...(log ? { logger: { level: log.level, stream: log.stream } } : {}),
    logController: new RequestLog(),
    genReqId: requestId,
    trustProxy: trustOf(address),
    // While it drains, the server answers what arrives on connections it has (see listen.ts)
    return503OnClosing: false,
    frameworkErrors: answerErrors(inJson),
    clientErrorHandler: answerUnreadable,
  })
  app.addHook('onRequest', commonHeaders)
  app.addHook('onSend', closeUnfinished)
  app.setErrorHandler(answerErrors(inJson))
  closeConnectionsWhileDraining(app)
  await compressReplies(app)

  app.register(healthRoutes, { reader })
  app.register(
    async iiif => {
      iiif.addHook('onRequest', iiifHeaders)
      iiif.setNotFoundHandler(answerNothing(inJson))
      answerPreflights(iiif)
      for (const version of [3, 2] as const) {
        iiif.register(presentationRoutes, { prefix: `/presentation/${version}`, version, ...documents })
      }
      for (const version of [1, 2] as const) {
        iiif.register(searchRoutes, { prefix: `/search/${version}`, version, ...documents })
      }
      iiif.register(async scope => {
        scope.setErrorHandler(answerErrors(inText))
        const findImage = imageFinder(reader, drawnImages)
        const shared = {
          reader,
          findImage,
          images,
          answers,
          sendDocument,
          sending,
          serving: config,
          cacheSeconds,
          baseOf,
        }
        scope.register(imageRoutes, { prefix: '/image/3', version: 3, ...shared })
        scope.register(imageRoutes, { prefix: '/image/2', version: 2, ...shared })
      })
    },
    { prefix: '/iiif' },
  )
  app.register(storyDataRoutes, { reader, stories, sendDocument })
  app.register(descriptionRoutes, documents)
  app.register(api, { prefix: '/api', services, baseOf })
  app.register(assetRoutes)
  app.register(pageRoutes, site)
  openExpressLane(app, { answers, reader, baseOf, wishOf })
  return app
}
