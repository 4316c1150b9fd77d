import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import t from 'tap'
import { listen } from '../../src/http/listen.js'
import { gradient } from '../image/gradient.js'
import { pyramidOf } from '../image/pyramid-of.js'
import { openSite } from './site.js'

/** A reverse proxy that takes `prefix` off, hands the rest of the address on as it came, and says how it was reached. */
async function openProxy(t: Test, target: string, prefix = ''): Promise<string> {
  const proxy = createServer((incoming, outgoing) => {
    const { method, headers, url = '' } = incoming
    const forwarded = { 'x-forwarded-host': headers.host, 'x-forwarded-proto': 'http', 'x-forwarded-prefix': prefix }
    const hop = request(target, { method, path: url.slice(prefix.length), headers: { ...headers, ...forwarded } })
    hop.on('response', answer => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(outgoing)
    })
    incoming.pipe(hop)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  t.teardown(() => {
    proxy.closeAllConnections()
    proxy.close()
  })
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
}

/** Ids with all that a path could trip over; the second is what is left of the first when it is decoded twice. */
const ids = ['box/1 %2F é', 'box/1 / é']

for (const prefix of ['', '/collections']) {
  t.test(`viewers find everything through a proxy ${prefix ? 'that takes a prefix off' : 'at the root'}`, async t => {
    const site = await openSite(t)
    const { config, writer } = site.services
    for (const [index, id] of ids.entries()) {
      const image = await pyramidOf(config.dataDirectory, `file-${index}`, gradient(600 + index, 600))
      await writer.putImage({ ...image, id })
    }
    const outside = await openProxy(t, await listen(site.app, { host: '127.0.0.1', port: 0 }), prefix)

    for (const [index, id] of ids.entries()) {
      const service = `${outside}${prefix}/iiif/image/3/${encodeURIComponent(id)}`
      const base = await fetch(service, { redirect: 'manual' })
      t.match([base.status, base.headers.get('location')], [303, `${service}/info.json`])
      const info = (await (await fetch(`${service}/info.json`)).json()) as { id: string; width: number }
      t.match(info, { id: service, width: 600 + index }, 'an encoded slash is decoded once')
      for (const _twice of [1, 2]) {
        const tile = await fetch(`${service}/0,0,512,512/512,512/0/default.jpg`)
        t.equal(tile.status, 200)
        t.match(tile.headers.get('link'), `<${service}/0,0,512,512/max/0/default.jpg>;rel="canonical"`)
        t.equal((await tile.arrayBuffer()).byteLength, Number(tile.headers.get('content-length')))
        const etag = tile.headers.get('etag') ?? ''
        const known = await fetch(tile.url, { headers: { 'if-none-match': etag }, cache: 'no-store' })
        t.equal(known.status, 304)
        const part = await fetch(tile.url, { headers: { range: 'bytes=0-1', 'if-range': etag } })
        t.strictSame([part.status, Buffer.from(await part.arrayBuffer()).toString('hex')], [206, 'ffd8'])
      }
    }
  })
}
