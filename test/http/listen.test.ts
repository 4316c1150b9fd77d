import { EventEmitter, once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { drain, listen } from '../../src/http/listen.js'
import { openSite } from './site.js'

async function ask(url: string, agent = new Agent()): Promise<IncomingMessage & { body: string }> {
  const [answer] = (await once(get(url, { agent }), 'response')) as [IncomingMessage]
  let body = ''
  for await (const chunk of answer) body += chunk
  return Object.assign(answer, { body })
}

/** A listening site with one address that answers when it is told to. */
async function openSlowSite(t: Parameters<typeof openSite>[0]) {
  const { app } = await openSite(t)
  const slow = new EventEmitter()
  app.get('/slow', async () => {
    slow.emit('reached')
    await once(slow, 'finish')
    return { done: true }
  })
  const address = await listen(app, { host: '127.0.0.1', port: 0 })
  return { app, address, port: Number(new URL(address).port), slow }
}

t.test('a stopping server finishes what it has begun, and refuses what is new', async t => {
  const { app, address, slow } = await openSlowSite(t)
  const agent = new Agent({ keepAlive: true })
  t.teardown(() => agent.destroy())
  const reached = once(slow, 'reached')
  const begun = ask(`${address}slow`, agent)
  await reached
  const stopped = drain(app, 60)
  while (app.server.listening) await setImmediate()
  await t.rejects(ask(`${address}healthz`), { code: 'ECONNREFUSED' })
  slow.emit('finish')
  const answer = await begun
  t.match(answer, { statusCode: 200, body: '{"done":true}' })
  t.equal(answer.headers.connection, 'close')
  t.equal(await stopped, true)
})

t.test('what takes longer than the time to drain is cut', async t => {
  const { app, address, slow } = await openSlowSite(t)
  const reached = once(slow, 'reached')
  const cut = t.rejects(ask(`${address}slow`), { code: 'ECONNRESET' })
  await reached
  t.equal(await drain(app, 0), false)
  await cut
  slow.emit('finish')
})

t.test('a stopping server says that it is not ready, on connections that it still has', async t => {
  const { app, port } = await openSlowSite(t)
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  // The second request is half sent, so that its connection is not idle when the server stops
  socket.write('GET /readyz HTTP/1.1\r\nHost: a\r\n\r\nGET /readyz HTTP/1.1\r\nHost: a\r\n')
  const [first] = await once(socket, 'data')
  t.match(first, /^HTTP\/1.1 200/)
  const stopped = drain(app, 60)
  socket.write('\r\n')
  const [second] = await once(socket, 'data')
  t.match(second, /^HTTP\/1.1 503/)
  t.match(second, /\{"status":"stopping"\}$/)
  t.equal(await stopped, true)
})

t.test('a port or host that cannot be had is a sentence that says what to do', async t => {
  const { port } = await openSlowSite(t)
  await t.rejects(listen((await openSite(t)).app, { host: '127.0.0.1', port }), {
    code: 'conflict',
    message: `Port ${port} of 127.0.0.1 is in use. Stop the program that uses it, or choose another port with --port.`,
  })
  const elsewhere = { host: '192.0.2.1', port: 0 }
  await t.rejects(listen((await openSite(t)).app, elsewhere), { code: 'conflict', message: /--host/ })
})
