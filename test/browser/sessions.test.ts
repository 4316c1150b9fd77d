import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { configFrom } from '../../src/config.js'
import { buildApp } from '../../src/http/app.js'
import { openServices } from '../../src/services.js'
import { readSettings } from '../../src/settings.js'
import { run } from '../cli/run.js'
import { needs, shared } from '../shared.js'
import { needsBrowser, openBrowser, turnWheel } from './browser.js'

/**
 * Records what real viewers ask for, for `test/image/session.test.ts` to play it again without a browser:
 * BEFFROI_RECORD_SESSIONS=$PWD/test/image/sessions npx tap --timeout=900 test/browser/sessions.test.ts
 */
const folder = process.env.BEFFROI_RECORD_SESSIONS

/** One picture of odd size, of which a pyramid is made, and a pyramid that is used as it came. */
const pictures = { evans: 'evans-fields-family-1936.jpg', morisot: 'morisot-woman-toilette.tif' } as const
const viewports = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]
const asked = /\/iiif\/image\/[23]\/([^/]+)\/([^/]+\/[^/]+\/[^/]+\/[^/?]+)$/

const wanted = folder ? {} : { skip: 'sessions are recorded when BEFFROI_RECORD_SESSIONS names a folder' }

t.test('nothing is rendered for viewers', { ...needs('data/images'), ...needsBrowser(), ...wanted }, async t => {
  const [house, browser] = await Promise.all([openHouse(t), openBrowser(t)])
  for (const [name, file] of Object.entries(pictures)) {
    const id = file.replace(/\.\w+$/, '')
    const manifest = `${house.address}/iiif/presentation/3/works/${id}/manifest`
    const pages = {
      mirador: `${house.address}/viewers/mirador?manifest=${encodeURIComponent(manifest)}`,
      openseadragon: `${house.address}/works/${id}`,
    }
    for (const [viewer, address] of Object.entries(pages)) {
      t.test(`${viewer} with ${file}`, async t => {
        const paths = new Set<string>()
        for (const viewport of viewports) {
          const page = await browser.newPage({ viewport })
          page.on('request', request => {
            const [, image, path] = asked.exec(request.url()) ?? []
            if (image === id && path) paths.add(path)
          })
          await look(page, address)
          await page.close()
        }
        t.ok(paths.size > 50, `it asked for ${paths.size} images`)
        t.match(house.counters, { tilesDecoded: 0, rendered: 0 })
        if (folder) await record(join(folder, `${viewer}-${name}.txt`), [...paths])
      })
    }
  }
})

async function openHouse(t: Test) {
  const data = t.testdir()
  const files = Object.values(pictures).map(file => shared(`data/images/${file}`) ?? file)
  const ingested = await run(['ingest', ...files, '--create-works', '--data', data])
  if (ingested.code !== 0) throw new Error(ingested.stderr)
  const services = await openServices(configFrom(readSettings({ data, port: '0' })))
  const app = await buildApp(services)
  t.teardown(async () => {
    await app.close()
    await services.close()
  })
  return { address: await app.listen({ host: '127.0.0.1', port: 0 }), counters: services.images.counters }
}

/** Opens a picture, comes closer step by step, and goes to its corners. */
async function look(page: Page, address: string): Promise<void> {
  const settled = watchRequests(page)
  await page.goto(address, { waitUntil: 'load' })
  await settled()
  const closer = page.locator('button[data-do=closer]')
  if ((await closer.count()) > 0) await closer.first().click()
  const canvas = page.locator('.openseadragon-canvas canvas').first()
  await canvas.waitFor()
  await settled()
  const box = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  for (let step = 0; step < 6; step += 1) {
    await page.mouse.move(middle.x, middle.y)
    await turnWheel(page, 2)
    await settled()
  }
  const [across, along] = [box.width * 0.4, box.height * 0.4]
  for (const [x, y, times] of tour)
    for (let time = 0; time < times; time += 1) {
      await page.mouse.move(middle.x - x * across, middle.y - y * along)
      await page.mouse.down()
      await page.mouse.move(middle.x + x * across, middle.y + y * along, { steps: 4 })
      await page.mouse.up()
      await settled()
    }
}

/** To the upper left corner, and from there round along the edges: which way the picture is drawn, and how often. */
const tour = [
  [1, 1, 3],
  [-1, 0, 4],
  [0, -1, 3],
] as const

/** @returns resolves when some frames went by in which nothing was asked for */
function watchRequests(page: Page): () => Promise<void> {
  const pending = new Set<unknown>()
  page.on('request', request => pending.add(request))
  page.on('requestfinished', request => pending.delete(request))
  page.on('requestfailed', request => pending.delete(request))
  return async () => {
    for (let quiet = 0; quiet < 8; quiet += 1) {
      await page.evaluate(() => new Promise(requestAnimationFrame))
      if (pending.size > 0) quiet = 0
    }
  }
}

async function record(file: string, paths: readonly string[]): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, `${paths.join('\n')}\n`)
}
