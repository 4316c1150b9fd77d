import { join } from 'node:path'
import t from 'tap'
import { run } from '../cli/run.js'
import { openPictured } from '../stories/pictured.js'
import { analysis, exhibition } from '../stories/samples.js'
import { needsBrowser, openBrowser, turnWheel, watch } from './browser.js'
import { serveFiles } from './file-server.js'

t.test('a site of plain files is read and zoomed into as the server’s own', { ...needsBrowser() }, async t => {
  const { root, data } = await openPictured(t)
  const [whole, part] = [join(root, 'stick', 'whole'), join(root, 'stick', 'part')]
  for (const [folder, ...words] of [[whole], [part, '--regions-only', '--slug', analysis.slug]] as const) {
    const { code, stderr } = await run(['export', folder ?? '', ...words, '--data', data])
    t.equal(code, 0, stderr)
  }
  // Deeper than the root of its server, as on somebody's web space
  const [address, browser] = await Promise.all([serveFiles(t, join(root, 'stick')), openBrowser(t)])
  const open = async (path: string) => {
    const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' })
    t.teardown(() => context.close())
    const page = await context.newPage()
    const watched = watch(page)
    await page.goto(`${address}/${path}`)
    return { page, watched }
  }
  const tile = (image: string, side: number) => new RegExp(`iiif/image/3/${image}/\\d+,\\d+,${side},${side}/512,512/`)

  t.test('from its entrance to a work, which is brought close', async t => {
    const { page, watched } = await open('whole/')
    await page.locator('a[href="fr/works/"]').first().click()
    await page.locator('a[href$="DEMO-0001/"]').first().click()
    await page.waitForSelector('.openseadragon-canvas')
    await page.locator('button[data-do="closer"]').click()
    await page.locator('.openseadragon-canvas').hover()
    await turnWheel(page, 8)
    await watched.moreThan(0, tile('demo-1', 512))
    await page.locator('button[data-do="leave"]').click()
    await page.locator('a[hreflang="nl"]').first().click()
    await page.waitForURL('**/whole/nl/works/DEMO-0001/')
    t.strictSame(watched.troubles, [])
    t.strictSame(watched.hosts(), [new URL(address).host], 'nothing is asked of anybody else')
  })

  t.test('a layer is laid over the picture, and its own page opens on it', async t => {
    const { page, watched } = await open('whole/fr/works/DEMO-0003/')
    await page.waitForSelector('.openseadragon-canvas')
    await page.locator('a[data-layer="infrared"]').click()
    await watched.moreThan(0, /iiif\/image\/3\/demo-3-infrared\//)
    await page.waitForURL('**/layer-infrared.html')
    await page.reload()
    await page.waitForSelector('.stage-picture.tiled')
    t.equal(await page.locator('a[data-layer][aria-current]').getAttribute('data-layer'), 'infrared')
    t.strictSame(watched.troubles, [])
  })

  t.test('another view of a work is a page of its own', async t => {
    const { page, watched } = await open('whole/fr/works/DEMO-0004/')
    await page.locator('.views a').nth(1).click()
    await page.waitForURL('**/DEMO-0004/view-2.html')
    await watched.moreThan(0, /iiif\/image\/3\/demo-4-verso\//)
    t.strictSame(watched.troubles, [])
  })

  t.test('an analysis is stepped through, an exhibition walked', async t => {
    const { page, watched } = await open(`whole/fr/analyses/${analysis.slug}/`)
    for (const _step of analysis.steps) await page.keyboard.press('ArrowRight')
    await page.waitForSelector('.drawn-in .mark.ellipse, .paired .side .openseadragon-canvas')
    await watched.moreThan(0, tile('demo-1', 1024))
    t.strictSame(watched.troubles, [])
    const rooms = await open(`whole/en/exhibitions/${exhibition.slug}/`)
    await rooms.page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await rooms.page.waitForLoadState('networkidle')
    t.strictSame(rooms.watched.troubles, [])
  })

  t.test('with regions alone, no tile is asked for that is not there', async t => {
    const { page, watched } = await open(`part/fr/analyses/${analysis.slug}/#tour`)
    await watched.moreThan(0, tile('demo-1', 1024))
    await page.keyboard.press('ArrowLeft')
    await page.waitForLoadState('networkidle')
    const work = await open('part/fr/works/DEMO-0001/')
    await work.page.waitForSelector('.openseadragon-canvas')
    await work.page.locator('button[data-do="closer"]').click()
    await work.page.locator('.openseadragon-canvas').hover({ position: { x: 20, y: 20 } })
    await turnWheel(work.page, 8)
    await work.page.waitForLoadState('networkidle')
    t.strictSame([...watched.troubles, ...work.watched.troubles], [])
  })
})
