import { basename, join, resolve } from 'node:path'
import type { Readers } from '../catalogue/readers.js'
import type { PublishedStory } from '../catalogue/story.js'
import type { Config } from '../config.js'
import { DomainError } from '../errors.js'
import { allPublished } from '../export/site/contents.js'
import { estimate } from '../export/site/estimate.js'
import { exportSite } from '../export/site/export.js'
import { narrowed } from '../export/site/narrow.js'
import { regionsShown } from '../export/site/regions.js'
import type { Ask, SiteProgress } from '../export/site/writer.js'
import { buildApp } from '../http/app.js'
import { builtDirectory } from '../http/built.js'
import { imageFinder } from '../http/find-image.js'
import { openProgress } from '../import/progress.js'
import { openServices, type Services } from '../services.js'
import type { Invocation } from './command.js'

/** Addresses that the application mints, which no text of a catalogue holds (RFC 6761 §6.4). */
const own = 'http://beffroi.invalid'

const MEGABYTE = 1_000_000

export async function runSiteExport({ operands, settings, config, stderr, stdout, signal, warn }: Invocation) {
  const folder = resolve(operands[0] ?? '')
  const services = await openServices(config, warn)
  try {
    const readers = await chosen(services, settings)
    const regions = settings.regionsOnly ? await regionsShown(readers) : undefined
    const needed = await estimate(readers, services.storage, config, regions)
    const progress = openProgress(stderr, needed.pictures)
    stderr.write(`${basename(folder)}: about ${megabytes(needed.bytes)} for ${needed.pictures} pictures\n`)
    const app = await buildApp(servingOwn(services, readers, config), { level: 'error', stream: stderr })
    const ask: Ask = async path => {
      const { statusCode, headers, rawPayload } = await app.inject({ url: path, headers: { host: 'beffroi.invalid' } })
      return { status: statusCode, type: String(headers['content-type'] ?? ''), body: rawPayload }
    }
    const find = imageFinder(readers.reader, services.drawnImages)
    const done = await exportSite(folder, {
      ask,
      own,
      base: settings.baseUrl?.replace(/\/+$/, ''),
      readers,
      findImage: id => find(id, 'shown-image'),
      images: services.images,
      config,
      assets: join(builtDirectory(), 'assets'),
      regions,
      needed: needed.bytes,
      signal,
      onProgress: ({ pictures }) => progress.show(pictures, `${pictures} pictures`),
    }).finally(() => {
      progress.end()
      return app.close()
    })
    report(folder, done, services, { stderr, stdout })
  } finally {
    await services.close()
  }
}

/** @throws DomainError `not-found` where nothing is published under the name */
async function chosen(services: Services, { kind, slug }: Invocation['settings']): Promise<Readers> {
  if (kind === undefined && slug === undefined) return services
  const found: PublishedStory[] = []
  for await (const published of allPublished(services.stories)) {
    const { story } = published
    if (story.kind === (kind ?? story.kind) && story.slug === (slug ?? story.slug)) found.push(published)
  }
  if (found.length === 0)
    throw new DomainError('not-found', `There is no published ${kind ?? 'story'}${slug ? ` "${slug}"` : ''}.`)
  return narrowed(services, found)
}

const servingOwn = (services: Services, readers: Readers, config: Config): Services => ({
  ...services,
  ...readers,
  config: { ...config, http: { ...config.http, address: { kind: 'fixed', url: own } } },
})

function report(
  folder: string,
  { files, pictures, reused, bytes }: SiteProgress,
  { images }: Services,
  { stderr, stdout }: Pick<Invocation, 'stderr' | 'stdout'>,
): void {
  const name = basename(folder)
  stderr.write(`${name}: ${files} files and ${pictures} pictures, ${reused} as before; ${megabytes(bytes)} written\n`)
  const { tilesPassed, derivativesRead, rendered, tilesDecoded } = images.counters
  const counters = { tilesPassed, derivativesRead, rendered, tilesDecoded }
  stdout.write(`${JSON.stringify({ folder: name, kind: 'site', files, pictures, reused, bytes, ...counters })}\n`)
}

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / MEGABYTE)).toLocaleString('en')} MB`
