import { basename } from 'node:path'
import { DomainError } from '../errors.js'
import { type Imported, importFile, type Source } from '../import/import-file.js'
import { openProgress } from '../import/progress.js'
import { reportJson, reportText } from '../import/report.js'
import { openServices, type Services } from '../services.js'
import type { Command, Invocation } from './command.js'
import { noReport, openReport } from './report-file.js'

export const importCommand: Command = {
  summary: 'bring museums or works in from a catalogue file',
  operands: 'FILE',
  arity: [1, 1],
  details: `
--format museofile reads the Ministry of Culture's register of the musées de France.
--format csv reads any CSV of works or museums; --mapping names the file that says what its
columns mean. docs/importing.md explains mappings, and manifests/mappings/ holds examples.

What is new is created, what differs is updated, what is the same is left alone; nothing is
deleted. Every value that is not understood is kept verbatim and reported by line and column:
the report goes to stderr with the first values of each kind, all of them to --report FILE,
and the counts as one line of JSON to stdout.

  beffroi import museofile.csv --format museofile
  beffroi import works.csv --format csv --mapping mapping.json --dry-run`,
  options: ['format', 'mapping', 'dryRun', 'draft', 'report'],
  async run(invocation) {
    const { settings, config, signal } = invocation
    const source = sourceFrom(invocation)
    const services = await openServices(config)
    try {
      tell(await bringIn(source, services, invocation), basename(source.path), invocation)
    } catch (error) {
      throw signal.aborted ? interrupted(settings.dryRun) : error
    } finally {
      await services.close()
    }
  },
}

async function bringIn(
  source: Source,
  services: Services,
  { settings, stderr, signal }: Invocation,
): Promise<Imported> {
  const report = settings.report === undefined ? noReport : openReport(settings.report)
  const progress = openProgress(stderr, 1)
  let whole = false
  try {
    const imported = await importFile(source, services, {
      preview: settings.dryRun,
      draft: settings.draft,
      signal,
      onRemark: report.add,
      onProgress: (rows, ofRows) => progress.show(rows / Math.max(ofRows, 1), `${rows} of ${ofRows} rows`),
    })
    whole = true
    return imported
  } finally {
    progress.end()
    report.close(whole)
  }
}

function tell(imported: Imported, file: string, { settings, stdout, stderr }: Invocation): void {
  stderr.write(reportText(imported, file, settings.dryRun))
  stdout.write(`${reportJson(imported, file, settings.dryRun)}\n`)
}

function sourceFrom({ operands, settings }: Invocation): Source {
  const { format, mapping } = settings
  const [path = ''] = operands
  if (format === undefined)
    throw new DomainError('misuse', 'Say what the file is: --format museofile, or --format csv with --mapping FILE.')
  if (format === 'museofile') {
    if (mapping === undefined) return { path, format }
    throw new DomainError('misuse', 'The Muséofile needs no mapping; leave out --mapping, or say --format csv.')
  }
  if (mapping !== undefined) return { path, format, mapping }
  throw new DomainError('misuse', 'A CSV file needs --mapping FILE, which says what its columns mean.')
}

const interrupted = (dryRun: boolean): DomainError =>
  new DomainError(
    'refused',
    dryRun ? 'Stopped; nothing was written.' : 'Stopped; what was written stays, and running it again finishes it.',
  )
