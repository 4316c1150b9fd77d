import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { configFrom } from '../../src/config.js'
import { buildApp } from '../../src/http/app.js'
import { openServices } from '../../src/services.js'
import { readSettings } from '../../src/settings.js'
import { run } from '../cli/run.js'
import { needs } from '../shared.js'
import { needsBrowser, openBrowser, watch } from './browser.js'
import { openHouse } from './house.js'

/** A house of its own with nothing in it but a work that another house lends. @returns its address, and the work's path */
async function openBorrower(t: Test, lender: string): Promise<Readonly<{ address: string; path: string }>> {
  const folder = await mkdtemp(join(tmpdir(), 'borrower-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const manifest = await fetch(`${lender}/iiif/presentation/3/works/seurat-grande-jatte/manifest`)
  await writeFile(join(folder, 'seurat.json'), await manifest.text())
  const data = join(folder, 'data')
  const imported = await run(['import', join(folder, 'seurat.json'), '--format', 'iiif', '--data', data])
  if (imported.code !== 0) throw new Error(imported.stderr)
  const services = await openServices(configFrom(readSettings({ data, port: '0' })))
  const app = await buildApp(services)
  t.teardown(async () => {
    await app.close()
    await services.close()
  })
  const [work] = await services.reader.listWorks({}, { offset: 0, limit: 1 })
  return { address: await app.listen({ host: '127.0.0.1', port: 0 }), path: `/works/${work?.id}` }
}

/** A tile of the lender's, as any viewer asks for it. */
const tile = /\/iiif\/image\/3\/seurat-grande-jatte\/\d+,\d+,\d+,\d+\//

t.test('a borrowed work opens with the lender’s own tiles', { ...needs('data/images'), ...needsBrowser() }, async t => {
  const lender = await openHouse(t)
  const [{ address, path }, browser] = await Promise.all([openBorrower(t, lender), openBrowser(t)])
  const hosts = [new URL(address).host, new URL(lender).host].toSorted()

  t.test('on our page, which lets in the lender and nobody else', async t => {
    const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } })
    t.teardown(() => page.close())
    const watched = watch(page)
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' })
    await page.locator('[data-do="closer"]').click()
    await watched.moreThan(0, tile)
    t.match(await page.locator('.cartel').innerText(), /^Prêté par /)
    t.strictSame(watched.troubles, [])
    t.strictSame([...watched.hosts()].toSorted(), hosts)
  })

  for (const viewer of ['mirador', 'universal']) {
    t.test(`in ${viewer}, from our manifest`, async t => {
      const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } })
      t.teardown(() => page.close())
      const watched = watch(page)
      const manifest = `${address}/iiif/presentation/3${path}/manifest`
      await page.goto(`${address}/viewers/${viewer}?manifest=${encodeURIComponent(manifest)}`, {
        waitUntil: 'networkidle',
      })
      await watched.moreThan(0, tile)
      t.match(await page.content(), /seurat grande jatte/i)
      t.strictSame(watched.troubles, [])
      t.strictSame([...watched.hosts()].toSorted(), hosts)
    })
  }
})
