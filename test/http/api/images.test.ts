import { readdir, readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import sharp from 'sharp'
import t from 'tap'
import { listen } from '../../../src/http/listen.js'
import { type Desk, openDesk, tokens } from './desk.js'
import { boundary, formHeaders, formOf, pictureOf, upload } from './forms.js'

/** What stands in the data directory of uploads and pyramids. */
const leftIn = async ({ services }: Desk, folder: string): Promise<readonly string[]> =>
  readdir(join(services.config.dataDirectory, folder)).then(
    names => names.toSorted(),
    () => [],
  )

t.test('an uploaded picture hangs in its work, and is public once the work is', async t => {
  const desk = await openDesk(t)
  const { ask, make, read, visit, settled, services } = desk
  await make('/api/works/a', { title: { fr: ['La tour'] } })
  const bytes = await pictureOf(700, 500)
  const sent = await upload(desk, formOf({ work: 'a', label_fr: 'Recto' }, { name: 'La Tour.png', bytes }))
  t.match(sent, { status: 202, body: { stage: 'waiting', by: 'anne', fileName: 'La Tour.png', length: bytes.length } })
  t.equal(sent.headers.location, sent.body.address)
  const done = await settled(sent.body.address)
  t.match(done, {
    stage: 'done',
    images: ['la-tour'],
    hung: [{ image: 'la-tour', work: 'a', view: '1', layer: 'visible' }],
    notes: [],
  })
  t.strictSame((await read('/api/works/a/views')).body.items, [
    { key: '1', label: { fr: ['Recto'] }, layers: [{ kind: 'visible', image: 'la-tour' }] },
  ])
  t.match((await read('/api/images/la-tour')).body, {
    image: { width: 700, height: 500 },
    hung: [{ work: 'a', view: '1' }],
  })
  t.equal((await visit('/iiif/image/3/la-tour/info.json')).status, 404, 'a draft does not show')
  const pixels = await desk.app.inject({
    url: '/api/images/la-tour/full/max/0/default.png',
    headers: { authorization: `Bearer ${tokens.anne}` },
  })
  t.match(await sharp(pixels.rawPayload).metadata(), { width: 700, height: 500 })
  t.equal((await visit('/api/images/la-tour/full/max/0/default.png')).status, 401)

  const preview = await read('/api/works/a/manifest')
  t.match(preview.body, { type: 'Manifest', id: 'http://museum.example.org/iiif/presentation/3/works/a/manifest' })
  const { etag } = await read('/api/works/a')
  await ask('PATCH', '/api/works/a', { body: { state: 'published' }, headers: { 'if-match': etag } })
  t.strictSame(JSON.parse((await visit('/iiif/presentation/3/works/a/manifest')).body), preview.body)
  t.equal((await visit('/iiif/image/3/la-tour/full/max/0/default.jpg')).status, 200)
  const older = await read('/api/works/a/manifest?version=2')
  t.strictSame(JSON.parse((await visit('/iiif/presentation/2/works/a/manifest')).body), older.body)

  const [master = ''] = (await leftIn(desk, 'masters')).filter(name => name !== 'incoming')
  t.match(master, /^la-tour\.[0-9a-f]{12}\.png$/)
  t.ok((await readFile(join(services.config.dataDirectory, 'masters', master))).equals(bytes))
})

t.test('fields may follow the file, and layers and pages find their places', async t => {
  const desk = await openDesk(t)
  await desk.make('/api/works/a', {})
  const bytes = await pictureOf(80, 60)
  const end = Buffer.from(`--${boundary}--\r\n`)
  const file = formOf({}, { bytes })
  const form = Buffer.concat([
    file.subarray(0, file.length - end.length),
    formOf({ work: 'a', view: '1', layer: 'infrared', id: 'tour-ir', layer_label_en: '1650 nm' }),
  ])
  await desk.settled((await upload(desk, form)).body.address)
  const pages = await sharp({ create: { width: 40, height: 60, channels: 3, background: '#345', pageHeight: 30 } })
    .tiff()
    .toBuffer()
  await desk.settled((await upload(desk, formOf({ work: 'a' }, { name: 'scan.tif', bytes: pages }))).body.address)
  const { items } = (await desk.read('/api/works/a/views')).body
  t.match(items[0], { key: '1', layers: [{ kind: 'infrared', image: 'tour-ir', label: { en: ['1650 nm'] } }] })
  t.match(items[1], { key: '2', layers: [{ kind: 'visible', image: 'scan' }] })
  t.match(items[2], { key: '2-p02', layers: [{ kind: 'visible', image: 'scan-p02' }] })
})

t.test('a place that is taken is kept, and the curator told', async t => {
  const desk = await openDesk(t)
  await desk.make('/api/works/a', {})
  const place = { work: 'a', view: '1' }
  await desk.settled(
    (await upload(desk, formOf(place, { name: 'first.png', bytes: await pictureOf(50, 40) }))).body.address,
  )
  const second = await desk.settled(
    (await upload(desk, formOf(place, { name: 'second.png', bytes: await pictureOf(60, 40) }))).body.address,
  )
  t.match(second, {
    stage: 'done',
    images: ['second'],
    hung: [],
    notes: [/hangs nowhere yet: Another picture is already the visible layer/],
  })
  t.match((await desk.read('/api/works/a/views/1')).body.layers, [{ image: 'first' }])
})

t.test('an image is replaced by who read it last, and by no one else', async t => {
  const desk = await openDesk(t)
  const put = async (headers: Record<string, string>, side: number, fields = {}) =>
    desk.ask('PUT', '/api/images/tour', {
      body: formOf(fields, { bytes: await pictureOf(side, 40) }),
      headers: { ...formHeaders, ...headers },
    })
  const first = await put({ 'if-none-match': '*' }, 50)
  t.match(first, { status: 202, headers: { location: /\/api\/uploads\// } })
  t.match(await desk.settled(first.body.address), { stage: 'done', images: ['tour'] })
  const { etag, body } = await desk.read('/api/images/tour')
  t.match(await put({}, 60), { status: 428 })
  t.match(await put({ 'if-none-match': '*' }, 60), { status: 412, etag, body: { present: body } })
  t.match(await put({ 'if-match': '"other"' }, 60), { status: 412, etag, body: { present: { image: { width: 50 } } } })
  t.match(await put({ 'if-match': etag }, 60, { id: 'another' }), { status: 400, body: { errors: [{ field: 'id' }] } })
  const byName = await upload(desk, formOf({ id: 'tour' }, { bytes: await pictureOf(60, 40) }))
  t.match(await desk.settled(byName.body.address), {
    stage: 'refused',
    why: /send it to \/api\/images\/tour with If-Match/,
  })

  const [one, other] = [await put({ 'if-match': etag }, 60), await put({ 'if-match': etag }, 70)]
  t.match(await desk.settled(one.body.address), { stage: 'done' })
  t.match(await desk.settled(other.body.address), { stage: 'refused', why: /has changed since it was read/ })
  t.match((await desk.read('/api/images/tour')).body, { image: { width: 60 } })
  t.match(await put({ 'if-match': etag }, 70), { status: 412 })
  const wrong = await desk.ask('PUT', '/api/images/..%2Ftour', { body: formOf({}), headers: formHeaders })
  t.match(wrong, { status: 400, body: { errors: [{ field: 'image' }] } })
  t.notOk((await leftIn(desk, 'masters/incoming')).some(name => name.endsWith('.part')))
})

t.test('who uploaded a picture stands in the journal', async t => {
  const desk = await openDesk(t)
  await desk.make('/api/works/a', { state: 'published' }, 'bart')
  const form = formOf({ work: 'a' }, { bytes: await pictureOf(50, 40) })
  await desk.settled((await upload(desk, form, { as: 'anne' })).body.address)
  const { etag } = await desk.read('/api/images/tour')
  const again = await desk.ask('PUT', '/api/images/tour', {
    as: 'bart',
    body: formOf({}, { bytes: await pictureOf(60, 40) }),
    headers: { ...formHeaders, 'if-match': etag },
  })
  await desk.settled(again.body.address)
  const { items } = (await desk.read('/api/journal')).body
  t.strictSame(
    items.map(({ verb, kind, id, by }: Record<string, string>) => `${by}: ${verb} ${kind} ${id}`),
    [
      'bart: create work a',
      'anne: create image tour',
      'anne: update work a',
      'bart: update image tour',
      'bart: update work a',
    ],
  )
})

t.test('what is no picture is refused with the sentence of ingest, and nothing of it stays', async t => {
  const desk = await openDesk(t)
  const lies: readonly (readonly [string, Buffer, RegExp])[] = [
    ['a.png', Buffer.from('This is a text that says it is a picture.'), /It is a text, not a picture/],
    ['b.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG is a drawing/],
    ['c.png', (await pictureOf(300, 200)).subarray(0, 2000), /./],
    ['d.tif', Buffer.from('II*\0\x08\0\0\0\xff\xff\0\0', 'latin1'), /./],
  ]
  for (const [name, bytes, why] of lies) {
    const refused = await desk.settled((await upload(desk, formOf({}, { name, bytes }))).body.address)
    t.match(refused, { stage: 'refused', why }, name)
    t.notMatch(refused.why, desk.services.config.dataDirectory)
  }
  t.strictSame((await desk.read('/api/images')).body.items, [])
  t.strictSame(await leftIn(desk, 'masters'), ['incoming'])
  t.strictSame(
    (await leftIn(desk, 'masters/incoming')).filter(name => name.endsWith('.part')),
    [],
  )
  t.strictSame(await leftIn(desk, 'pyramids'), [])
})

t.test('forms that are not as they must be are refused, and leave nothing', async t => {
  const desk = await openDesk(t, { uploadMaxMb: '1' })
  const bytes = await pictureOf(20, 20)
  const file = { bytes }
  const cases: readonly (readonly [string, Buffer, Record<string, string>, number, RegExp])[] = [
    ['no boundary', formOf({}, file), { 'content-type': 'multipart/form-data' }, 400, /form|understood/],
    [
      'another boundary',
      formOf({}, file),
      { 'content-type': 'multipart/form-data; boundary=x' },
      400,
      /form|field "file"/,
    ],
    ['no form at all', Buffer.from('{}'), { 'content-type': 'application/json' }, 415, /multipart/],
    ['no file', formOf({ work: 'a' }), {}, 400, /field "file"/],
    ['empty', formOf({}, { bytes: Buffer.alloc(0) }), {}, 400, /file is empty/],
    ['a large field', formOf({ work: 'x'.repeat(20_000) }, file), {}, 413, /10000 bytes/],
    [
      'many fields',
      formOf(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`f${i}`, 'x'])), file),
      {},
      400,
      /30 fields/,
    ],
    ['two files', formOf({}, file, file), {}, 400, /one file/],
    ['a large file', formOf({}, { bytes: Buffer.alloc(1_100_000) }), {}, 413, /at most 1 MB/],
    ['an unknown field', formOf({ wrok: 'a' }, file), {}, 400, /wrok/],
    ['a wrong layer', formOf({ work: 'a', layer: 'gamma' }, file), {}, 400, /layer/],
    ['a path as id', formOf({ id: '../../etc/passwd' }, file), {}, 400, /id/],
    ['a view of no work', formOf({ view: '1' }, file), {}, 400, /Expected the work that has the view/],
    ['a work that is not there', formOf({ work: 'nowhere' }, file), {}, 422, /no work "nowhere"/],
    ['a name of nothing', formOf({}, { ...file, name: '???.png' }), {}, 400, /id/],
    ['cut off', formOf({}, file).subarray(0, -80), {}, 400, /form/],
  ]
  for (const [name, form, headers, status, message] of cases) {
    const answer = await upload(desk, form, { headers })
    t.equal(answer.status, status, `${name}: ${JSON.stringify(answer.body)}`)
    t.match(answer.body.message, message, name)
    t.strictSame(await leftIn(desk, 'masters/incoming'), [], name)
  }
  t.strictSame((await desk.read('/api/uploads')).body.items, [])
})

t.test('a name with folders in it is a name', async t => {
  const desk = await openDesk(t)
  for (const name of ['../../../tmp/evil.png', 'C:\\\\pictures\\\\evil.png', '/evil.png']) {
    const done = await desk.settled(
      (await upload(desk, formOf({}, { name, bytes: await pictureOf(30, 20) }))).body.address,
    )
    t.match(done, { stage: 'done', images: ['evil'], fileName: 'evil.png' }, name)
  }
})

t.test('a form that breaks off in the middle leaves nothing', async t => {
  const desk = await openDesk(t)
  const { port } = new URL(await listen(desk.app, { host: '127.0.0.1', port: 0 }))
  const form = formOf({}, { bytes: Buffer.alloc(300_000, 7) })
  const headers = { authorization: `Bearer ${tokens.anne}`, ...formHeaders, 'content-length': form.length }
  const sending = request({ port, method: 'POST', path: '/api/images', headers })
  sending.on('error', () => undefined)
  sending.write(form.subarray(0, 200_000))
  while ((await leftIn(desk, 'masters/incoming')).length === 0) await setImmediate()
  const closed = new Promise(resolve => sending.once('close', resolve))
  sending.destroy()
  await closed
  while ((await leftIn(desk, 'masters/incoming')).length > 0) await setImmediate()
  t.strictSame((await desk.read('/api/uploads')).body.items, [])
})

t.test('what waits when the server stops is ingested at the next start', async t => {
  const data = t.testdir()
  const first = await openDesk(t, { data })
  await first.make('/api/works/a', {})
  const sent = await Promise.all(
    ['one', 'two', 'three'].map(async (name, index) =>
      upload(first, formOf({ work: 'a' }, { name: `${name}.png`, bytes: await pictureOf(900 + index, 700) })),
    ),
  )
  await first.app.close()
  await writeFile(join(data, 'masters', 'incoming', `${'0'.repeat(24)}.part`), 'left by a crash')
  const second = await openDesk(t, { data })
  for (const { body } of sent) t.match(await second.settled(body.address), { stage: 'done' })
  t.equal((await second.read('/api/works/a/views')).body.items.length, 3)
  t.notOk((await leftIn(second, 'masters/incoming')).some(name => name.endsWith('.part')))
})
