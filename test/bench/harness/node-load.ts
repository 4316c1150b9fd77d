import { readFile } from 'node:fs/promises'
import { Agent, get, type RequestOptions } from 'node:http'
import type { Asking, Outcome } from './load.js'
import { quantile } from './statistics.js'

async function ask({ base, addresses, headers = {}, connections, seconds }: Asking): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const begun = performance.now()
  const waits: number[] = []
  let [next, bytes, failures] = [0, 0, 0]
  const askOn = async (): Promise<void> => {
    while (performance.now() - begun < seconds * 1000) {
      const sent = performance.now()
      const { status, length } = await answer(`${base}${addresses[next++ % addresses.length]}`, { agent, headers })
      waits.push(performance.now() - sent)
      bytes += length
      if (status >= 400) failures += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, askOn))
  agent.destroy()
  const sorted = waits.toSorted((one, other) => one - other)
  return {
    requests: waits.length,
    failures,
    bytes,
    seconds: (performance.now() - begun) / 1000,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
  }
}

/** A connection that breaks counts as status 599. */
const answer = (url: string, options: RequestOptions): Promise<{ status: number; length: number }> =>
  new Promise(resolve => {
    let length = 0
    const broken = () => resolve({ status: 599, length })
    get(url, options, reply => {
      reply.on('data', (chunk: Buffer) => {
        length += chunk.length
      })
      reply.on('end', () => resolve({ status: reply.statusCode ?? 599, length }))
      reply.on('error', broken)
    }).on('error', broken)
  })

/** A program of its own, so that it can be given another core than the server's. */
const [list = '', options = '{}'] = process.argv.slice(2)
const addresses = (await readFile(list, 'utf8')).trimEnd().split('\n')
process.stdout.write(JSON.stringify(await ask({ ...JSON.parse(options), addresses })))
