import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../../services.js'
import type { BaseOf } from '../address.js'
import { answerErrors, answerNothing } from '../errors.js'
import { admitCurators, switchedOff } from './access.js'
import { takeJson } from './bodies.js'
import { deletionApi } from './deletions.js'
import { documentApi } from './documentation.js'
import { draftPictures } from './draft-pictures.js'
import { inApi } from './failures.js'
import { imageApi } from './images.js'
import { journalApi } from './journal.js'
import { museumApi } from './museums.js'
import { openingUploads } from './open-uploads.js'
import { previewApi } from './preview.js'
import { storyApi } from './stories.js'
import { storyReview } from './story-review.js'
import { storyRevisions } from './story-revisions.js'
import { uploadApi } from './uploads.js'
import { validateBySchemas } from './validation.js'
import { viewApi } from './views.js'
import { workApi } from './works.js'

export type ApiOptions = Readonly<{ services: Services; baseOf: BaseOf }>

/**
 * The writing API. Its documentation is open to all; all else asks for a curator's token, answers to no other site's
 * scripts and is kept by no cache.
 */
export const api: FastifyPluginAsync<ApiOptions> = async (app, { services, baseOf }) => {
  const { editor, reader, writer, images, drawnDrafts, stories, config, clock } = services
  const { siteName, pageSize, limits, curators } = config
  app.setErrorHandler(answerErrors(inApi))
  app.setNotFoundHandler(curators.length === 0 ? answerSwitchedOff : answerNothing(inApi))
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store').header('cross-origin-resource-policy', 'same-origin')
  })
  validateBySchemas(app)
  await documentApi(app, siteName, baseOf)

  const uploads = openingUploads(app, services)

  app.register(async guarded => {
    admitCurators(guarded, curators, clock)
    takeJson(guarded)
    guarded.register(museumApi, { editor, baseOf })
    guarded.register(workApi, { editor, baseOf })
    guarded.register(viewApi, { editor, baseOf })
    guarded.register(storyApi, { editor, baseOf })
    guarded.register(storyRevisions, { editor, baseOf })
    guarded.register(storyReview, {
      ...{ editor, reader, stories, bounds: config.stories },
      ...{ siteName, pageSize, limits, baseOf },
    })
    guarded.register(previewApi, { editor, stories, siteName, pageSize, limits, baseOf })
    guarded.register(draftPictures, { editor, drawnDrafts, images, serving: config, baseOf })
    guarded.register(imageApi, { editor, writer, uploads, bounds: config.uploads, baseOf })
    guarded.register(uploadApi, { editor, writer, uploads, bounds: config.uploads, baseOf })
    guarded.register(deletionApi, { editor, baseOf })
    guarded.register(journalApi, { editor, baseOf })
  })
}

const answerSwitchedOff = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  answerErrors(inApi)(switchedOff, request, reply)
