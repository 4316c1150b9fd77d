import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Answer, Ask } from '../check/check.js'
import { type Config, checkThreadHeap } from '../config.js'

export type ThreadData = Readonly<{ config: Config; base: string }>
export type Question = Readonly<{ path: string; method: 'GET' | 'HEAD' }>

const program = new URL(`./check-thread${extname(import.meta.url)}`, import.meta.url)

type Waiting = Readonly<{ question: Question; resolve(answer: Answer): void; reject(reason: unknown): void }>

/**
 * Sites in threads of their own. What is asked in one turn of the event loop is shared out among them, neighbours to the
 * same: they are of one work more often than not.
 */
export function openThreads(count: number, workerData: ThreadData) {
  const threads = Array.from({ length: count }, () => openThread(workerData))
  let asked: Waiting[] = []

  const shareOut = (): void => {
    const share = Math.ceil(asked.length / count)
    for (const [index, thread] of threads.entries()) thread.take(asked.slice(index * share, (index + 1) * share))
    asked = []
  }

  const ask: Ask = (path, method) =>
    new Promise<Answer>((resolve, reject) => {
      if (asked.push({ question: { path, method }, resolve, reject }) === 1) queueMicrotask(shareOut)
    })
  return { ask, close: () => Promise.all(threads.map(thread => thread.close())) }
}

function openThread(workerData: ThreadData) {
  const worker = new Worker(program, { workerData, resourceLimits: checkThreadHeap })
  const shares: (readonly Waiting[])[] = []
  let lost: unknown

  worker.on('message', (answers: readonly Answer[]) => {
    for (const [index, { resolve }] of (shares.shift() ?? []).entries()) resolve(answers[index] as Answer)
  })
  const lose = (reason: unknown): void => {
    lost ??= reason
    for (const { reject } of shares.splice(0).flat()) reject(lost)
  }
  worker.on('error', lose)
  worker.on('exit', () => lose(new Error('A thread of the check has ended.')))

  return {
    take(share: readonly Waiting[]): void {
      if (share.length === 0) return
      shares.push(share)
      if (lost === undefined) worker.postMessage(share.map(({ question }) => question))
      else lose(lost)
    },
    close: () => worker.terminate(),
  }
}
