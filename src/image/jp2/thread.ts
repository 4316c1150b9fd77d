import { Worker } from 'node:worker_threads'
import { DomainError } from '../../errors.js'
import type { Answers, Job } from './job.js'

const program = new URL('./worker.js', import.meta.url)

export type ThreadOptions = Readonly<{ seconds: number; signal?: AbortSignal; transfer?: readonly ArrayBuffer[] }>

/**
 * Has one job done in a thread of its own, which ends with it, and with it all memory of the codec.
 * @returns undefined where the codec fails
 * @throws DomainError `too-large` after so many seconds; the reason of `signal` once that is aborted
 */
export async function inThread<J extends Job>(
  job: J,
  { seconds, signal, transfer = [] }: ThreadOptions,
): Promise<Answers[J['kind']]> {
  signal?.throwIfAborted()
  const worker = new Worker(program, { workerData: job, transferList: [...transfer], execArgv: [] })
  const { promise, resolve, reject } = withResolvers<Answers[J['kind']]>()
  const leave = () => reject(signal?.reason)
  signal?.addEventListener('abort', leave, { once: true })
  const timer = setTimeout(() => reject(tookTooLong(seconds)), seconds * 1000)
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => resolve(undefined))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
    await worker.terminate()
  }
}

const tookTooLong = (seconds: number): DomainError =>
  new DomainError('too-large', `The picture was not done within ${seconds} seconds of JPEG 2000.`)

/** `Promise.withResolvers`, which Node 20 lacks. */
function withResolvers<T>() {
  let resolve!: (value: T) => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
