import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import { openRemote, type Remote } from '../../../../src/import/iiif/remote/fetch.js'
import { readHosts } from '../../../../src/import/iiif/remote/hosts.js'

export const bounds = { bytes: 100_000, milliseconds: 20_000, redirects: 3 }

type Lender = Readonly<{ base: string; port: number; asked: string[]; remote: Remote; resolved: string[] }>

/** A real server on this machine that calls itself lender.example.org; only tests resolve a name to it. */
export async function openLender(t: Test, answer: RequestListener, limits = bounds): Promise<Lender> {
  const asked: string[] = []
  const resolved: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host?.split(':')[0]}${request.url}`)
    answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const resolve = async (hostname: string) => {
    resolved.push(hostname)
    return ['127.0.0.1']
  }
  const hosts = readHosts(`http://lender.example.org:${port}`)
  const base = `http://lender.example.org:${port}`
  return { base, port, asked, resolved, remote: openRemote({ hosts, resolve, bounds: limits }) }
}

export const sendJson = (response: Parameters<RequestListener>[1], value: unknown): void => {
  response.setHeader('content-type', 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"')
  response.end(JSON.stringify(value))
}
