import type { Test } from 'tap'
import type { Answer, Ask } from '../contract/image-api.js'
import { pyramidOf } from '../image/pyramid-of.js'
import { openSite } from './site.js'

/** A server with one picture. */
export async function gallery(t: Test, id: string, picture: Parameters<typeof pyramidOf>[2], options: object = {}) {
  const site = await openSite(t, options)
  const { config, writer } = site.services
  const image = await pyramidOf(config.dataDirectory, id, picture)
  await writer.putImage(image)
  const ask: Ask = async (path, { method = 'GET', headers = {} } = {}) => {
    const answer = await site.app.inject({ method, url: path, headers: { host: 'museum.example.org', ...headers } })
    return { status: answer.statusCode, headers: answer.headers as Answer['headers'], body: answer.rawPayload }
  }
  return { ...site, image, ask }
}
