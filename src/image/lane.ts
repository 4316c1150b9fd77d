import { DomainError } from '../errors.js'
import { openTurns } from './turns.js'

/** What a task takes while it runs, and who asks for it; nobody is a client too. */
export type Claim = Readonly<{ client?: string; bytes?: number }>

/** Bounded work: so many tasks at once within so much memory, so many waiting in fair turns, the rest turned away. */
export interface Lane {
  /**
   * Runs a task when its turn comes; one whose client has left never starts, and its place is free at once.
   * @throws DomainError `busy` when too many wait already, `too-large` for what the lane's memory can never hold
   */
  run<T>(task: () => Promise<T>, signal?: AbortSignal, claim?: Claim): Promise<T>
  readonly running: number
  readonly waiting: number
}

type Waiter = Required<Claim> & Readonly<{ start(): void; refuse(reason: DomainError): void }>

/** @param bounds `memory`, bytes that all running tasks together may claim, is unbounded unless given */
export function openLane(bounds: Readonly<{ jobs: number; queue: number; memory?: number }>): Lane {
  const { jobs, queue, memory = Number.POSITIVE_INFINITY } = bounds
  const turns = openTurns<Waiter>()
  const underWay = new Map<string, number>()
  let running = 0
  let claimed = 0

  const fits = ({ bytes }: Required<Claim>): boolean => running < jobs && claimed + bytes <= memory

  const count = ({ client, bytes }: Required<Claim>, change: 1 | -1): void => {
    running += change
    claimed += change * bytes
    const tasks = (underWay.get(client) ?? 0) + change
    if (tasks > 0) underWay.set(client, tasks)
    else underWay.delete(client)
  }

  /** What does not fit yet holds up those behind it: else small tasks would keep a large one out for ever. */
  const startNext = (): void => {
    for (;;) {
      const next = turns.next(client => underWay.get(client) ?? 0)
      if (!next || !fits(next)) return
      turns.remove(next)
      count(next, 1)
      next.start()
    }
  }

  const makeRoom = (client: string): void => {
    if (turns.size < queue) return
    const crowding = turns.crowding(client)
    if (!crowding) throw busy()
    turns.remove(crowding)
    crowding.refuse(busy())
  }

  const turn = (claim: Required<Claim>, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = () => {
        turns.remove(waiter)
        reject(signal?.reason)
        startNext()
      }
      const settled = () => signal?.removeEventListener('abort', leave)
      const waiter: Waiter = {
        ...claim,
        start() {
          settled()
          resolve()
        },
        refuse(reason) {
          settled()
          reject(reason)
        },
      }
      signal?.addEventListener('abort', leave, { once: true })
      turns.add(waiter)
    })

  return {
    get running() {
      return running
    },
    get waiting() {
      return turns.size
    },
    async run(task, signal, { client = '', bytes = 0 } = {}) {
      signal?.throwIfAborted()
      const claim = { client, bytes }
      if (bytes > memory) throw tooLarge(bytes, memory)
      if (turns.size === 0 && fits(claim)) count(claim, 1)
      else {
        makeRoom(client)
        await turn(claim, signal)
      }
      try {
        return await task()
      } finally {
        count(claim, -1)
        startNext()
      }
    },
  }
}

const busy = (): DomainError => new DomainError('busy', 'The server is busy; please ask again in a moment.')

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`

const tooLarge = (bytes: number, memory: number): DomainError =>
  new DomainError(
    'too-large',
    `Expected an image that can be made in ${megabytes(memory)} of memory but this one takes ${megabytes(bytes)}; ask for a smaller size or region.`,
  )
