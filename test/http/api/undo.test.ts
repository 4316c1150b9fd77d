import t from 'tap'
import { hanging, imageOf } from '../../contract/catalogue.js'
import { type Desk, openDesk } from './desk.js'

const pathOf = (address: string): string => new URL(address).pathname

async function remove({ ask, read }: Desk, path: string) {
  const { etag } = await read(path)
  return ask('DELETE', path, { headers: { 'if-match': etag }, as: 'bart' })
}

/** A museum and its work with two views, one of them of two layers. */
async function furnish(desk: Desk) {
  const { make, services } = desk
  for (const id of ['front', 'front-x', 'back']) await services.writer.putImage(imageOf(id), undefined, { draft: true })
  await make('/api/museums/M0617', { name: { fr: ['Musée de Flandre'] }, town: 'Cassel' })
  await make('/api/works/whole', { title: { fr: ['Le retable'] }, state: 'published' })
  await make('/api/works/a', { title: { fr: ['Vue'] }, museum: 'M0617', state: 'published', partOf: { work: 'whole' } })
  await make('/api/works/a/views/2', { label: { fr: ['Verso'] }, layers: [{ kind: 'visible', image: 'back' }] })
  await make('/api/works/a/views/1', {
    layers: [
      { kind: 'xray', image: 'front-x', label: { fr: ['Radio'] } },
      { kind: 'visible', image: 'front' },
    ],
  })
}

const manifests = ['/iiif/presentation/3/works/a/manifest', '/iiif/presentation/2/works/a/manifest']
const shown = [...manifests, '/iiif/presentation/3/works/whole/manifest', '/iiif/image/3/front/info.json', '/works/a']

t.test('what is deleted comes back just as it was, for visitors too', async t => {
  const desk = await openDesk(t)
  await furnish(desk)
  const { ask, read, visit, flaws } = desk
  for (const path of [
    '/api/museums/M0617',
    '/api/works/a',
    '/api/works/a/views/2',
    '/api/works/a/views/1/layers/xray',
  ]) {
    const kept = [path, '/api/works/a', '/api/works/a/views', '/api/works/a/order', '/api/works/a/views/1']
    const before = await Promise.all([...kept.map(read), ...shown.map(visit)])
    const deleted = await remove(desk, path)
    t.match(deleted, { status: 200, body: { by: 'bart', address: `http://museum.example.org${path}` } }, path)
    t.equal((await read(path)).status, 404)
    t.notSame(await Promise.all(shown.map(visit)), before.slice(kept.length), `visitors see that ${path} is gone`)
    t.strictSame(flaws(), [], `the catalogue is whole without ${path}`)

    const restored = await ask('POST', pathOf(deleted.body.restore))
    t.strictSame(restored.body, deleted.body)
    const after = await Promise.all([...kept.map(read), ...shown.map(visit)])
    const bodies = (answers: readonly { status: number; body: unknown }[]) =>
      answers.map(({ status, body }) => ({ status, body }))
    t.strictSame(bodies(after), bodies(before), path)
    t.strictSame(
      after.slice(0, kept.length).map(answer => 'etag' in answer && answer.etag),
      before.slice(0, kept.length).map(answer => 'etag' in answer && answer.etag),
    )
    t.equal((await ask('POST', pathOf(deleted.body.restore))).status, 404, 'once')
  }
  t.strictSame((await read('/api/deletions')).body, { items: [] })
  t.strictSame(flaws(), [], 'the catalogue is whole again')
})

t.test('what is deleted is gone for visitors, and its pictures with it, and the journal says who did it', async t => {
  const desk = await openDesk(t)
  await furnish(desk)
  const { read, visit } = desk
  const { body } = await read('/api/journal?limit=500')
  const { seq } = body.items.at(-1)
  await remove(desk, '/api/works/a')
  for (const path of [...manifests, '/works/a', '/iiif/image/3/back/info.json'])
    t.equal((await visit(path)).status, 410, path)
  const { items } = (await read(`/api/journal?after=${seq}`)).body
  t.strictSame(
    items.map(({ verb, kind, id, by }: Record<string, string>) => `${by}: ${verb} ${kind} ${id}`),
    [
      'bart: delete work a',
      'bart: update work whole',
      'bart: delete image back',
      'bart: delete image front',
      'bart: delete image front-x',
    ],
  )
})

t.test('what stands in the place of something deleted is not overwritten by it', async t => {
  const desk = await openDesk(t)
  await furnish(desk)
  const { ask, make, flaws } = desk
  const work = await remove(desk, '/api/works/a')
  await make('/api/works/a', { title: { fr: ['Une autre'] } })
  t.match(await ask('POST', pathOf(work.body.restore)), { status: 409, body: { message: /a work "a" again/ } })
  await remove(desk, '/api/works/a')
  t.equal((await ask('POST', pathOf(work.body.restore))).status, 200)
  const layer = await remove(desk, '/api/works/a/views/1/layers/xray')
  const view = await remove(desk, '/api/works/a/views/1')
  t.match(await ask('POST', pathOf(layer.body.restore)), { status: 404, body: { message: /no view "1"/ } })
  await make('/api/works/a/views/1', { layers: [{ kind: 'visible', image: 'front' }] })
  t.equal((await ask('POST', pathOf(view.body.restore))).status, 409)
  t.equal((await ask('POST', pathOf(layer.body.restore))).status, 200)
  t.strictSame(flaws(), [])
})

t.test('the last layer of a view goes with the view alone', async t => {
  const desk = await openDesk(t)
  await furnish(desk)
  t.match(await remove(desk, '/api/works/a/views/2/layers/visible'), {
    status: 409,
    body: { message: /delete the view/ },
  })
})

t.test('deletions are listed, the latest first', async t => {
  const desk = await openDesk(t)
  for (const id of ['a', 'b', 'c']) {
    await desk.make(`/api/works/${id}`, {})
    await remove(desk, `/api/works/${id}`)
  }
  const first = await desk.read('/api/deletions?limit=2')
  t.match(first.body.items, [{ kind: 'work', place: ['c'] }, { place: ['b'] }])
  const rest = await desk.read(first.body.next.replace('http://museum.example.org', ''))
  t.match(rest.body.items, [{ place: ['a'] }])
})

t.test('an image that hangs elsewhere too stays public', async t => {
  const desk = await openDesk(t)
  await furnish(desk)
  await desk.services.writer.putImage(imageOf('back'), hanging('whole'))
  await remove(desk, '/api/works/a')
  t.equal((await desk.visit('/iiif/image/3/back/info.json')).status, 200)
})
