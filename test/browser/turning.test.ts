import t, { type Test } from 'tap'
import { configFrom } from '../../src/config.js'
import { buildApp } from '../../src/http/app.js'
import { openServices } from '../../src/services.js'
import { readSettings } from '../../src/settings.js'
import { run } from '../cli/run.js'
import { needs, shared } from '../shared.js'
import { needsBrowser, openBrowser, watch } from './browser.js'

const names = ['delaunay-portrait-1906', 'shunsho-01', 'shunsho-04'] as const

/** A server whose one work is an album of three leaves with a table of contents. @returns its address */
async function openAlbum(t: Test): Promise<string> {
  const data = t.testdir()
  const pictures = names.map(name => shared(`data/images/${name}.jpg`) ?? name)
  const ingested = await run(['ingest', ...pictures, '--data', data])
  if (ingested.code !== 0) throw new Error(ingested.stderr)
  const services = await openServices(configFrom(readSettings({ data, port: '0' })))
  await services.writer.putWorks([
    {
      id: 'ALBUM',
      title: { fr: ['Album'] },
      sections: [
        { label: { fr: ['Portraits'] }, views: ['1'] },
        { label: { fr: ['Acteurs'] }, views: ['2', '3'] },
      ],
    },
  ])
  for (const [index, image] of (await services.reader.images(names)).entries()) {
    const label = { fr: [`f. ${index + 1}`] }
    const place = { work: 'ALBUM', view: `${index + 1}`, position: index + 1, layer: 'visible', label } as const
    await services.writer.putImage(image, place)
  }
  const app = await buildApp(services)
  t.teardown(async () => {
    await app.close()
    await services.close()
  })
  return app.listen({ host: '127.0.0.1', port: 0 })
}

t.test('views are turned on the stage', { ...needs('data/images'), ...needsBrowser() }, async t => {
  const [address, browser] = await Promise.all([openAlbum(t), openBrowser(t)])
  const infoOf = (name: string) => new RegExp(`/${name}/info\\.json`)
  const open = async (t: Test, options = {}) => {
    const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 }, ...options })
    t.teardown(() => context.close())
    const page = await context.newPage()
    const watched = watch(page)
    await page.goto(`${address}/works/ALBUM`)
    await page.evaluate(() => document.body.setAttribute('data-same-page', ''))
    return { page, watched, samePage: () => page.locator('[data-same-page]').count() }
  }

  t.test('from the table of contents, to the same page with the zoom on the other view', async t => {
    const { page, watched, samePage } = await open(t)
    await watched.moreThan(0, infoOf('delaunay-portrait-1906'))
    await page.click('a[data-share]')
    await page.waitForSelector('.share-dialog')
    await page.click('.contents a:has-text("Acteurs")')
    await watched.moreThan(0, infoOf('shunsho-01'))
    await page.waitForSelector('.stage-picture.tiled')
    t.equal(await samePage(), 1)
    t.match(page.url(), /\?view=2#stage$/)
    t.match(await page.locator('.contents [aria-current]').innerText(), /^Acteurs/)
    t.match(await page.locator('.reuse').innerText(), 'shunsho-01/info.json')
    t.match(await page.locator('.languages a').first().getAttribute('href'), 'view=2')
    t.equal(await page.locator('.openseadragon-canvas').count(), 1)
    t.equal(await page.locator('.share-dialog').count(), 0, 'the panel leaves with the view that it shares')

    await page.goBack()
    await page.waitForSelector('.contents [aria-current]:has-text("Portraits")')
    t.equal(await samePage(), 1)
    t.equal(await page.locator('.openseadragon-canvas').count(), 1)
    t.strictSame(watched.troubles, [])
  })

  t.test('in a filled window, which stays filled', async t => {
    const { page, watched, samePage } = await open(t)
    await page.click('[data-do="closer"]')
    await page.waitForSelector('.stage.filling')
    await page.click('.views a:has-text("f. 3")')
    await watched.moreThan(0, infoOf('shunsho-04'))
    await page.waitForSelector('.stage.filling .stage-picture.tiled')
    t.equal(await samePage(), 1)
    await page.keyboard.press('Escape')
    t.equal(await page.locator('.stage.filling, .stage-fills').count(), 0)
    t.strictSame(watched.troubles, [])
  })

  t.test('as pages of their own without JavaScript', async t => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })
    t.teardown(() => context.close())
    const page = await context.newPage()
    await page.goto(`${address}/works/ALBUM`)
    await page.click('.contents a:has-text("Acteurs")')
    await page.waitForURL('**/works/ALBUM?view=2#stage')
    t.match(await page.locator('.stage-picture img').getAttribute('src'), '/shunsho-01/')
  })

  for (const width of [390, 1440]) {
    t.test(`nothing is wider than a window of ${width} px`, async t => {
      const { page } = await open(t, { viewport: { width, height: 844 } })
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      t.equal(widest, width)
    })
  }
})
