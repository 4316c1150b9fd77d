import { parentPort, workerData } from 'node:worker_threads'
import { openSite } from './check-site.js'
import type { Question, ThreadData } from './check-threads.js'

/** One site that answers, in a thread of its own. */
const { config, base } = workerData as ThreadData
const { ask } = await openSite(config, base)

parentPort?.on('message', async (questions: readonly Question[]) => {
  const answers = []
  for (const { path, method } of questions) answers.push(await ask(path, method))
  parentPort?.postMessage(answers)
})
