import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { needs } from '../shared.js'
import { needsBrowser, openBrowser, watch } from './browser.js'
import { layeredPath, openHouse, workPath } from './house.js'

const size = { width: 1440, height: 900 }

t.test('a detail is shared', { ...needs('data/images'), ...needsBrowser() }, async t => {
  const [address, browser] = await Promise.all([openHouse(t), openBrowser(t)])
  const open = async (t: Test, path: string, options: Parameters<typeof browser.newContext>[0] = {}) => {
    const permissions = ['clipboard-read', 'clipboard-write']
    const context = await browser.newContext({ locale: 'fr-FR', viewport: size, permissions, ...options })
    t.teardown(() => context.close())
    const page = await context.newPage()
    const watched = watch(page)
    await page.goto(address + path)
    return { page, watched }
  }

  for (const viewport of [{ width: 390, height: 844 }, size]) {
    t.test(`by keyboard, and opens at the same region, ${viewport.width} px wide`, async t => {
      const { page, watched } = await open(t, `${workPath}#xywh=1000,800,400,300`, { viewport })
      await atRest(page)
      const first = await shareByKeyboard(page)
      t.match(first, /^http:.*\/d\/seurat-grande-jatte\/\d+,\d+,\d+,\d+\/\d+,\d+$/)
      const [x = 0, y = 0, width = 0, height = 0] = regionIn(first)
      t.ok(x <= 1000 && y <= 800 && x + width >= 1400 && y + height >= 1100, 'the detail is within what is shared')
      t.ok(width < 1200, 'and not much else')
      t.equal(await page.evaluate(() => document.activeElement?.id), 'share-title', 'the panel has the focus')

      await page.locator('[data-copy="share-address"]').press('Enter')
      await page.waitForFunction(() =>
        /^Copié/.test(document.querySelector('[data-copy-status]:not(.reuse *)')?.textContent ?? ''),
      )
      t.equal(await page.evaluate(() => navigator.clipboard.readText()), first)
      await page.keyboard.press('Escape')
      t.equal(await page.locator('.share-dialog').count(), 0, 'Escape closes the panel')
      t.ok(await page.evaluate(() => document.activeElement?.matches('[data-share]')), 'and gives the focus back')

      await page.goto(first)
      await page.waitForSelector('.stage-picture.tiled')
      await page.focus('[data-share]')
      await page.keyboard.press('Enter')
      await page.waitForURL(url => url.hash === '#share-title')
      const again = regionIn(page.url())
      const differences = regionIn(first).map((side, index) => Math.abs(side - (again[index] ?? 0)))
      t.ok(Math.max(...differences) <= 2, `the same to a pixel or two: ${differences}`)
      t.strictSame(watched.troubles, [])
      t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth))
    })
  }

  t.test('in the layer that is on view', async t => {
    const { page, watched } = await open(t, layeredPath)
    await page.click('a[data-layer="infrared"]')
    await page.waitForFunction(() => location.search === '?layer=infrared')
    t.match(await shareByKeyboard(page), /\?layer=infrared$/)
    await page.keyboard.press('Escape')
    await page.click('a[data-layer="visible"]')
    t.notMatch(await shareByKeyboard(page), /layer=/)
    t.strictSame(watched.troubles, [])
  })

  const infoPath = '/iiif/image/3/seurat-grande-jatte/info.json'
  const region = '/d/seurat-grande-jatte/600,400,800,600'
  t.test('without JavaScript the detail is a picture with its label and a way to the whole', async t => {
    const { page } = await open(t, workPath, { javaScriptEnabled: false })
    const whole = await page.locator('[data-share]').getAttribute('href')
    await page.click('[data-share]')
    t.equal(page.url(), whole, 'the whole view can be shared too')
    const pictureSize = new URL(page.url()).pathname.split('/').at(-1)
    await page.goto(`${address}${region}/${pictureSize}`)
    const image = page.locator('.stage-picture img')
    t.ok(await image.evaluate((element: HTMLImageElement) => element.complete && element.naturalWidth > 0))
    t.match(await image.getAttribute('alt'), /^Détail de «/)
    t.match(await image.getAttribute('src'), '/600,400,800,600/')
    t.ok(await page.getByRole('link', { name: 'Voir l’œuvre entière' }).isVisible())
    t.match(await page.locator('#share-address').textContent(), region)
  })

  t.test('in a frame of another site', async t => {
    const info = await (await fetch(`${address}${infoPath}`)).text()
    const { width, height } = JSON.parse(info)
    const frame = `${address}${region}/${width},${height}/embed`
    const { page, watched } = await open(t, '/works')
    await page.goto(
      await otherSite(t, `<link rel="icon" href="data:,"><iframe src="${frame}" width="640" height="600"></iframe>`),
    )
    const inner = page.frameLocator('iframe')
    await inner.locator('.stage-picture.tiled').waitFor()
    t.match(await inner.locator('.embed-label').textContent(), /seurat grande jatte/)
    t.strictSame(watched.troubles, [])
  })

  for (const viewer of ['mirador', 'universal'] as const) {
    t.test(`${viewer} opens the content state at its region`, async t => {
      const { page, watched } = await open(t, `${workPath}#xywh=1000,800,400,300`)
      await atRest(page)
      await shareByKeyboard(page)
      const link = page.locator(`.share-data a[href*="/viewers/${viewer}"]`)
      const href = (await link.getAttribute('href')) ?? ''
      await page.goto(href)
      // Tiles of 256 px at full size around the detail are asked for, without anybody's zooming
      await watched.moreThan(0, /seurat-grande-jatte\/1024,768,256,256\/256,(256)?\//)
      t.strictSame(watched.troubles, [])
    })
  }
})

/** A page of another origin. @returns its address */
async function otherSite(t: Test, html: string): Promise<string> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html))
  t.teardown(() => server.close())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const atRest = (page: Page) =>
  page.waitForFunction(() => /^Agrandi /.test(document.querySelector('.stage-status')?.textContent ?? ''))

/** @returns the address in the panel */
async function shareByKeyboard(page: Page): Promise<string> {
  await page.focus('[data-share]')
  await page.keyboard.press('Space')
  await page.waitForSelector('.share-dialog')
  return (await page.locator('.share-dialog #share-address').textContent()) ?? ''
}

const regionIn = (address: string): readonly number[] =>
  (new URL(address).pathname.split('/').at(-2) ?? '').split(',').map(Number)
