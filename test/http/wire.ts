import { once } from 'node:events'
import { connect } from 'node:net'
import type { Test } from 'tap'
import { listen } from '../../src/http/listen.js'
import type { Site } from './site.js'

export type WireAnswer = Readonly<{ head: string; status: number; headers: ReadonlyMap<string, string>; body: Buffer }>

/** A request as it travels: the line, then the headers in the order given. */
export type WireAsk = (target: string, headers?: readonly string[], method?: string) => Promise<WireAnswer>

/** Lets a site listen; what is asked and answered is seen byte by byte, on one connection that stays open. */
export async function openWire(t: Test, { app }: Site): Promise<WireAsk & { port: number }> {
  const port = Number(new URL(await listen(app, { host: '127.0.0.1', port: 0 })).port)
  const socket = connect(port, '127.0.0.1')
  t.teardown(() => socket.destroy())
  let received = Buffer.alloc(0)
  socket.on('data', chunk => {
    received = Buffer.concat([received, chunk])
  })

  const ask: WireAsk = async (target, headers = [], method = 'GET') => {
    const host = headers.some(header => /^host:/i.test(header)) ? [] : ['Host: museum.example.org']
    socket.write([`${method} ${target} HTTP/1.1`, ...host, ...headers, '', ''].join('\r\n'))
    for (;;) {
      const answer = readAnswer(received, method)
      if (answer) {
        received = received.subarray(answer.length)
        return answer
      }
      await once(socket, 'data')
    }
  }
  return Object.assign(ask, { port })
}

function readAnswer(received: Buffer, method: string): (WireAnswer & { length: number }) | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = received.subarray(0, end).toString('latin1')
  const [line = '', ...rest] = head.split('\r\n')
  const headers = new Map(
    rest.map(text => [text.slice(0, text.indexOf(':')).toLowerCase(), text.replace(/^[^:]*: /, '')]),
  )
  const status = Number(line.split(' ')[1])
  const bodiless = method === 'HEAD' || status === 304 || status === 204
  const length = end + 4 + (bodiless ? 0 : Number(headers.get('content-length') ?? 0))
  if (received.length < length) return undefined
  return { head, status, headers, body: received.subarray(end + 4, length), length }
}
