import { basename } from 'node:path'
import { DomainError } from '../errors.js'
import { openRemote } from '../import/iiif/remote/fetch.js'
import { readHosts } from '../import/iiif/remote/hosts.js'
import { publicAddresses } from '../import/iiif/remote/public-address.js'
import { type Imported, importFile, type Source } from '../import/import-file.js'
import { lintText } from '../import/joconde/lint/report-text.js'
import { openProgress } from '../import/progress.js'
import { reportJson, reportText } from '../import/report.js'
import { openServices, type Services } from '../services.js'
import type { Command, Invocation } from './command.js'
import { guessMapping } from './guess.js'
import { noReport, openReport } from './import-report.js'
import { importStoriesFrom } from './import-stories.js'

export const importCommand: Command = {
  summary: 'bring museums, works or stories in from files, or works from a IIIF manifest',
  operands: 'FILE|FOLDER|URL',
  arity: [1, 1],
  details: `
--format museofile reads the Ministry of Culture's register of the musées de France.
--format joconde reads notices as they are sent to Joconde or come from it: ajout piloté, CSV of POP
or of data.culture.gouv.fr, its JSON. With --dry-run it is a linter: a report for curators, in French
or English, after the Ministry's export rules.
--format csv reads any table of works or museums: CSV, TSV, NDJSON, JSON or XLSX, recognised by its
content (tsv, ndjson and xlsx mean the same); --mapping names the file that says what its columns
mean. --guess proposes one from the header and the first rows, and imports nothing.
docs/importing.md explains mappings, and manifests/mappings/ holds examples.

--format iiif reads a manifest or collection of IIIF Presentation 2 or 3, from a file or from an
address on one of --iiif-hosts, as borrowed works: their pictures stay on their owner's servers.

--format stories reads visual analyses and exhibitions from a folder of Markdown files, as export
writes them and as people write them (docs/stories.md). A plain text becomes a draft of an analysis
of --work, a step for each paragraph. What a story's file says is published is published at once.

What is new is created, what differs is updated, what is the same is left alone; nothing is
deleted. Every value that is not understood is kept verbatim and reported by line and column:
the report goes to stderr with the first values of each kind, all of them to --report FILE,
and the counts as one line of JSON to stdout.

  beffroi import museofile.csv --format museofile
  beffroi import export.txt --format joconde --dry-run --report report.html
  beffroi import works.xlsx --guess > mapping.json
  beffroi import works.xlsx --format csv --mapping mapping.json --dry-run
  beffroi import stories/ --format stories --dry-run
  beffroi import https://images.example.org/manifest.json --format iiif --iiif-hosts images.example.org`,
  options: [
    'iiifHosts',
    'iiifMaxMb',
    'iiifSeconds',
    'iiifMaxCanvases',
    'iiifMaxManifests',
    'storyMaxKb',
    'work',
    'format',
    'mapping',
    'guess',
    'dryRun',
    'draft',
    'report',
    'language',
  ],
  async run(invocation) {
    const { operands, settings, config, signal } = invocation
    if (settings.guess) {
      checkGuess(settings)
      return guessMapping(operands[0] ?? '', invocation)
    }
    if (settings.format === 'stories') {
      return importStoriesFrom(operands[0] ?? '', invocation).catch(error => {
        throw signal.aborted ? interrupted(settings.dryRun) : error
      })
    }
    const file = fileFrom(invocation)
    const services = await openServices(config)
    try {
      const source = sourceOf(file, services)
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
  const report =
    settings.report === undefined ? noReport : openReport(settings.report, reportOptions(source, settings, services))
  const progress = openProgress(stderr, 1)
  let imported: Imported | undefined
  try {
    imported = await importFile(source, services, {
      preview: settings.dryRun,
      draft: settings.draft,
      signal,
      onRemark: report.add,
      onFindings: report.find,
      onProgress: (rows, ofRows) => progress.show(rows / Math.max(ofRows, 1), `${rows} of ${ofRows} rows`),
    })
    return imported
  } finally {
    progress.end()
    report.close(imported)
  }
}

function tell(imported: Imported, file: string, { settings, stdout, stderr }: Invocation): void {
  const { dryRun, language } = settings
  const { lint } = imported
  stderr.write(lint ? lintText(imported, lint, { file, dryRun, language }) : reportText(imported, file, dryRun))
  stdout.write(`${reportJson(imported, file, dryRun)}\n`)
}

const reportOptions = (source: Source, { language, dryRun }: Invocation['settings'], services: Services) => ({
  joconde: source.format === 'joconde',
  language,
  dryRun,
  file: basename(source.path),
  made: services.clock(),
})

/** A source before the day is known, and who may be asked. */
type SourceFile =
  | Exclude<Source, { format: 'joconde' | 'iiif' }>
  | Readonly<{ path: string; format: 'joconde' }>
  | Readonly<{ path: string; format: 'iiif' }>

function sourceOf(file: SourceFile, { clock, config }: Services): Source {
  if (file.format === 'joconde') return { ...file, today: clock() }
  if (file.format !== 'iiif') return file
  const { iiif: bounds } = config
  const remote = openRemote({ hosts: readHosts(bounds.hosts), resolve: publicAddresses(), bounds })
  return { ...file, bounds, remote }
}

function fileFrom({ operands, settings }: Invocation): SourceFile {
  const { format, mapping } = settings
  const [path = ''] = operands
  if (format === undefined)
    throw new DomainError(
      'misuse',
      'Say what the file is: --format museofile, --format joconde, --format iiif, --format stories, or --format csv with --mapping FILE.',
    )
  if (format === 'museofile' || format === 'joconde' || format === 'iiif') {
    if (mapping === undefined) return { path, format }
    throw new DomainError('misuse', `${needsNone[format]} no mapping; leave out --mapping, or say --format csv.`)
  }
  if (mapping !== undefined) return { path, format: 'csv', mapping }
  throw new DomainError(
    'misuse',
    'A table needs --mapping FILE, which says what its columns mean; --guess proposes one.',
  )
}

function checkGuess({ format, mapping }: Invocation['settings']): void {
  if (mapping !== undefined) throw new DomainError('misuse', 'A mapping is there already; leave out --guess to use it.')
  if (format === 'museofile' || format === 'joconde' || format === 'iiif' || format === 'stories')
    throw new DomainError('misuse', `${needsNone[format]} no mapping; leave out --guess.`)
}

const needsNone = {
  museofile: 'The Muséofile needs',
  joconde: 'Notices of Joconde need',
  iiif: 'IIIF manifests need',
  stories: 'Stories need',
} as const

const interrupted = (dryRun: boolean): DomainError =>
  new DomainError(
    'refused',
    dryRun ? 'Stopped; nothing was written.' : 'Stopped; what was written stays, and running it again finishes it.',
  )
