import { mkdir, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Core, findProgram, run } from './processes.js'

/** One stretch of asking: `addresses` in turn, again from the first after the last. */
export type Asking = Readonly<{
  base: string
  addresses: readonly string[]
  headers?: Readonly<Record<string, string>>
  connections: number
  seconds: number
}>

export type Outcome = Readonly<{
  requests: number
  /** Answers of 400 and above, and connections that broke. */
  failures: number
  bytes: number
  seconds: number
  /** milliseconds */
  p50: number
  p99: number
}>

export type Load = Readonly<{ name: string; run(asking: Asking): Promise<Outcome> }>

/** wrk where it is installed, else a loader of Node's own, which asks less fast. */
export const openLoad = (directory: string, core: Core): Load =>
  findProgram('wrk') ? wrkLoad(directory, core) : nodeLoad(directory, core)

export function wrkLoad(directory: string, core: Core): Load {
  return {
    name: 'wrk',
    async run({ base, addresses, headers = {}, connections, seconds }) {
      const list = await written(directory, addresses)
      const script = join(directory, 'addresses.lua')
      await writeFile(script, lua)
      const words = ['wrk', '-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', '-s', script]
      const told = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
      const text = await run([...words, ...told, base, list], { core })
      return JSON.parse(text.slice(text.lastIndexOf('{')))
    },
  }
}

export function nodeLoad(directory: string, core: Core): Load {
  const program = fileURLToPath(new URL(`./node-load${extname(import.meta.url)}`, import.meta.url))
  return {
    name: "Node's http client",
    async run(asking) {
      const { addresses, ...rest } = asking
      const list = await written(directory, addresses)
      const text = await run([process.execPath, ...process.execArgv, program, list, JSON.stringify(rest)], { core })
      return JSON.parse(text)
    },
  }
}

async function written(directory: string, addresses: readonly string[]): Promise<string> {
  await mkdir(directory, { recursive: true })
  const list = join(directory, 'addresses.txt')
  await writeFile(list, `${addresses.join('\n')}\n`)
  return list
}

const lua = `
local addresses = {}
local at = 0

function init(arguments)
  for line in io.lines(arguments[1]) do addresses[#addresses + 1] = line end
end

function request()
  at = at % #addresses + 1
  return wrk.format('GET', addresses[at])
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format(
    '{"requests":%d,"failures":%d,"bytes":%d,"seconds":%f,"p50":%f,"p99":%f}',
    summary.requests, e.status + e.connect + e.read + e.write + e.timeout, summary.bytes, summary.duration / 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
`
