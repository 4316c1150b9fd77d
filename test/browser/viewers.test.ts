import t from 'tap'
import { needs } from '../shared.js'
import { needsBrowser, openBrowser, turnWheel, watch } from './browser.js'
import { openHouse } from './house.js'

const tile = /\/iiif\/image\/3\/seurat-grande-jatte\/\d+,\d+,\d+,\d+\//
/** A tile of 256 px at full size: only a close-up asks for those. */
const fullTile = /\/\d+,\d+,256,256\/256,(256)?\//

/** Each viewer, and a word of it in French. */
const viewers = {
  mirador: 'Informations',
  universal: 'Informations',
} as const

t.test('viewers open our manifests from our own host', { ...needs('data/images'), ...needsBrowser() }, async t => {
  const [address, browser] = await Promise.all([openHouse(t), openBrowser(t)])
  const manifest = `${address}/iiif/presentation/3/works/seurat-grande-jatte/manifest`

  for (const [viewer, words] of Object.entries(viewers)) {
    for (const width of [390, 1440]) {
      t.test(`${viewer}, ${width} px wide`, async t => {
        const context = await browser.newContext({ locale: 'fr-FR', viewport: { width, height: 900 } })
        t.teardown(() => context.close())
        const page = await context.newPage()
        const watched = watch(page)
        await page.goto(`${address}/viewers/${viewer}?manifest=${encodeURIComponent(manifest)}`, {
          waitUntil: 'networkidle',
        })
        await watched.moreThan(0, tile)
        const canvas = page.locator('.openseadragon-canvas canvas').first()
        await canvas.waitFor()
        const box = await canvas.boundingBox()
        const before = watched.answered(fullTile)
        await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
        await turnWheel(page, 14)
        await watched.moreThan(before, fullTile)
        t.match(await page.title(), /·/)
        t.match(await page.content(), words, 'it speaks the reader’s language')
        t.strictSame(watched.troubles, [])
        t.strictSame(watched.hosts(), [new URL(address).host], 'nothing comes from elsewhere')
      })
    }
  }

  for (const viewer of Object.keys(viewers)) {
    t.test(`${viewer} opens version 2, and its layers from the image service of version 2`, async t => {
      const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } })
      t.teardown(() => page.close())
      const watched = watch(page)
      const layered = `${address}/iiif/presentation/2/works/bruegel-harvesters/manifest`
      await page.goto(`${address}/viewers/${viewer}?manifest=${encodeURIComponent(layered)}`)
      await watched.moreThan(0, /\/iiif\/image\/2\/bruegel-harvesters\/\d+,\d+,\d+,\d+\//)
      await page.locator('.openseadragon-canvas canvas').first().waitFor()
      await page.getByText('bruegel harvesters').first().waitFor()
      t.strictSame(watched.troubles, [])
    })
  }

  t.test('universal lists the works of a collection', async t => {
    const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } })
    t.teardown(() => page.close())
    const watched = watch(page)
    const collection = `${address}/iiif/presentation/3/collection`
    await page.goto(`${address}/viewers/universal?manifest=${encodeURIComponent(collection)}`)
    await page.getByText('seurat grande jatte').first().waitFor()
    t.strictSame(watched.troubles, [])
  })
})
