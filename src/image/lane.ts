import { DomainError } from '../errors.js'

/** Bounded work: so many tasks at once, so many waiting, the rest turned away. */
export interface Lane {
  /**
   * Runs a task when its turn comes; one whose client has left never starts.
   * @throws DomainError `busy` when too many wait already
   */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

export function openLane({ jobs, queue }: Readonly<{ jobs: number; queue: number }>): Lane {
  const waiting: (() => void)[] = []
  let running = 0

  const turn = (signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(start), 1)
        reject(signal?.reason)
      }
      const start = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      signal?.addEventListener('abort', leave, { once: true })
      waiting.push(start)
    })

  return {
    async run(task, signal) {
      signal?.throwIfAborted()
      if (running < jobs) running += 1
      else if (waiting.length >= queue)
        throw new DomainError('busy', 'The server is busy; please ask again in a moment.')
      // Whoever finishes hands its place on, so `running` does not change here.
      else await turn(signal)
      try {
        return await task()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
