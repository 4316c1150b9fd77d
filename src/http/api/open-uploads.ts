import type { FastifyInstance } from 'fastify'
import type { Uploads } from '../../import/uploads/uploads.js'
import type { Services } from '../../services.js'

/** Opens uploads, once. */
export type OpenUploads = () => Promise<Uploads>

/**
 * Uploads are opened when the server listens, so that one that finds its port in use leaves those of the other alone, or
 * by the first who asks. Nothing that ingests is loaded where nobody may write.
 */
export function openingUploads(app: FastifyInstance, services: Services): OpenUploads {
  let opened: Promise<Uploads> | undefined
  const open: OpenUploads = () => {
    opened ??= import('../../import/uploads/uploads.js').then(({ openUploads }) => openUploads(services))
    return opened
  }
  app.addHook('onListen', async () => {
    if (services.config.curators.length > 0) await open()
  })
  app.addHook('onClose', async () => {
    const uploads = await opened?.catch(() => undefined)
    await uploads?.close()
  })
  return open
}
