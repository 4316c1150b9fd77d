import { DomainError } from '../../errors.js'
import { noSpace, outOfSpace, whyUnreadable } from '../../image/ingest/reason.js'
import { openScratch } from '../../image/ingest/scratch.js'
import { openLane } from '../../image/lane.js'
import { sharingCores } from '../../image/loaders.js'
import { type Assignment, assign, possibleWorks } from './assign.js'
import type { ListEntry } from './list.js'
import { strayEntries } from './matching.js'
import { type IngestPorts, ingestOne, type Kept, type OneOptions, type Picture } from './one.js'
import type { Candidate } from './walk.js'

/** What happens, as it happens; `name` is the file as messages call it. */
export type IngestEvent =
  | Readonly<{ kind: 'started'; name: string }>
  | Readonly<{ kind: 'kept'; name: string; bytes: number } & Kept>
  | Readonly<{ kind: 'refused'; name: string; bytes: number; why: string }>

export type IngestOptions = Readonly<{
  work?: string
  list?: readonly ListEntry[]
  createWorks?: boolean
  replace?: boolean
  draft?: boolean
  jobs: number
  onEvent(event: IngestEvent): void
  signal: AbortSignal
}>

/**
 * Brings pictures in, several at once, each wholly or not at all; what one of them lacks stops no other.
 * Interrupted, it resolves when nothing is under way any more; run again, it goes on where it stopped.
 * @throws DomainError `busy` where there is no space left, `not-found` where `work` is not in the catalogue
 */
export async function ingestPictures(
  ports: IngestPorts,
  candidates: readonly Candidate[],
  options: IngestOptions,
): Promise<void> {
  const assignments = await plan(ports, candidates, options)
  for (const [line, sentence] of strayEntries(options.list ?? [], candidates))
    options.onEvent({ kind: 'refused', name: `line ${line} of the list`, bytes: 0, why: sentence })
  const jobs = Math.max(1, Math.min(options.jobs, candidates.length))
  const { replace = false, draft = false, signal } = options
  const stop = new AbortController()
  const one: OneOptions = {
    replace,
    draft,
    signal: AbortSignal.any([signal, stop.signal]),
    scratch: await openScratch(ports.config.dataDirectory),
    heavy: openLane({ jobs: 1, queue: candidates.length }),
  }
  await sharingCores(jobs, () => runAll(assignments, jobs, ports, one, options.onEvent, stop))
}

async function plan(ports: IngestPorts, candidates: readonly Candidate[], options: IngestOptions) {
  const works = await ports.writer.spellings(possibleWorks(candidates, options))
  const { work, list, createWorks = false } = options
  if (work !== undefined && !createWorks && !works.has(work.toLowerCase()))
    throw new DomainError(
      'not-found',
      `There is no work "${work}" in the catalogue; import it first, or add --create-works.`,
    )
  return assign(candidates, { createWorks, works, ...(work === undefined ? {} : { work }), ...(list ? { list } : {}) })
}

type First = Readonly<{ name: string; kept: Promise<Kept | undefined> }>

/** So many at once take the next from the front, so that what is first in order also begins first. */
async function runAll(
  assignments: readonly Assignment[],
  jobs: number,
  ports: IngestPorts,
  options: OneOptions,
  onEvent: IngestOptions['onEvent'],
  stop: AbortController,
): Promise<void> {
  const waiting = assignments.values()
  const firsts = new Map<string, First>()
  const runOne = async (assignment: Assignment, first: First | undefined): Promise<Kept | undefined> => {
    const { name, bytes } = assignment.candidate
    onEvent({ kind: 'started', name })
    try {
      const kept = await attempt(assignment, first, ports, options)
      onEvent({ kind: 'kept', name, bytes, ...kept })
      return kept
    } catch (error) {
      if (options.signal.aborted) return undefined
      if (outOfSpace(error)) stop.abort(noSpace(error))
      else onEvent({ kind: 'refused', name, bytes, why: sentenceOf(error) })
      return undefined
    }
  }
  const work = async (): Promise<void> => {
    for (const assignment of waiting) {
      if (options.signal.aborted) return
      const first = assignment.kind === 'picture' ? firsts.get(assignment.id) : undefined
      const kept = runOne(assignment, first)
      if (assignment.kind === 'picture' && !first) firsts.set(assignment.id, { name: assignment.candidate.name, kept })
      await kept
    }
  }
  await Promise.all(Array.from({ length: jobs }, work))
  if (stop.signal.aborted) throw stop.signal.reason
}

async function attempt(
  assignment: Assignment,
  first: First | undefined,
  ports: IngestPorts,
  options: OneOptions,
): Promise<Kept> {
  if (assignment.kind === 'refused') throw new DomainError('refused', assignment.why)
  // The first of an id has begun before, so waiting for it cannot lock.
  const earlier = await first?.kept
  return ingestOne(assignment, ports, earlier ? { ...options, replace: false } : options).catch(error => {
    throw earlier && first ? asDuplicate(error, assignment, first) : error
  })
}

/** Two files of one run cannot replace each other: which came last would be chance. */
const asDuplicate = (error: unknown, { id }: Picture, { name }: First): unknown =>
  error instanceof DomainError && error.code === 'conflict'
    ? new DomainError('conflict', `Its id, ${id}, is taken by another picture, ${name}; rename one of them.`)
    : error

const sentenceOf = (error: unknown): string =>
  error instanceof DomainError ? error.message : `It could not be ingested: ${whyUnreadable(error)}.`
