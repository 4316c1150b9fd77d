import type { Work } from '../catalogue/model.js'
import { workTitle } from '../presentation/label.js'
import { readIn } from '../presentation/languages.js'
import { plain } from '../presentation/plain.js'
import type { Check, CheckPorts } from './check.js'
import type { Finding, ReportLanguage } from './finding.js'
import { failureWords } from './words.js'

/** Runs checks one after the other; one that cannot be finished says so, and the others go on. */
export async function* runChecks(
  checks: readonly Check[],
  ports: CheckPorts,
  language: ReportLanguage,
): AsyncIterable<Finding> {
  for (const check of checks) {
    ports.progress(0, check.title[language])
    try {
      for await (const finding of check.find(ports)) yield { ...finding, ...(await workOf(finding, ports, language)) }
    } catch (error) {
      if (ports.signal.aborted) throw error
      yield { code: 'unfinished', subject: { kind: 'catalogue' }, detail: `${check.name}: ${failureWords(error)}` }
    }
  }
}

/** The work by which a curator knows what a finding is about: that of a picture is the first that shows it. */
export async function workOf(
  { subject, work: named }: Finding,
  { reader }: Pick<CheckPorts, 'reader'>,
  language: ReportLanguage,
): Promise<Pick<Finding, 'work'>> {
  const id = named?.id ?? (subject.kind === 'work' ? subject.id : undefined)
  const unknown = id === undefined ? {} : { work: { id } }
  try {
    const [work] = await worksOf(id, subject, reader)
    if (!work) return unknown
    const [title] = readIn(plain(workTitle(work)), language)
    return { work: { id: work.id, ...(title === undefined ? {} : { title }) } }
  } catch {
    // A record that cannot be read, which is what was found
    return unknown
  }
}

async function worksOf(
  id: string | undefined,
  subject: Finding['subject'],
  reader: CheckPorts['reader'],
): Promise<readonly Work[]> {
  if (id !== undefined) return reader.works([id])
  return subject.kind === 'image' ? reader.worksShowing(subject.id, 1) : []
}
