import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One band of one picture, to be painted into a file that is already there. */
export type Errand = Readonly<{ index: number; path: string; top: number; rows: number }>

type Answer = Readonly<{ done: true } | { failed: string }>

const painter = fileURLToPath(new URL(`./draw-child${extname(import.meta.url)}`, import.meta.url))

/** Hands the errands, in order, to as many painters as asked; the first failure ends the work. */
export async function employ(
  errands: readonly Errand[],
  hands: number,
  signal: AbortSignal | undefined,
  onDone: (errand: Errand) => void,
): Promise<void> {
  signal?.throwIfAborted()
  const waiting = errands.values()
  const crew = Array.from({ length: Math.min(hands, errands.length) }, () =>
    fork(painter, { execArgv: process.execArgv }),
  )
  const dismiss = () => {
    for (const child of crew) child.kill()
  }
  signal?.addEventListener('abort', dismiss)
  try {
    await Promise.all(crew.map(child => keepBusy(child, waiting, onDone)))
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', dismiss)
    dismiss()
  }
}

async function keepBusy(
  child: ChildProcess,
  waiting: Iterator<Errand>,
  onDone: (errand: Errand) => void,
): Promise<void> {
  for (let next = waiting.next(); !next.done; next = waiting.next()) {
    const answer = await ask(child, next.value)
    if ('failed' in answer) throw new Error(`Expected a painted band but received: ${answer.failed}`)
    onDone(next.value)
  }
}

function ask(child: ChildProcess, errand: Errand): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const forget = () => child.off('message', answered).off('exit', left).off('error', broken)
    const answered = (answer: unknown) => {
      forget()
      resolve(answer as Answer)
    }
    const left = (code: number | null) => {
      forget()
      reject(new Error(`Expected a painted band but the painter left with code ${code}`))
    }
    const broken = (error: Error) => {
      forget()
      reject(error)
    }
    child.once('message', answered).once('exit', left).once('error', broken)
    child.send(errand)
  })
}
