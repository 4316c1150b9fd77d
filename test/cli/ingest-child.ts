import { ingest } from '../../src/cli/ingest.js'
import { configFrom } from '../../src/config.js'
import { readSettings } from '../../src/settings.js'

/**
 * A process of its own that ingests, for a test to kill or to measure: its words are the data directory and the folder.
 * At its end it sends the most kB that it held resident.
 */
const [data = '', folder = ''] = process.argv.slice(2)
const settings = readSettings({ data, createWorks: true, jobs: '2' })
process.on('exit', () => process.send?.(process.resourceUsage().maxRSS))
await ingest.run({
  operands: [folder],
  settings,
  config: configFrom(settings),
  stdout: process.stdout,
  stderr: process.stderr,
  warn: () => undefined,
  signal: new AbortController().signal,
})
