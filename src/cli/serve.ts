import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { buildApp } from '../http/app.js'
import { gatherLines } from '../http/lines.js'
import { drain, listen } from '../http/listen.js'
import type { DemonstrationState } from '../import/demonstration.js'
import { openServices, type Services } from '../services.js'
import type { Command, Invocation } from './command.js'

export const serve: Command = {
  summary: 'serves the collections: pages, pictures and IIIF documents',
  operands: '',
  arity: [0, 0],
  details: `
Serves what the data directory holds until it is told to stop (Ctrl-C, or SIGTERM). It then accepts nothing new, lets
requests finish for --drain-seconds, and ends; a second signal ends it at once.

Behind a proxy, set --base-url, or let the proxy send X-Forwarded-Proto and X-Forwarded-Host and name it in
--trust-proxy.

Example: beffroi serve --data /srv/beffroi --base-url https://collections.example.org`,
  options: [
    'host',
    'port',
    'baseUrl',
    'trustProxy',
    'drainSeconds',
    'demo',
    'siteName',
    'cacheSeconds',
    'maxWidth',
    'maxHeight',
    'maxArea',
    'background',
    'renderJobs',
    'renderQueue',
    'heavyJobs',
    'heavyQueue',
    'renderMemoryMb',
    'memoryCacheMb',
    'sendingMb',
    'tileMapsMb',
    'derivativesMb',
    'openPyramids',
    'pageSize',
    'apiToken',
    'deletedDays',
    'uploadMaxMb',
    'uploadJobs',
    'uploadHours',
    'quality',
    'maxPixels',
  ],

  async run({ config, settings, stderr, signal, warn }: Invocation) {
    setFlagsFromString(collectingSeldom)
    const services = await openServices(config, warn)
    const lines = gatherLines(stderr)
    try {
      if (settings.demo) await demonstrate(services, { stderr, signal })
      if (signal.aborted) return
      const app = await buildApp(services, { level: config.logLevel, stream: lines })
      const address = await listen(app, config.http)
      stderr.write(`Beffroi serves ${config.siteName} at ${address}\n`)
      if (!signal.aborted) await once(signal, 'abort')
      const { drainSeconds } = config.http
      stderr.write(`Stopping; requests have ${drainSeconds} s to finish.\n`)
      const complete = await drain(app, drainSeconds)
      stderr.write(complete ? 'Stopped.\n' : `Stopped; requests that took longer than ${drainSeconds} s were cut.\n`)
    } finally {
      lines.flush()
      await services.close()
    }
  },
}

/**
 * Pictures pass through in memory that V8 counts as its own: left alone, it goes through the whole heap after every 8 MB
 * of them. So it waits until what is alive has tripled (docs/performance.md).
 */
const collectingSeldom = '--heap-growing-percent=200'

async function demonstrate(services: Services, watch: Pick<Invocation, 'stderr' | 'signal'>): Promise<void> {
  // Here, since other servers start faster without all that draws and ingests
  const { demonstrationState, loadDemonstration } = await import('../import/demonstration.js')
  if (wanting.has(await demonstrationState(services))) await loadDemonstration(services, watch)
}

/** A first start that was interrupted is finished by the next. */
const wanting: ReadonlySet<DemonstrationState> = new Set(['absent', 'partial'])
