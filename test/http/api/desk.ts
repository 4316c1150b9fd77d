import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Test } from 'tap'
import { openAudit } from '../../../src/catalogue/sqlite/audit.js'
import { openSite } from '../site.js'

export const tokens = {
  anne: 'anne-0123456789abcdef0123456789abcdef',
  bart: 'bart-0123456789abcdef0123456789abcdef',
} as const
export type Name = keyof typeof tokens

export const apiToken = Object.entries(tokens)
  .map(([name, token]) => `${name}:${token}`)
  .join(',')

export type Method = 'GET' | 'HEAD' | 'PUT' | 'PATCH' | 'POST' | 'DELETE' | 'OPTIONS'
export type Asking = Readonly<{ as?: Name; body?: unknown; headers?: Readonly<Record<string, string>> }>

export const creating = { 'if-none-match': '*' } as const

/** A server that curators may write to, and what they ask of it. */
export async function openDesk(t: Test, options: Parameters<typeof openSite>[1] = {}) {
  const site = await openSite(t, { apiToken, ...options })
  const ask = async (method: Method, path: string, { as = 'anne', body, headers = {} }: Asking = {}) => {
    const answer = await site.app.inject({
      method,
      url: path,
      headers: {
        host: 'museum.example.org',
        authorization: `Bearer ${tokens[as]}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    })
    const isJson = String(answer.headers['content-type']).includes('json')
    return {
      status: answer.statusCode,
      headers: answer.headers,
      etag: String(answer.headers.etag ?? ''),
      body: isJson && answer.body !== '' ? JSON.parse(answer.body) : answer.body,
    }
  }
  /** Makes something new, and fails the test where that does not work. */
  const make = async (path: string, body: unknown, as: Name = 'anne') => {
    const answer = await ask('PUT', path, { body, as, headers: creating })
    t.equal(answer.status, 201, `${path} ${JSON.stringify(answer.body).slice(0, 300)}`)
    return answer
  }
  const read = (path: string) => ask('GET', path)
  /** What a visitor gets. */
  const visit = async (path: string) => {
    const answer = await site.app.inject({ url: path, headers: { host: 'museum.example.org' } })
    return { status: answer.statusCode, body: answer.body }
  }
  /** What the catalogue says wrongly of itself. */
  const flaws = () => {
    const audit = openAudit(join(site.services.config.dataDirectory, 'catalogue.db'))
    try {
      return [...audit.flaws()]
    } finally {
      audit.close()
    }
  }
  /** Waits until an upload has been ingested or refused. */
  const settled = async (address: string) => {
    for (;;) {
      const answer = await read(new URL(address).pathname)
      if (answer.body.stage !== 'waiting' && answer.body.stage !== 'working') return answer.body
      await setImmediate()
    }
  }
  return { ...site, ask, make, read, visit, flaws, settled }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>
