import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { needs } from '../shared.js'
import { needsBrowser, openBrowser, turnWheel, watch } from './browser.js'
import { layeredPath, openHouse, workPath } from './house.js'

const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
] as const

/** A tile of 256 px at full size: only a close-up asks for those. */
const fullTile = /\/\d+,\d+,256,256\/256,256\//

t.test('a work is seen from close', { ...needs('data/images'), ...needsBrowser() }, async t => {
  const [address, browser] = await Promise.all([openHouse(t), openBrowser(t)])
  const open = async (t: Test, path: string, options: Parameters<typeof browser.newContext>[0] = {}) => {
    const context = await browser.newContext({ locale: 'fr-FR', ...options })
    t.teardown(() => context.close())
    const page = await context.newPage()
    const watched = watch(page)
    await page.goto(address + path)
    return { page, watched }
  }

  for (const viewport of sizes) {
    t.test(`with mouse and keyboard, ${viewport.width} px wide`, async t => {
      const { page, watched } = await open(t, workPath, { viewport })
      t.ok(await fits(page), 'nothing is wider than the window')
      await page.click('[data-do="closer"]')
      const canvas = page.locator('.openseadragon-canvas').first()
      await page.waitForFunction(() => document.activeElement?.classList.contains('openseadragon-canvas'))
      for (let press = 0; press < 6; press += 1) await page.keyboard.press('+')
      await watched.moreThan(0, fullTile)
      await page.waitForFunction(() => /^Agrandi /.test(document.querySelector('[role="status"]')?.textContent ?? ''))
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('0')
      await page.waitForFunction(() => document.querySelector('[role="status"]')?.textContent === 'Vue entière')

      const box = await canvas.boundingBox()
      await page.mouse.move((box?.width ?? 0) * 0.3, (box?.height ?? 0) * 0.6)
      const before = watched.answered(fullTile)
      await turnWheel(page, 16)
      await watched.moreThan(before, fullTile)
      await page.keyboard.press('Escape')
      t.equal(await page.locator('.stage.filling').count(), 0, 'Escape leaves')
      t.strictSame(watched.troubles, [])
      t.strictSame(watched.hosts(), [new URL(address).host], 'nothing comes from elsewhere')
    })
  }

  t.test('at rest the wheel scrolls the page', async t => {
    const { page } = await open(t, workPath, { viewport: sizes[1] })
    await page.waitForSelector('.stage-picture.tiled')
    await page.mouse.move(700, 400)
    await page.mouse.wheel(0, 300)
    await page.waitForFunction(() => scrollY > 100)
    t.equal(await page.locator('.stage.in-use').count(), 0)
  })

  t.test('a shared detail opens on that detail', async t => {
    const { page, watched } = await open(t, `${workPath}#xywh=1000,800,400,300`, { viewport: sizes[1] })
    await watched.moreThan(0, /\/\d+,\d+,\d+,\d+\//)
    await page.waitForFunction(() => /^Agrandi /.test(document.querySelector('[role="status"]')?.textContent ?? ''))
    t.strictSame(watched.troubles, [])
  })

  t.test('a layer is laid over visible light and fades', async t => {
    const { page, watched } = await open(t, layeredPath, { viewport: sizes[1] })
    await page.click('a[data-layer="infrared"]')
    await watched.moreThan(0, /-lossless\/(full|\d+,\d+,\d+,\d+)\//)
    t.match(page.url(), /\?layer=infrared$/)
    await page.locator('[data-blend]').fill('40')
    await page.click('a[data-layer="visible"]')
    t.ok(await page.locator('[data-blend]').isHidden())
    t.strictSame(watched.troubles, [])
  })

  t.test('without JavaScript the picture and its words are there, and nothing that does nothing', async t => {
    const { page } = await open(t, `${layeredPath}?layer=infrared`, { javaScriptEnabled: false, viewport: sizes[0] })
    const image = page.locator('.stage-picture img')
    t.ok(await image.evaluate((element: HTMLImageElement) => element.complete && element.naturalWidth > 0))
    t.match(await image.getAttribute('src'), /-lossless/)
    t.ok(await page.locator('[data-controls]').isHidden())
    t.ok(await page.locator('[data-copy]').isHidden())
  })

  t.test('who prefers less motion is taken to a detail at once', async t => {
    const { page } = await open(t, workPath, { reducedMotion: 'reduce', viewport: sizes[1] })
    await page.click('[data-do="in"]')
    await page.waitForFunction(() => /^Agrandi /.test(document.querySelector('[role="status"]')?.textContent ?? ''))
    t.pass()
  })

  t.test('the first view weighs less than 100 kB besides pictures', async t => {
    for (const path of ['/', workPath]) {
      const { page } = await open(t, '/healthz', { viewport: sizes[0] })
      const session = await page.context().newCDPSession(page)
      await session.send('Network.enable')
      const kinds = new Map<string, string>()
      let bytes = 0
      session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (kinds.get(requestId) !== 'Image') bytes += encodedDataLength
      })
      await page.goto(address + path, { waitUntil: 'load' })
      t.ok(bytes > 1000 && bytes < 100_000, `${path}: ${bytes} bytes`)
    }
  })

  t.test('targets are large enough for a finger', async t => {
    const { page } = await open(t, workPath, { viewport: sizes[0], hasTouch: true })
    const small = await page.locator('header a, .stage button:visible, .stage a').evaluateAll(elements =>
      elements
        .map(element => ({ name: element.outerHTML.slice(0, 80), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ name }) => name),
    )
    t.strictSame(small, [])
  })
})

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
