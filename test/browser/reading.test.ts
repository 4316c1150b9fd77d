import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import t, { type Test } from 'tap'
import { configFrom } from '../../src/config.js'
import { buildApp } from '../../src/http/app.js'
import { openServices } from '../../src/services.js'
import { readSettings } from '../../src/settings.js'
import { run } from '../cli/run.js'
import { analysis, exhibition, underdrawing } from '../stories/samples.js'
import { needsBrowser, openBrowser, watch } from './browser.js'

const reading = `/analyses/${analysis.slug}`
const rooms = `/exhibitions/${exhibition.slug}`
const wide = { width: 1440, height: 900 } as const
const phone = { width: 390, height: 844 } as const
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** px of a quarter of the demonstration's pictures: places are found on any picture of the same proportions. */
const pictures = {
  'demo-1': { work: 'DEMO-0001', view: '1', layer: 'visible', width: 3000, height: 2250 },
  'demo-2': { work: 'DEMO-0002', view: '1', layer: 'visible', width: 1500, height: 1250 },
  'demo-3': { work: 'DEMO-0003', view: '1', layer: 'visible', width: 1000, height: 1250 },
  'demo-3-infrared': { work: 'DEMO-0003', view: '1', layer: 'infrared', width: 1000, height: 1250 },
  'demo-4': { work: 'DEMO-0004', view: '1', layer: 'visible', width: 1000, height: 750 },
  'demo-4-verso': { work: 'DEMO-0004', view: '2', layer: 'visible', width: 1000, height: 750 },
} as const

/** The works of the sample stories under pictures drawn for the test, and the stories. @returns its address */
async function openHouse(t: Test): Promise<string> {
  const data = t.testdir({ data: {}, pictures: {} })
  const files = await Promise.all(Object.entries(pictures).map(each => drawn(join(data, 'pictures'), ...each)))
  const ingested = await run(['ingest', ...files, '--create-works', '--data', join(data, 'data')])
  if (ingested.code !== 0) throw new Error(ingested.stderr)
  const services = await openServices(configFrom(readSettings({ data: join(data, 'data'), port: '0' })))
  const { reader, writer, storyWriter } = services
  for (const [id, { work, view, layer }] of Object.entries(pictures)) {
    const [image] = await reader.images([id])
    if (!image) throw new Error(`The picture ${id} was not ingested under its name.`)
    await writer.putWorks([{ id: work, title: { fr: [`Œuvre ${work}`] } }])
    await writer.putImage(image, { work, view, position: Number(view), layer })
  }
  for (const story of [analysis, underdrawing, exhibition]) {
    await storyWriter.save(story)
    await storyWriter.publish(story.kind, story.slug)
  }
  const app = await buildApp(services)
  t.teardown(async () => {
    await app.close()
    await services.close()
  })
  return app.listen({ host: '127.0.0.1', port: 0 })
}

async function drawn(
  folder: string,
  id: string,
  { width, height }: { width: number; height: number },
): Promise<string> {
  const file = join(folder, `${id}.png`)
  await sharp({
    create: { width, height, channels: 3, background: '#a08050', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
    .png()
    .toFile(file)
  return file
}

t.test('stories are read in a browser', { ...needsBrowser() }, async t => {
  const [address, browser] = await Promise.all([openHouse(t), openBrowser(t)])
  const open = async (t: Test, path: string, options: Parameters<typeof browser.newContext>[0] = {}) => {
    const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', viewport: wide, ...options })
    t.teardown(() => context.close())
    const page = await context.newPage()
    const watched = watch(page)
    await page.goto(address + path)
    return { page, watched }
  }

  t.test('step by step with the keyboard, announced, and kept in the address', async t => {
    const { page, watched } = await open(t, reading)
    t.equal(watched.answered(/info\.json/), 0, 'nothing is fetched for a zoom before it is needed')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('.drawn-in .mark.grid')
    t.match(page.url(), /#tour$/)
    const told = () => page.locator('[data-told]').textContent()
    t.match(await told(), /^Étape 2 sur 3\. La tour\. Dans ce détail\u00a0: Un beffroi de brique\./)
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('.paired .side .openseadragon-canvas')
    await page.keyboard.press('ArrowLeft')
    await page.waitForSelector('.held:not(.paired)')
    t.equal(await page.locator('.side').count(), 0, 'the counterpart leaves with its step')
    t.strictSame(watched.troubles, [])
  })

  t.test('an address with a step opens on that step', async t => {
    const { page, watched } = await open(t, `${reading}#danseurs`)
    await page.waitForSelector('#danseurs.current')
    await page.waitForSelector('.drawn-in .mark.ellipse')
    t.strictSame(watched.troubles, [])
  })

  t.test('a finger drawn across the picture turns to the next step', async t => {
    const { page, watched } = await open(t, reading, { viewport: phone, hasTouch: true, isMobile: true })
    t.ok(await fits(page), 'nothing is wider than the window')
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 240 }] })
    await touch('touchStart', 320)
    for (const x of [260, 200, 140]) await touch('touchMove', x)
    await touch('touchEnd')
    await page.waitForSelector('#ensemble.current')
    t.strictSame(watched.troubles, [])
  })

  t.test('a layer is laid over visible light, which shows through as the reader wishes', async t => {
    const { page, watched } = await open(t, `/analyses/${underdrawing.slug}#dessous`)
    await watched.moreThan(0, /infrared\/\d+,/)
    await page.locator('[data-blend]').fill('30')
    await page.click('[data-step-by="-1"]')
    await page.waitForSelector('.blend[hidden]', { state: 'attached' })
    t.strictSame(watched.troubles, [])
  })

  t.test('two pictures of a comparison are zoomed together', async t => {
    const { page, watched } = await open(t, rooms)
    await page.click('.linked [data-do="in"]')
    await page.waitForFunction(() => document.querySelectorAll('.linked .openseadragon-canvas').length === 2)
    await watched.moreThan(0, /\/\d+,\d+,\d+,\d+\//)
    t.strictSame(watched.troubles, [])
  })

  t.test('without JavaScript it is an illustrated article, with marks on its details', async t => {
    const { page } = await open(t, reading, { javaScriptEnabled: false })
    const detail = page.locator('#tour .step-figures img')
    await detail.scrollIntoViewIfNeeded()
    t.ok(await detail.isVisible())
    t.ok(await page.locator('#tour .mark.arrow').isVisible())
    for (const dead of ['[data-steps]', '[data-controls]', '[data-print]']) {
      t.ok(await page.locator(dead).first().isHidden(), dead)
    }
  })

  t.test('it prints with its details', async t => {
    const { page } = await open(t, reading)
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    t.ok(pdf.length > 50_000)
    await page.emulateMedia({ media: 'print' })
    t.ok(await page.locator('#tour .step-figures img').isVisible())
    t.ok(await page.locator('.stage-tools').isHidden())
  })

  t.test('the first view takes less than 200 kB of script', async t => {
    for (const path of [reading, rooms]) {
      const { page } = await open(t, '/healthz')
      const session = await page.context().newCDPSession(page)
      await session.send('Network.enable')
      const scripts = new Set<string>()
      let bytes = 0
      session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (scripts.has(requestId)) bytes += encodedDataLength
      })
      await page.goto(address + path, { waitUntil: 'load' })
      t.ok(bytes > 1000 && bytes < 200_000, `${path}: ${bytes} bytes`)
      t.comment(`${path}: ${bytes} bytes of script`)
    }
  })

  for (const language of ['fr', 'en', 'nl']) {
    t.test(`nothing stands seriously in anybody's way, in ${language}`, async t => {
      for (const path of [reading, rooms, '/analyses', `${reading}/embed`]) {
        const { page } = await open(t, `/${language}${path}`)
        // By the debugger's way in, which the policy of the page does not concern
        await page.evaluate(axe)
        const violations = await page.evaluate(async () => {
          const { violations } = await (
            globalThis as unknown as {
              axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> }
            }
          ).axe.run()
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
        })
        t.strictSame(violations, [], path)
      }
    })
  }
})

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
