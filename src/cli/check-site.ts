import { availableParallelism } from 'node:os'
import { readOnce } from '../catalogue/read-once.js'
import type { Ask, CheckPorts } from '../check/check.js'
import { type Config, checkedTogether, checkThreads, worksForThreads } from '../config.js'
import { DomainError } from '../errors.js'
import { buildApp } from '../http/app.js'
import { imageFinder } from '../http/find-image.js'
import { openServices } from '../services.js'
import { openThreads } from './check-threads.js'

export type Site = Pick<
  CheckPorts,
  'reader' | 'stories' | 'image' | 'writer' | 'storage' | 'dataDirectory' | 'serving' | 'ask' | 'together'
>

/**
 * The site as a server would give it, in this process, without what keeps answers for the next time. So many works are
 * worth threads, each with a site of its own that answers.
 */
export async function withSite(
  config: Config,
  base: string,
  works: number,
  work: (site: Site) => Promise<void>,
): Promise<void> {
  const site = await openSite(config, base)
  const { reader, stories, writer, storage, drawnImages } = site.services
  const find = imageFinder(reader, drawnImages)
  const image = async (id: string) => (await unlessAbsent(find(id, 'image')))?.image
  const ports = { reader, stories, image, writer, storage, dataDirectory: config.dataDirectory, serving: config }
  const count = works < worksForThreads ? 1 : Math.min(availableParallelism(), checkThreads)
  const threads = count > 1 ? openThreads(count, { config, base }) : undefined
  try {
    await work({
      ...ports,
      ...(threads ? { ask: threads.ask, together: checkedTogether * count } : { ask: site.ask, together: 1 }),
    })
  } finally {
    await threads?.close()
    await site.close()
  }
}

/** Withdrawn, or never there. */
async function unlessAbsent<Found>(found: Promise<Found>): Promise<Found | undefined> {
  try {
    return await found
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'gone' || error.code === 'not-found')) return undefined
    throw error
  }
}

export async function openSite(config: Config, base: string) {
  const bare = { ...config, render: { ...config.render, memoryCache: 0, tileMaps: 0, derivatives: 0 } }
  const services = await openServices(bare)
  const app = await buildApp({ ...services, ...readOnce(services) })
  const { host } = new URL(base)
  const ask: Ask = async (path, method) => {
    const { statusCode, headers, body } = await app.inject({ url: path, method, headers: { host } })
    return { status: statusCode, type: String(headers['content-type'] ?? ''), body }
  }
  return {
    services,
    ask,
    async close() {
      await app.close()
      await services.close()
    },
  }
}
