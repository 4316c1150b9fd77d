import { readdir, readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { configFrom } from '../../../src/config.js'
import { buildApp } from '../../../src/http/app.js'
import { listen } from '../../../src/http/listen.js'
import { openServices } from '../../../src/services.js'
import { readSettings } from '../../../src/settings.js'
import { needs, shared } from '../../shared.js'
import { apiToken, type Desk, openDesk, tokens } from './desk.js'
import { pictureOf } from './forms.js'

const tus = { 'tus-resumable': '1.0.0' } as const
const ofBytes = { ...tus, 'content-type': 'application/offset+octet-stream' } as const
const metadata = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')

const announce = ({ ask }: Desk, length: number, fields: Readonly<Record<string, string>> = { filename: 'tour.png' }) =>
  ask('POST', '/api/uploads', {
    headers: { ...tus, 'upload-length': `${length}`, 'upload-metadata': metadata(fields) },
  })

const pathOf = (address: unknown): string => new URL(String(address)).pathname

const append = ({ ask }: Desk, path: string, offset: number, bytes: Buffer) =>
  ask('PATCH', path, { body: bytes, headers: { ...ofBytes, 'upload-offset': `${offset}` } })

t.test('a picture comes in parts, and is ingested when the last has come', async t => {
  const desk = await openDesk(t)
  await desk.make('/api/works/a', {})
  const bytes = await pictureOf(400, 300)
  const begun = await announce(desk, bytes.length, {
    filename: 'tour.png',
    filetype: 'image/png',
    work: 'a',
    layer: 'visible',
  })
  t.equal(begun.status, 201)
  t.equal(begun.headers['tus-resumable'], '1.0.0')
  t.match(begun.headers['upload-expires'], / GMT$/)
  const path = pathOf(begun.headers.location)
  const half = Math.floor(bytes.length / 2)
  const first = await append(desk, path, 0, bytes.subarray(0, half))
  t.match(first, { status: 204, headers: { 'upload-offset': `${half}` } })
  const where = await desk.ask('HEAD', path, { headers: tus })
  t.match(where, {
    status: 200,
    headers: { 'upload-offset': `${half}`, 'upload-length': `${bytes.length}`, 'cache-control': 'no-store' },
  })
  t.match((await desk.read(path)).body, { stage: 'arriving', received: half })
  t.equal((await append(desk, path, half, bytes.subarray(half))).status, 204)
  t.match(await desk.settled(String(begun.headers.location)), {
    stage: 'done',
    images: ['tour'],
    hung: [{ work: 'a', view: '1' }],
  })
})

t.test('an upload that broke off goes on where it stopped, after a restart too', async t => {
  const data = t.testdir()
  const desk = await openDesk(t, { data })
  const { port } = new URL(await listen(desk.app, { host: '127.0.0.1', port: 0 }))
  const bytes = await pictureOf(600, 400)
  const begun = await announce(desk, bytes.length)
  const path = pathOf(begun.headers.location)
  const headers = {
    ...ofBytes,
    authorization: `Bearer ${tokens.anne}`,
    'upload-offset': '0',
    'content-length': bytes.length,
  }
  const sending = request({ port, method: 'PATCH', path, headers })
  sending.on('error', () => undefined)
  sending.write(bytes.subarray(0, 3000))
  const part = async () => (await readdir(join(data, 'masters', 'incoming'))).some(name => name.endsWith('.part'))
  while (!(await part())) await setImmediate()
  t.match(await append(desk, path, 0, bytes), { status: 409 }, 'two do not write at once')
  const closed = new Promise(resolve => sending.once('close', resolve))
  sending.destroy()
  await closed
  let offset = 0
  while (offset === 0) {
    offset = Number((await desk.ask('HEAD', path, { headers: tus })).headers['upload-offset'])
    await setImmediate()
  }
  t.equal(offset, 3000)
  await desk.app.close()

  const again = await openDesk(t, { data })
  const there = await again.ask('HEAD', path, { headers: tus })
  t.equal(there.headers['upload-offset'], '3000')
  t.equal((await append(again, path, 3000, bytes.subarray(3000))).status, 204)
  t.match(await again.settled(String(begun.headers.location)), { stage: 'done', images: ['tour'] })
  t.match((await again.read('/api/images/tour')).body.image, { width: 600, master: { bytes: bytes.length } })
})

t.test('what does not fit what was announced is refused', async t => {
  const desk = await openDesk(t, { uploadMaxMb: '1' })
  const { ask } = desk
  const begun = await announce(desk, 100)
  const path = pathOf(begun.headers.location)
  t.equal((await append(desk, path, 5, Buffer.alloc(5))).status, 409)
  t.match(await append(desk, path, 0, Buffer.alloc(101)), { status: 413, body: { message: /Expected 100 bytes/ } })
  t.match(await ask('PATCH', path, { body: Buffer.alloc(5), headers: { ...ofBytes, 'tus-resumable': '0.2' } }), {
    status: 412,
    headers: { 'tus-version': '1.0.0' },
  })
  t.equal((await ask('PATCH', path, { body: '{}', headers: { ...tus, 'upload-offset': '0' } })).status, 415)
  t.equal((await ask('PATCH', path, { body: Buffer.alloc(5), headers: ofBytes })).status, 400)
  t.match(await announce(desk, 1_000_001), { status: 413, body: { message: /at most 1 MB/ } })
  t.equal((await announce(desk, 0)).status, 400)
  t.equal((await announce(desk, 10, { filename: '???' })).status, 400)
  t.equal((await announce(desk, 10, { filename: 'a.png', nonsense: 'x' })).status, 400)
  t.equal((await ask('POST', '/api/uploads', { headers: { ...tus, 'upload-length': '-1' } })).status, 400)
  t.equal(
    (await ask('POST', '/api/uploads', { headers: { ...tus, 'upload-length': '9', 'upload-metadata': 'a b c' } }))
      .status,
    400,
  )
  t.equal((await ask('HEAD', `/api/uploads/${'0'.repeat(24)}`, { headers: tus })).status, 404)
  t.match(await ask('OPTIONS', '/api/uploads'), {
    status: 204,
    headers: { 'tus-version': '1.0.0', 'tus-extension': /creation/, 'tus-max-size': '1000000' },
  })
})

t.test('an upload is given up at will, or when its time is over', async t => {
  let now = Date.parse('2026-05-01T12:00:00Z')
  const data = t.testdir()
  const services = await openServices(configFrom(readSettings({ data, apiToken, uploadHours: '24' })))
  const app = await buildApp({ ...services, clock: () => new Date(now) })
  t.teardown(async () => {
    await app.close()
    await services.close()
  })
  const ask = async (method: 'POST' | 'GET' | 'DELETE', url: string) => {
    const headers = {
      ...tus,
      authorization: `Bearer ${tokens.anne}`,
      'upload-length': '10',
      'upload-metadata': metadata({ filename: 'a.png' }),
    }
    return app.inject({ method, url, headers: { host: 'museum.example.org', ...headers } })
  }
  const files = () => readdir(join(data, 'masters', 'incoming'))
  const first = await ask('POST', '/api/uploads')
  const path = pathOf(first.headers.location)
  t.equal((await ask('DELETE', path)).statusCode, 204)
  t.equal((await ask('GET', path)).statusCode, 404)
  t.strictSame(await files(), [])
  const second = await ask('POST', '/api/uploads')
  now += 24 * 3_600_000
  t.equal((await ask('POST', '/api/uploads')).statusCode, 201)
  t.equal((await ask('GET', pathOf(second.headers.location))).statusCode, 404)
  t.equal((await files()).length, 1)
})

t.test('more uploads at once than are allowed are asked to wait', async t => {
  const desk = await openDesk(t, { uploadJobs: '1' })
  const { port } = new URL(await listen(desk.app, { host: '127.0.0.1', port: 0 }))
  const [one, two] = [await announce(desk, 100), await announce(desk, 100)]
  const headers = { ...ofBytes, authorization: `Bearer ${tokens.anne}`, 'upload-offset': '0', 'content-length': 100 }
  const sending = request({ port, method: 'PATCH', path: pathOf(one.headers.location), headers })
  sending.on('error', () => undefined)
  sending.write(Buffer.alloc(10))
  const directory = join(desk.services.config.dataDirectory, 'masters', 'incoming')
  while (!(await readdir(directory)).some(name => name.endsWith('.part'))) await setImmediate()
  const busy = await append(desk, pathOf(two.headers.location), 0, Buffer.alloc(10))
  t.match(busy, { status: 503, headers: { 'retry-after': String } })
  const closed = new Promise(resolve => sending.once('close', resolve))
  sending.destroy()
  await closed
})

t.test('a picture that comes in parts replaces an image for who read it last', async t => {
  const desk = await openDesk(t)
  const send = async (side: number, fields: Readonly<Record<string, string>>, condition: Record<string, string>) => {
    const bytes = await pictureOf(side, 40)
    const begun = await desk.ask('POST', '/api/uploads', {
      headers: {
        ...tus,
        ...condition,
        'upload-length': `${bytes.length}`,
        'upload-metadata': metadata({ filename: 'a.png', ...fields }),
      },
    })
    if (begun.status === 201) await append(desk, pathOf(begun.headers.location), 0, bytes)
    return begun
  }
  const first = await send(50, { id: 'tour' }, { 'if-none-match': '*' })
  t.match(await desk.settled(String(first.headers.location)), { stage: 'done' })
  const { etag } = await desk.read('/api/images/tour')
  t.match(await send(60, { id: 'tour' }, { 'if-none-match': '*' }), { status: 412, etag })
  t.match(await send(60, {}, { 'if-match': etag }), { status: 400, body: { message: /"id" in Upload-Metadata/ } })
  const second = await send(60, { id: 'tour' }, { 'if-match': etag })
  t.match(await desk.settled(String(second.headers.location)), { stage: 'done', images: ['tour'] })
  t.match((await desk.read('/api/images/tour')).body.image, { width: 60 })
})

t.test('no bytes are some too, and what there is no space for is refused before it comes', async t => {
  const desk = await openDesk(t, { uploadMaxMb: '900000000' })
  const begun = await announce(desk, 10)
  const none = await desk.ask('PATCH', pathOf(begun.headers.location), {
    headers: { ...ofBytes, 'upload-offset': '0' },
  })
  t.match(none, { status: 204, headers: { 'upload-offset': '0', 'tus-resumable': '1.0.0' } })
  t.match(await announce(desk, 800_000_000_000_000), { status: 507, body: { code: 'no-space', message: /make room/ } })
})

t.test('what was complete when the server ended is ingested, and what ends it twice is not', async t => {
  const data = t.testdir()
  const first = await openDesk(t, { data })
  const bytes = await pictureOf(60, 40)
  const addresses: string[] = []
  for (const id of ['whole', 'tried', 'deadly']) {
    const begun = await announce(first, bytes.length, { filename: 'a.png', id })
    addresses.push(pathOf(begun.headers.location))
  }
  await first.app.close()
  const left = [{}, { stage: 'working' }, { stage: 'working', interrupted: 1 }]
  for (const [index, record] of left.entries()) {
    const file = join(data, 'masters', 'incoming', String(addresses[index]?.split('/').at(-1)))
    await writeFile(`${file}.part`, bytes)
    await writeFile(
      `${file}.json`,
      JSON.stringify({ ...JSON.parse(await readFile(`${file}.json`, 'utf8')), ...record }),
    )
  }
  const second = await openDesk(t, { data })
  const [whole, tried, deadly] = await Promise.all(addresses.map(path => second.settled(`http://here${path}`)))
  t.match(whole, { stage: 'done', images: ['whole'] })
  t.match(tried, { stage: 'done', images: ['tried'], received: bytes.length })
  t.notOk('interrupted' in tried)
  t.match(deadly, { stage: 'refused', why: /ended twice/ })
})

t.test('a server that finds its port in use leaves the uploads of the other alone', async t => {
  const data = t.testdir()
  const first = await openDesk(t, { data })
  const { port } = new URL(await listen(first.app, { host: '127.0.0.1', port: 0 }))
  const part = join(data, 'masters', 'incoming', `${'0'.repeat(24)}.part`)
  await first.read('/api/uploads')
  await writeFile(part, 'on its way')
  const second = await openDesk(t, { data })
  await t.rejects(listen(second.app, { host: '127.0.0.1', port: Number(port) }), { code: 'conflict' })
  t.equal(await readFile(part, 'utf8'), 'on its way')
})

t.test('a painting comes in many parts and shows as it was sent', needs('data/images'), async t => {
  const desk = await openDesk(t)
  await desk.make('/api/works/a', { state: 'published' })
  const bytes = await readFile(shared('data/images/seurat-grande-jatte.tif') ?? '')
  const begun = await announce(desk, bytes.length, {
    filename: 'seurat-grande-jatte.tif',
    work: 'a',
    label_fr: 'Recto',
  })
  const path = pathOf(begun.headers.location)
  const size = 1_000_000
  for (let offset = 0; offset < bytes.length; offset += size)
    await append(desk, path, offset, bytes.subarray(offset, offset + size))
  t.match(await desk.settled(String(begun.headers.location)), { stage: 'done', images: ['seurat-grande-jatte'] })
  const manifest = JSON.parse((await desk.visit('/iiif/presentation/3/works/a/manifest')).body)
  t.match(manifest.items, [{ width: 4655, height: 3118, label: { fr: ['Recto'] } }])
  const [master = ''] = (await readdir(join(desk.services.config.dataDirectory, 'masters'))).filter(isMaster)
  t.ok((await readFile(join(desk.services.config.dataDirectory, 'masters', master))).equals(bytes))
})

const isMaster = (name: string): boolean => name !== 'incoming'
