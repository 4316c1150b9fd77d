import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CatalogueAudit } from '../catalogue/audit.js'
import { openAudit } from '../catalogue/sqlite/audit.js'
import type { PublishedStory } from '../catalogue/story.js'
import { checks } from '../check/checks.js'
import { counting } from '../check/counts.js'
import { foundation } from '../check/database.js'
import { openValidate, readSchema, type Validate } from '../check/documents/validate.js'
import type { Finding } from '../check/finding.js'
import { checkText } from '../check/report-text.js'
import { runChecks } from '../check/run.js'
import { toldStory } from '../check/stories/told-story.js'
import { type CheckSummary, gatherFindings } from '../check/summary.js'
import type { Config } from '../config.js'
import { DomainError } from '../errors.js'
import { localAuthority } from '../http/listen.js'
import { openProgress } from '../import/progress.js'
import { clock } from '../services.js'
import { type CheckReport, openCheckReport } from './check-report.js'
import { withSite } from './check-site.js'
import type { Command, Invocation } from './command.js'

export const check: Command = {
  summary: 'proves the collection: database, documents, addresses, pyramids',
  operands: '',
  arity: [0, 0],
  details: `
Reads the whole collection and says what is wrong, work by work, and what to do about it:
  database    the file, its references, its records, the journal
  documents   every manifest, collection and info.json in both versions against a schema, and every
              address in them asked in this process; every work is reached from the root collection
  pictures    every tile and size that info.json offers can be planned; nothing is rendered
  stories     every form and language of analyses and exhibitions, their drawn pictures too; what they
              show is as it was when they were written
  pyramids    every file is there, reads as the catalogue says, and has the checksum of its ingest
  files       what lies in pyramids/ and masters/ that no image names, and derivatives.db (warnings)

It runs beside a server, with the same options for addresses and limits as that has. It changes nothing
but one thing: a pyramid of an older version that has no checksum yet gets one, once its tiles were
looked at. The report goes to stdout; --report FILE.html or FILE.csv keeps it, with all findings in CSV.
What readers of each viewer will see of each story is told besides, as no finding.
Exit code 0 where all is well or there are warnings alone, 1 where something is wrong.

Example: beffroi check --data /srv/beffroi --base-url https://collections.example.org --report check.html`,
  options: [
    'baseUrl',
    'host',
    'port',
    'siteName',
    'pageSize',
    'maxWidth',
    'maxHeight',
    'maxArea',
    'quick',
    'schema',
    'report',
    'language',
  ],

  async run(invocation) {
    const { config, settings, stdout, signal } = invocation
    const { language } = settings
    const path = join(config.dataDirectory, 'catalogue.db')
    if (!existsSync(path))
      throw new DomainError('not-found', 'There is no catalogue in the data directory; name another with --data.')
    const validate = openValidate(settings.schema === undefined ? undefined : await readSchema(settings.schema))
    const report = openCheckReport(settings.report, { language, clock })
    let summary: CheckSummary | undefined
    try {
      summary = await checkAll(path, invocation, validate, report)
    } catch (error) {
      throw signal.aborted ? new DomainError('busy', 'Interrupted; not all was checked.') : error
    } finally {
      report.close(summary)
    }
    stdout.write(checkText(summary, language))
    const { error: errors } = summary.totals
    if (errors > 0) throw new DomainError('refused', `Not all is well: ${errors} wrong, see the report.`)
  },
}

async function checkAll(
  path: string,
  { config, settings, stderr, signal }: Invocation,
  validate: Validate,
  report: CheckReport,
): Promise<CheckSummary> {
  const gathered = gatherFindings()
  const tally = counting()
  const progress = openProgress(stderr, 1)
  const found = (finding: Finding): void => {
    gathered.add(finding)
    report.add(finding)
  }
  const tell = (published: PublishedStory): void => {
    const told = toldStory(published, settings.language)
    gathered.tell(told)
    report.tell(told)
  }
  const base = baseOf(config)
  const audit = openFoundation(path, found)
  try {
    if (audit) {
      const ports = {
        audit,
        base,
        validate,
        signal,
        clock,
        quick: settings.quick,
        count: tally.count,
        tell,
        progress: progress.show,
      }
      await withSite(config, base, audit.count().works, async site => {
        for await (const finding of runChecks(checks, { ...ports, ...site }, settings.language)) found(finding)
      })
    }
  } finally {
    progress.end()
    audit?.close()
  }
  return gathered.summary({ base, quick: settings.quick, stopped: !audit, counts: tally.counts })
}

/** @returns undefined where the catalogue cannot be looked at any further */
function openFoundation(path: string, found: (finding: Finding) => void): CatalogueAudit | undefined {
  let audit: CatalogueAudit
  try {
    audit = openAudit(path)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    found({ code: 'catalogue-unreadable', subject: { kind: 'catalogue' }, detail: error.message })
    return undefined
  }
  const wrong = [...foundation(audit)]
  wrong.forEach(found)
  if (wrong.length === 0) return audit
  audit.close()
  return undefined
}

/** The address in every document: the public one, or the one at which this machine would serve. */
const baseOf = ({ http }: Config): string =>
  http.address.kind === 'fixed' ? http.address.url : `http://${localAuthority(http)}`
