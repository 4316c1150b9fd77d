import { DomainError } from '../../errors.js'
import { noSpace, outOfSpace, whyUnreadable } from '../../image/ingest/reason.js'
import { openScratch } from '../../image/ingest/scratch.js'
import { openLane } from '../../image/lane.js'
import { sharingCores } from '../../image/loaders.js'
import { type Assignment, assign, possibleWorks } from './assign.js'
import type { GivenLimits } from './limits.js'
import type { ListEntry } from './list.js'
import { strayEntries } from './matching.js'
import { type IngestPorts, ingestOne, type Kept, type OneOptions, type Picture } from './one.js'
import type { Candidate } from './walk.js'

/** What happens, as it happens; `name` is the file as messages call it, with the number of a further page. */
export type IngestEvent =
  | Readonly<{ kind: 'started'; name: string }>
  | Readonly<{ kind: 'kept'; name: string; bytes: number; page?: number } & Kept>
  | Readonly<{ kind: 'refused'; name: string; bytes: number; page?: number; why: string }>

export type IngestOptions = Readonly<{
  work?: string
  list?: readonly ListEntry[]
  createWorks?: boolean
  replace?: boolean
  draft?: boolean
  limits?: GivenLimits
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
  const { work, list, limits, createWorks = false } = options
  if (work !== undefined && !createWorks && !works.has(work.toLowerCase()))
    throw new DomainError(
      'not-found',
      `There is no work "${work}" in the catalogue; import it first, or add --create-works.`,
    )
  return assign(candidates, {
    createWorks,
    works,
    ...(work === undefined ? {} : { work }),
    ...(list ? { list } : {}),
    ...(limits ? { limits } : {}),
  })
}

/** The name of the picture that has taken an id, once all that began before are in or refused. */
type Claim = Promise<string | undefined>
type Task = Assignment | Picture

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
  const claims = new Map<string, Claim>()
  const attemptTask = async (task: Task, claim: Claim | undefined): Promise<Kept | undefined> => {
    const about = aboutOf(task)
    try {
      const kept = await attempt(task, claim, ports, options)
      onEvent({ kind: 'kept', ...about, ...kept })
      return kept
    } catch (error) {
      if (options.signal.aborted) return undefined
      if (outOfSpace(error)) stop.abort(noSpace(error))
      else onEvent({ kind: 'refused', ...about, why: sentenceOf(error) })
      return undefined
    }
  }
  const claimed = async (earlier: Claim | undefined, task: Task, kept: Promise<unknown>): Claim =>
    (await earlier) ?? ((await kept.catch(() => undefined)) ? aboutOf(task).name : undefined)
  /** The first of an id that is not refused takes it. */
  const run = (task: Task): Promise<Kept | undefined> => {
    if (task.kind === 'refused') return attemptTask(task, undefined)
    const earlier = claims.get(task.id)
    const kept = attemptTask(task, earlier)
    claims.set(task.id, claimed(earlier, task, kept))
    return kept
  }
  const work = async (): Promise<void> => {
    for (const assignment of waiting) {
      if (options.signal.aborted) return
      onEvent({ kind: 'started', name: assignment.candidate.name })
      const kept = await run(assignment)
      for (const page of kept?.further ?? []) if (!options.signal.aborted) await run(page)
    }
  }
  await Promise.all(Array.from({ length: jobs }, work))
  if (stop.signal.aborted) throw stop.signal.reason
}

/** The bytes of a file are counted once, with its first page. */
function aboutOf(task: Task): Readonly<{ name: string; bytes: number; page?: number }> {
  const { name, bytes } = task.candidate
  const number = 'page' in task ? task.page?.number : undefined
  return number === undefined ? { name, bytes } : { name: `${name}, page ${number}`, bytes: 0, page: number }
}

async function attempt(task: Task, claim: Claim | undefined, ports: IngestPorts, options: OneOptions): Promise<Kept> {
  if (task.kind === 'refused') throw new DomainError('refused', task.why)
  // Those of a claim have begun before, and wait for none that begins later: waiting for them cannot lock.
  const taker = await claim
  return ingestOne(task, ports, taker === undefined ? options : { ...options, replace: false }).catch(error => {
    throw taker === undefined ? error : asDuplicate(error, task, taker)
  })
}

/** Two files of one run cannot replace each other: which came last would be chance. */
const asDuplicate = (error: unknown, { id }: Picture, name: string): unknown =>
  error instanceof DomainError && error.code === 'conflict'
    ? new DomainError('conflict', `Its id, ${id}, is taken by another picture, ${name}; rename one of them.`)
    : error

const sentenceOf = (error: unknown): string =>
  error instanceof DomainError ? error.message : `It could not be ingested: ${whyUnreadable(error)}.`
