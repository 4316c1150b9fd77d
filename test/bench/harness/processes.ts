import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where a program runs: one core, or any where cores cannot be chosen. */
export type Core = number | undefined

/** A program that this run started; it is stopped by its own id and no other. */
export type Running = Readonly<{ pid: number; stop(): Promise<void> }>

/** The path of a program, or undefined where there is none. */
export function findProgram(name: string, elsewhere: readonly string[] = []): string | undefined {
  for (const candidate of [name, ...elsewhere])
    try {
      return execFileSync('/bin/sh', ['-c', 'command -v -- "$0"', candidate], { encoding: 'utf8' }).trim()
    } catch {}
  return undefined
}

/** The server on one core, the load on another; undefined where that cannot be had. */
export function chooseCores(): Readonly<{ server: Core; load: Core }> {
  if (!findProgram('taskset') || availableParallelism() < 2) return { server: undefined, load: undefined }
  return { server: 0, load: 1 }
}

const pinned = (core: Core, words: readonly string[]): readonly [string, ...string[]] => {
  const [program, ...rest] = core === undefined ? words : ['taskset', '-c', String(core), ...words]
  if (program === undefined) throw new RangeError('Expected a program to run.')
  return [program, ...rest]
}

/** Starts a server, its output in a file. */
export function start(
  words: readonly string[],
  { core, log, environment = {} }: { core: Core; log: string; environment?: Readonly<Record<string, string>> },
): Running {
  const output = openSync(log, 'a')
  const [program, ...rest] = pinned(core, words)
  const child = spawn(program, rest, { stdio: ['ignore', output, output], env: { ...process.env, ...environment } })
  if (child.pid === undefined) throw new Error(`${words[0]} could not be started.`)
  endWithThisProcess(child)
  return { pid: child.pid, stop: () => stopped(child) }
}

/** Nothing that was started outlives an interrupted run. */
function endWithThisProcess(child: ChildProcess): void {
  const end = () => child.kill()
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  const last = setTimeout(() => child.kill('SIGKILL'), 15_000)
  child.kill('SIGTERM')
  await ended
  clearTimeout(last)
}

/** Runs a program to its end. @returns what it wrote to stdout @throws Error with what it said where it failed */
export async function run(
  words: readonly string[],
  { core, input }: { core?: Core; input?: string } = {},
): Promise<string> {
  const [program, ...rest] = pinned(core, words)
  const child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'pipe'] })
  endWithThisProcess(child)
  const texts: [string, string] = ['', '']
  child.stdout.setEncoding('utf8').on('data', text => {
    texts[0] += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    texts[1] += text
  })
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${words.join(' ')} failed with ${code}: ${texts[1].slice(-2000)}`)
  return texts[0]
}

/** Seconds and peak resident bytes of a program run to its end; bytes only where GNU time is installed. */
export async function timed(
  words: readonly string[],
  core: Core,
): Promise<Readonly<{ seconds: number; peakBytes: number | undefined }>> {
  const time = findProgram('/usr/bin/time')
  const report = join(tmpdir(), `beffroi-bench-time-${process.pid}`)
  const begun = performance.now()
  await run([...(time ? [time, '-f', '%M', '-o', report] : []), ...words], { core })
  const seconds = (performance.now() - begun) / 1000
  if (!time) return { seconds, peakBytes: undefined }
  const kilobytes = Number(await readFile(report, 'utf8'))
  await rm(report)
  return { seconds, peakBytes: kilobytes * 1024 }
}

/** Resident memory of a running program at its peak; Linux only. */
export async function peakResidentBytes(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('There is no free port.')
  return address.port
}

/** Waits until an address answers 200. @throws Error after 30 s */
export async function answering(url: string): Promise<void> {
  const begun = performance.now()
  for (;;) {
    const status = await fetch(url).then(
      async reply => {
        await reply.arrayBuffer()
        return reply.status
      },
      () => undefined,
    )
    const seconds = (performance.now() - begun) / 1000
    if (status === 200) return
    if (seconds > 30) throw new Error(`${url} answered ${status ?? 'nothing'} for 30 s.`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

/** Processor seconds that a program and its children have used so far; Linux only. */
export async function processorSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // proc(5): utime and stime are fields 14 and 15; the name, field 2, may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  const below = await Promise.all(children.split(' ').filter(Boolean).map(Number).map(processorSeconds))
  const own = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  return below.reduce((sum, seconds) => sum + seconds, own)
}

/** USER_HZ, the same on every Linux that Node runs on. */
const ticksPerSecond = 100
