import { join } from 'node:path'
import t from 'tap'
import { openCatalogue } from '../../../src/catalogue/sqlite/open.js'
import { listen } from '../../../src/http/listen.js'
import { imageOf } from '../../contract/catalogue.js'
import { openDesk, tokens } from './desk.js'

type Work = Readonly<{ related?: readonly string[] }>

t.test('curators who write at once lose none of each other’s changes', async t => {
  const { app, make, services } = await openDesk(t)
  const address = await listen(app, { host: '127.0.0.1', port: 0 })
  await make('/api/works/a', {})
  const url = `${address}api/works/a`
  let refused = 0
  /** Adds one entry, and merges with what is there as often as another was faster. */
  const add = async (entry: string, token: string): Promise<void> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    let answer = await fetch(url, { headers })
    for (;;) {
      const etag = answer.headers.get('etag') ?? ''
      const body = (await answer.json()) as Work & { present?: Work }
      const { related = [] } = body.present ?? body
      const change = JSON.stringify({ related: [...related, entry] })
      answer = await fetch(url, { method: 'PATCH', headers: { ...headers, 'if-match': etag }, body: change })
      if (answer.status === 200) return void (await answer.arrayBuffer())
      if (answer.status !== 412) throw new Error(`answered ${answer.status}`)
      refused += 1
    }
  }
  const entries = Array.from({ length: 24 }, (_, index) => `w${index}`)
  await Promise.all(entries.map((entry, index) => add(entry, index % 2 ? tokens.anne : tokens.bart)))
  const held = await services.editor.works.get({ work: 'a' })
  t.strictSame(held?.value.related?.toSorted(), entries.toSorted())
  t.ok(refused > 0, 'some were too late, and merged')
})

t.test('of those who make the same thing at once, one does', async t => {
  const { app, services } = await openDesk(t)
  const address = await listen(app, { host: '127.0.0.1', port: 0 })
  await services.writer.putImage(imageOf('i'), undefined, { draft: true })
  const put = async (path: string, body: object) => {
    const headers = { authorization: `Bearer ${tokens.anne}`, 'content-type': 'application/json', 'if-none-match': '*' }
    const answer = await fetch(`${address}api/${path}`, { method: 'PUT', headers, body: JSON.stringify(body) })
    await answer.arrayBuffer()
    return answer.status
  }
  for (const [path, body] of [
    ['museums/M0617', { name: { fr: ['Musée'] } }],
    ['works/a', {}],
    ['works/a/views/1', { layers: [{ kind: 'visible', image: 'i' }] }],
    ['works/a/views/1/layers/xray', { image: 'i' }],
  ] as const) {
    const statuses = await Promise.all(Array.from({ length: 10 }, () => put(path, body)))
    t.strictSame(statuses.toSorted(), [201, ...Array<number>(9).fill(412)], path)
  }
})

t.test('what another process has written meanwhile is not overwritten either', async t => {
  const { ask, make, services } = await openDesk(t)
  const { etag } = await make('/api/works/a', { inventory: '1' })
  const other = openCatalogue(join(services.config.dataDirectory, 'catalogue.db'), () => new Date())
  await other.writer.putWorks([{ id: 'a', inventory: '2' }])
  other.close()
  const answer = await ask('PUT', '/api/works/a', { body: { inventory: '3' }, headers: { 'if-match': etag } })
  t.match(answer, { status: 412, body: { present: { inventory: '2', state: 'published' } } })
})
