import t from 'tap'
import { imageOf } from '../../contract/catalogue.js'
import { type Desk, openDesk } from './desk.js'

async function furnished(t: Parameters<typeof openDesk>[0]): Promise<Desk> {
  const desk = await openDesk(t)
  for (const id of ['i', 'j', 'k']) await desk.services.writer.putImage(imageOf(id), undefined, { draft: true })
  await desk.make('/api/works/a', { title: { fr: ['Vue'] } })
  return desk
}

t.test('views follow each other as they are made, until they are put in another order', async t => {
  const { ask, make, read, visit } = await furnished(t)
  for (const [key, image] of [
    ['recto', 'i'],
    ['verso', 'j'],
    ['detail', 'k'],
  ] as const)
    await make(`/api/works/a/views/${key}`, { layers: [{ kind: 'visible', image }] })
  const order = await read('/api/works/a/order')
  t.strictSame(order.body, { views: ['recto', 'verso', 'detail'] })
  const views = ['detail', 'recto', 'verso']
  const put = (body: object, etag = order.etag) =>
    ask('PUT', '/api/works/a/order', { body, headers: { 'if-match': etag } })
  t.match(await put({ views: ['detail', 'recto'] }), { status: 422, body: { message: /recto, verso, detail once/ } })
  t.match(await put({ views: [...views, 'recto'] }), { status: 422 })
  t.equal((await put({ views })).status, 200)
  t.equal((await put({ views: ['recto', 'verso', 'detail'] })).status, 412)
  t.strictSame(
    (await read('/api/works/a/views')).body.items.map(({ key }: { key: string }) => key),
    views,
  )
  await publish(ask, read)
  const manifest = JSON.parse((await visit('/iiif/presentation/3/works/a/manifest')).body)
  t.strictSame(
    manifest.items.map(({ id }: { id: string }) => id.split('/').at(-1)),
    views,
  )
})

const publish = async (ask: Desk['ask'], read: Desk['read']) => {
  const { etag } = await read('/api/works/a')
  return ask('PATCH', '/api/works/a', { body: { state: 'published' }, headers: { 'if-match': etag } })
}

t.test('a layer is added to a view and taken away, and a view takes all its layers at once', async t => {
  const { ask, make, read, visit } = await furnished(t)
  await make('/api/works/a/views/1/layers/visible', { image: 'i' })
  await make('/api/works/a/views/1/layers/infrared', { image: 'j', label: { fr: ['IR'] } })
  const view = await read('/api/works/a/views/1')
  t.strictSame(view.body, {
    key: '1',
    layers: [
      { kind: 'visible', image: 'i' },
      { kind: 'infrared', image: 'j', label: { fr: ['IR'] } },
    ],
  })
  await publish(ask, read)
  t.equal((await visit('/iiif/image/3/j/info.json')).status, 200)
  const layers = [{ kind: 'visible', image: 'k' }]
  const put = await ask('PUT', '/api/works/a/views/1', {
    body: { label: { fr: ['Recto'] }, layers },
    headers: { 'if-match': view.etag },
  })
  t.strictSame(put.body, { key: '1', label: { fr: ['Recto'] }, layers })
  t.equal((await visit('/iiif/image/3/j/info.json')).status, 410, 'it hangs nowhere any more')
  t.equal((await visit('/iiif/image/3/k/info.json')).status, 200)
})

t.test('images and works that are not there, and layers twice, are refused', async t => {
  const { ask, read } = await furnished(t)
  const put = (path: string, body: object) => ask('PUT', path, { body, headers: { 'if-none-match': '*' } })
  t.match(await put('/api/works/a/views/1', { layers: [{ kind: 'visible', image: 'nowhere' }] }), {
    status: 422,
    body: { message: /no image "nowhere".*upload it first/ },
  })
  const twice = { kind: 'visible', image: 'i' }
  t.match(await put('/api/works/a/views/1', { layers: [twice, twice] }), { status: 422 })
  t.match(await put('/api/works/a/views/1', { layers: [] }), { status: 400, body: { errors: [{ field: 'layers' }] } })
  t.match(await put('/api/works/a/views/1/layers/ultrasound', { image: 'i' }), {
    status: 400,
    body: { errors: [{ field: 'layer' }] },
  })
  t.match(await put('/api/works/a/views/..%2F1', { layers: [twice] }), {
    status: 400,
    body: { errors: [{ field: 'view' }] },
  })
  t.match(await put('/api/works/b/views/1', { layers: [twice] }), { status: 404, body: { message: /no work "b"/ } })
  t.match(await put('/api/works/b/order', { views: [] }), { status: 404 })
  t.match(await read('/api/works/b/views'), { status: 404 })
  t.match(await read('/api/works/a/views/1/layers/xray'), {
    status: 404,
    body: { message: 'There is no layer "xray" of the view "1" of the work "a".' },
  })
})

t.test('writing the same again changes nothing, and visitors keep what they have', async t => {
  const { ask, make, read, services } = await furnished(t)
  const view = await make('/api/works/a/views/1', {
    layers: [
      { kind: 'visible', image: 'i' },
      { kind: 'xray', image: 'j' },
    ],
  })
  await publish(ask, read)
  const epoch = services.reader.revision('work', 'a')
  const layers = [
    { kind: 'xray', image: 'j' },
    { kind: 'visible', image: 'i' },
  ]
  const again = await ask('PUT', '/api/works/a/views/1', { body: { layers }, headers: { 'if-match': view.etag } })
  t.match(again, { status: 200, etag: view.etag })
  const order = await read('/api/works/a/order')
  await ask('PUT', '/api/works/a/order', { body: order.body, headers: { 'if-match': order.etag } })
  t.equal(services.reader.revision('work', 'a'), epoch)
})
