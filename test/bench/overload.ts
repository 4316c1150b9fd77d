import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { fileURLToPath } from 'node:url'

/**
 * Do tiles keep flowing, and does memory stay bounded, while a hundred clients ask for the largest images there are?
 * Words: the built program, a data directory that is its own, an id of a large image in it, seconds of load, `same` or
 * `different` for whether all ask for `full/max` or each for another size.
 * Run it on one core (`taskset -c 1`); the server runs on the other.
 */
const [program = 'dist/src/main.js', data = '', id = '', seconds = '20', which = 'different'] = process.argv.slice(2)
const same = which === 'same'

const tell = (line: string): void => void process.stdout.write(`${line}\n`)

type Answer = Readonly<{ status: number; bytes: number; ms: number; body: Buffer }>

const viewer = new Agent({ keepAlive: true, maxSockets: 1 })

const ask = (url: string, agent: Agent, client: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const begun = performance.now()
    const request = get(url, { agent, headers: { 'x-forwarded-for': client } }, reply => {
      const parts: Buffer[] = []
      reply.on('data', part => parts.push(part))
      reply.on('error', reject)
      reply.on('end', () => {
        const body = Buffer.concat(parts)
        resolve({ status: reply.statusCode ?? 0, bytes: body.length, ms: performance.now() - begun, body })
      })
    })
    request.on('error', reject)
  })

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

const quantile = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN).toFixed(2)

function told(name: string, answers: readonly Answer[]): void {
  const times = answers.map(({ ms }) => ms).sort((one, other) => one - other)
  const wrong = answers.filter(({ status }) => status !== 200).length
  const line = [0.5, 0.9, 0.99, 1].map(part => `p${part * 100} ${quantile(times, part)}`).join('  ')
  tell(`${name}: ${times.length} tiles, ${wrong} not answered; ms: ${line}`)
}

/** Tiles of the whole picture in turn, one after the other, with the pauses of a visitor who looks. */
async function viewTiles(service: string, width: number, height: number, until: () => boolean): Promise<Answer[]> {
  const answers: Answer[] = []
  const columns = Math.floor(width / 512)
  const rows = Math.floor(height / 512)
  for (let number = 0; !until(); number += 1) {
    const x = 512 * ((number * 7) % columns)
    const y = 512 * ((number * 13) % rows)
    answers.push(await ask(`${service}/${x},${y},512,512/512,512/0/default.jpg`, viewer, '192.0.2.1'))
    await pause(2)
  }
  return answers
}

/** One of a hundred clients: asks for large images, one after the other, and again after a refusal. */
async function insist(service: string, number: number, counts: Record<string, number>): Promise<never> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let round = 0; ; round += 1) {
    const size = same ? 'max' : `${7300 - ((number * 17 + round * 3) % 1500)},`
    const status = await discard(`${service}/full/${size}/0/default.jpg`, agent, `198.51.100.${number}`)
    counts[status] = (counts[status] ?? 0) + 1
    if (status !== 200) await pause(1000)
  }
}

const discard = (url: string, agent: Agent, client: string): Promise<number> =>
  new Promise(resolve => {
    const request = get(url, { agent, headers: { 'x-forwarded-for': client } }, reply => {
      reply.resume()
      reply.on('close', () => resolve(reply.complete ? (reply.statusCode ?? 0) : 0))
    })
    request.on('error', () => resolve(0))
  })

/** The crowd is a process of its own, so that what it receives does not hold up the one who measures. */
if (process.send) {
  const counts: Record<string, number> = {}
  process.on('message', () => process.send?.(counts, () => process.exit()))
  process.send('there')
  await Promise.all(Array.from({ length: 100 }, (_, number) => insist(id, number, counts)))
}

const resident = (pid: number, field: 'VmRSS' | 'VmHWM'): string =>
  `${Math.round(Number(/\d+/.exec(readFileSync(`/proc/${pid}/status`, 'utf8').split(field)[1] ?? '')?.[0]) / 1000)} MB`

const server = spawn(
  'taskset',
  ['-c', '0', process.execPath, program, 'serve', '--data', data, '--port', '0', '--log-level', 'error'],
  { stdio: ['ignore', 'inherit', 'pipe'] },
)
try {
  let base = ''
  for await (const line of server.stderr) {
    base = /http:\/\/\S+/.exec(String(line))?.[0] ?? ''
    if (base) break
  }
  const service = `${base}iiif/image/3/${id}`
  const { width, height } = JSON.parse((await ask(`${service}/info.json`, viewer, '192.0.2.1')).body.toString())
  const pid = server.pid as number
  const lasting = (length: number) => {
    const end = performance.now() + length * 1000
    return () => performance.now() > end
  }
  await viewTiles(service, width, height, lasting(3))
  told('idle', await viewTiles(service, width, height, lasting(Number(seconds) / 2)))
  tell(`resident: ${resident(pid, 'VmRSS')}, process ${pid}`)

  const crowd = fork(fileURLToPath(import.meta.url), [program, data, service, seconds, which])
  await once(crowd, 'message')
  await pause(1000)
  told('under load', await viewTiles(service, width, height, lasting(Number(seconds))))
  tell(`resident: ${resident(pid, 'VmRSS')}, at most ${resident(pid, 'VmHWM')}`)
  crowd.send('enough')
  const [counts] = await once(crowd, 'message')
  tell(`large images by status: ${JSON.stringify(counts)}`)
} finally {
  server.kill('SIGKILL')
  await once(server, 'exit')
}
