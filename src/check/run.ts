import { DomainError } from '../errors.js'
import { workTitle } from '../presentation/label.js'
import { readIn } from '../presentation/languages.js'
import { plain } from '../presentation/plain.js'
import type { Check, CheckPorts } from './check.js'
import type { Finding, ReportLanguage } from './finding.js'

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
      yield { code: 'unfinished', subject: { kind: 'catalogue' }, detail: `${check.name}: ${toldOf(error)}` }
    }
  }
}

/** Others' messages may name paths of the machine, which a report that is sent around must not. */
function toldOf(error: unknown): string {
  if (error instanceof DomainError) return error.message
  const { code, name } = error as NodeJS.ErrnoException
  return code ?? name
}

/** The work by which a curator knows what a finding is about: that of a picture is the first that shows it. */
export async function workOf(
  { subject }: Finding,
  { reader }: Pick<CheckPorts, 'reader'>,
  language: ReportLanguage,
): Promise<Pick<Finding, 'work'>> {
  if (subject.kind !== 'work' && subject.kind !== 'image') return {}
  const { id } = subject
  try {
    const [work] = await (subject.kind === 'work' ? reader.works([id]) : reader.worksShowing(id, 1))
    if (!work) return subject.kind === 'work' ? { work: { id } } : {}
    const [title] = readIn(plain(workTitle(work)), language)
    return { work: { id: work.id, ...(title === undefined ? {} : { title }) } }
  } catch {
    // A record that cannot be read, which is what was found
    return subject.kind === 'work' ? { work: { id } } : {}
  }
}
