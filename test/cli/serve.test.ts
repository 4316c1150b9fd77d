import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { run } from './run.js'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** The real program in a process of its own, as far as the line that says where it serves. */
async function startServer(t: { teardown(end: () => void): void }, words: readonly string[]) {
  const child = spawn(process.execPath, [...process.execArgv, main, 'serve', '--port', '0', ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  const lines = linesOf(child)
  const line = await lines.find(/^Beffroi serves /)
  return { child, ended, lines, address: line.split(' at ').at(-1) ?? '' }
}

function linesOf({ stderr }: ChildProcess) {
  const heard: string[] = []
  const news = new EventEmitter()
  createInterface({ input: stderr ?? process.stdin }).on('line', line => {
    heard.push(line)
    news.emit('line')
  })
  return {
    async find(pattern: RegExp): Promise<string> {
      for (;;) {
        const line = heard.find(each => pattern.test(each))
        if (line !== undefined) return line
        await once(news, 'line')
      }
    },
  }
}

t.test('serve says where it serves, logs requests, and ends on SIGTERM', async t => {
  const { child, ended, lines, address } = await startServer(t, [
    '--data',
    t.testdir(),
    '--site-name',
    'Musées du Nord',
  ])
  t.match(await lines.find(/serves/), /^Beffroi serves Musées du Nord at http:\/\/127\.0\.0\.1:\d+\/$/)
  const answer = await fetch(`${address}readyz`, { headers: { 'x-request-id': 'first' } })
  t.strictSame(await answer.json(), { status: 'ready' })
  t.match(JSON.parse(await lines.find(/"reqId":"first"/)), { method: 'GET', url: '/readyz', status: 200 })
  child.kill('SIGTERM')
  t.strictSame(await ended, [0, null])
  await lines.find(/^Stopped\.$/)
})

t.test('a second signal ends the server at once', async t => {
  const { child, ended, lines, address } = await startServer(t, ['--data', t.testdir(), '--drain-seconds', '600'])
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  socket.on('error', () => undefined)
  // A request that is half sent keeps the server waiting
  socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n')
  await once(socket, 'data')
  child.kill('SIGTERM')
  await lines.find(/^Stopping; requests have 600 s to finish\.$/)
  child.kill('SIGTERM')
  t.strictSame(await ended, [null, 'SIGTERM'])
})

t.test('a port in use is a sentence, and exit code 1', async t => {
  const other = createServer().listen(0, '127.0.0.1')
  t.teardown(() => other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, stderr } = await run(['serve', '--port', `${port}`, '--data', t.testdir()])
  t.equal(code, 1)
  t.match(stderr, `beffroi: Port ${port} of 127.0.0.1 is in use.`)
})

t.test('a server that is told to stop before it listens stops', async t => {
  const { code, stderr } = await run(['serve', '--port', '0', '--data', t.testdir()], { signal: AbortSignal.abort() })
  t.equal(code, 0)
  t.equal(stderr, '')
})
