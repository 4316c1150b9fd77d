import { join } from 'node:path'
import t from 'tap'
import { configFrom, type RenderBounds } from '../../src/config.js'
import { openDerivatives } from '../../src/image/derivatives/derivatives.js'
import { version3 } from '../../src/image/dialect.js'
import { type Images, openImages } from '../../src/image/images.js'
import { type Plan, planImage } from '../../src/image/plan.js'
import type { ImageRecord } from '../../src/image/record.js'
import { parseImageRequest } from '../../src/image/request.js'
import { readSettings } from '../../src/settings.js'
import { fileStorage } from '../../src/storage/storage.js'
import { fc } from '../seeded.js'
import { gradient } from './gradient.js'
import { pyramidOf } from './pyramid-of.js'

const config = configFrom(readSettings({}))
const data = t.testdir()
const image = await pyramidOf(data, 'gradient', gradient(1100, 800))

function open(t: { fail(message: string): unknown }, bounds: Partial<RenderBounds> = {}, name = 'derivatives'): Images {
  const render = { ...config.render, ...bounds }
  const derivatives = openDerivatives(join(data, `${name}.db`), render.derivatives, t.fail)
  return openImages(fileStorage(data), render, derivatives)
}

function plan(path: string, of: ImageRecord = image): Plan {
  const [region = '', size = '', rotation = '', file = ''] = path.split('/')
  return planImage(parseImageRequest({ region, size, rotation, file }, version3), of, config, version3).plan
}

const ask = (images: Images, plan: Plan, client = 'someone'): Promise<Buffer> => images.read(image, plan, { client })

const thumbnail = plan('full/200,/0/default.jpg')
const edge = plan('1024,512,76,288/76,288/0/default.jpg')
const tile = plan('0,0,512,512/512,512/0/default.jpg')

t.test('a hundred who ask for the same at once cost one render', async t => {
  const images = open(t, {}, 'hundred')
  const all = await Promise.all(Array.from({ length: 100 }, (_, index) => ask(images, thumbnail, `client ${index}`)))
  t.ok(all.every(bytes => bytes.equals(all[0] as Buffer)))
  t.match(images.counters, { rendered: 1, coalesced: 99, derivativesKept: 1 })
  await ask(images, thumbnail)
  t.match(images.counters, { rendered: 1, derivativesRead: 1 })
  await images.close()
})

t.test('a large image that somebody still holds is not read again', async t => {
  const images = open(t, { derivatives: 0 })
  const large = plan('full/^3300,/0/default.tif')
  const first = await ask(images, large)
  t.equal(await ask(images, large), first)
  t.match(images.counters, { rendered: 1, shared: 1 })
  await images.close()
})

t.test('what was rendered is read by the next process, without decoding', async t => {
  const first = open(t, {}, 'next')
  const before = await Promise.all([thumbnail, edge, tile].map(plan => ask(first, plan)))
  t.match(first.counters, { rendered: 1, cut: 1, tilesPassed: 1, derivativesKept: 2 })
  await first.close()
  const next = open(t, {}, 'next')
  const after = await Promise.all([thumbnail, edge, tile].map(plan => ask(next, plan)))
  t.strictSame(after, before)
  t.match(next.counters, { rendered: 0, cut: 0, tilesDecoded: 0, pixelsDecoded: 0, tilesPassed: 1, derivativesRead: 2 })
  await next.close()
})

t.test('what is filled is what would be rendered, and is rendered once', async t => {
  const rendering = open(t, { derivatives: 0 })
  const plans = [thumbnail, edge, tile, plan('full/550,400/0/default.jpg')]
  const expected = await Promise.all(plans.map(plan => ask(rendering, plan)))
  t.match(rendering.counters, { rendered: 2, cut: 1, derivativesKept: 0 })
  await rendering.fill(image, plans)
  t.equal(rendering.counters.rendered, 2, 'nothing is rendered where nothing is kept')
  await rendering.close()

  const images = open(t, {}, 'fill')
  await images.fill(image, plans)
  t.match(images.counters, { rendered: 2, cut: 1, derivativesKept: 3 })
  await images.fill(image, plans)
  t.match(images.counters, { rendered: 2, cut: 1, derivativesKept: 3 })
  t.strictSame(await Promise.all(plans.map(plan => ask(images, plan))), expected)
  t.match(images.counters, { rendered: 2, cut: 1, derivativesRead: 3 })
  await images.close()
})

t.test('filling stops when it is told to', async t => {
  const images = open(t, {}, 'stopped')
  await t.rejects(images.fill(image, [thumbnail], AbortSignal.abort(new Error('stop'))), { message: 'stop' })
  t.match(images.counters, { rendered: 0, derivativesKept: 0 })
  await images.close()
})

t.test('a replaced image is served anew at once', async t => {
  const images = open(t, {}, 'replaced')
  const old = await ask(images, thumbnail)
  const replaced = await pyramidOf(data, 'gradient', gradient(1100, 800).negate())
  t.not(replaced.version, image.version)
  const fresh = await images.read(replaced, thumbnail)
  t.notOk(fresh.equals(old))
  t.equal(images.counters.rendered, 2)
  await images.forget(image)
  await images.close()
  const next = open(t, {}, 'replaced')
  t.ok((await next.read(replaced, thumbnail)).equals(fresh))
  t.match(next.counters, { rendered: 0, derivativesRead: 1 })
  await ask(next, thumbnail)
  t.match(next.counters, { rendered: 1 }, 'what was forgotten is gone')
  await next.close()
})

t.test('a failed render is not remembered', async t => {
  const images = open(t, {}, 'failed')
  const missing = { ...image, id: 'missing', pyramid: 'pyramids/missing.tif' }
  await t.rejects(images.read(missing, thumbnail), { code: 'damaged' })
  await t.rejects(images.read(missing, thumbnail), { code: 'damaged' })
  t.ok(await images.read({ ...missing, pyramid: image.pyramid }, thumbnail))
  await images.close()
})

t.test('what can never fit is refused as too large, what does not fit now as busy', async t => {
  const bounds = { light: { jobs: 1, queue: 0 }, heavy: { jobs: 1, queue: 0 }, memory: 64_000_000, derivatives: 0 }
  const images = open(t, bounds)
  const large = plan('full/^6000,/90/default.png')
  await t.rejects(ask(images, large), { code: 'too-large', message: /smaller size/ })
  const [first, second] = await Promise.allSettled([ask(images, thumbnail), ask(images, edge)])
  t.equal(first?.status, 'fulfilled')
  t.match(second, { status: 'rejected', reason: { code: 'busy' } })
  t.ok(await ask(images, tile), 'stored tiles need no place')
  t.equal(images.counters.refusedBusy, 1)
  await images.close()
})

t.test('a light request does not wait for heavy ones', async t => {
  const images = open(t, { heavy: { jobs: 1, queue: 9 }, derivatives: 0 })
  const order: string[] = []
  const heavy = ['0', '90', '180'].map(async degrees => {
    await ask(images, plan(`full/^3300,/${degrees}/default.png`), `client ${degrees}`)
    order.push('heavy')
  })
  await ask(images, thumbnail)
  order.push('light')
  await Promise.all(heavy)
  t.equal(order[0], 'light')
  await images.close()
})

t.test('clients that leave at random leave nothing wrong and no place lost', async t => {
  const paths = ['0', '90', '180', '270'].flatMap(degrees =>
    ['full', '100,100,600,600', '300,200,800,600'].map(region => `${region}/300,/${degrees}/default.jpg`),
  )
  const plans = paths.map(path => plan(path))
  const reference = open(t, { derivatives: 0 })
  const expected = await Promise.all(plans.map(plan => ask(reference, plan)))
  await reference.close()
  const visit = fc.record({ which: fc.nat(plans.length - 1), client: fc.constantFrom('a', 'b', 'c'), stays: fc.nat(6) })
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(visit, { minLength: 1, maxLength: 40 }), async visits => {
      run += 1
      const bounds = { light: { jobs: 2, queue: 20 }, heavy: { jobs: 1, queue: 20 } }
      const images = open(t, bounds, `aborts-${run}`)
      const answers = visits.map(async ({ which, client, stays }) => {
        const leaving = new AbortController()
        const answer = images.read(image, plans[which] as Plan, { client, signal: leaving.signal })
        if (stays < 5) void turnsOfTheLoop(stays * 3).then(() => leaving.abort(new Error('left')))
        const bytes = await answer.catch(error => {
          if (error.message !== 'left' && error.code !== 'busy') throw error
        })
        return bytes === undefined || bytes.equals(expected[which] as Buffer)
      })
      const right = (await Promise.all(answers)).every(Boolean)
      // What is kept, and what every place must still be able to render
      const all = await inTurn(plans, plan => ask(images, plan))
      await images.close()
      return right && all.every((bytes, which) => bytes.equals(expected[which] as Buffer))
    }),
    { numRuns: 12 },
  )
})

async function turnsOfTheLoop(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise(resolve => setImmediate(resolve))
}

async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  for (const one of all) results.push(await work(one))
  return results
}
