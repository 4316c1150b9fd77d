import type { Page } from 'playwright-core'
import type { Reader } from './reader.js'

/** A reader of Mirador, with the annotations in a panel beside the information. */
export async function openMirador(page: Page, address: string, manifest: string): Promise<Reader> {
  await page.goto(`${address}/viewers/mirador?manifest=${encodeURIComponent(manifest)}`)
  // The bar of buttons lies over the picture
  await page.addStyleTag({ content: '.mirador-canvas-nav { opacity: 0 }' })
  const tab = (name: string) => page.getByRole('tab', { name, exact: true })
  const panel = (name: string) => page.getByRole('complementary', { name })
  const place = page.getByText(/^\d+ sur \d+ •/)
  const show = async (name: string): Promise<void> => {
    if (!(await panel(name).isVisible())) await tab(name).click()
    await panel(name).waitFor()
  }
  await show('Annotations')
  await panel('Annotations').getByRole('button', { name: 'Ouvrir dans un panneau séparé' }).click()
  await show('Informations')
  // The window has become narrower since the picture was laid into it
  await page.getByRole('button', { name: 'Réinitialiser le zoom' }).click()
  const entries = panel('Index').getByRole('treeitem')
  const showAll = async (): Promise<void> => {
    await show('Index')
    for (let entry = 0; entry < (await entries.count()); entry += 1)
      if ((await entries.nth(entry).getAttribute('aria-expanded')) === 'false')
        await entries.nth(entry).press('ArrowRight')
  }
  const layers = panel('Calques').getByRole('listitem')

  const at = async (): Promise<number> => Number((await place.innerText()).split(' ')[0])
  const label = async (): Promise<string> => (await place.innerText()).replace(/^.*? • /, '')

  return {
    page,
    stage: page.locator('.openseadragon-canvas').first(),
    at,
    label,
    count: async () => Number((await place.innerText()).match(/ sur (\d+)/)?.[1]),
    async next() {
      const number = await at()
      await page.getByRole('button', { name: 'Suivant' }).click()
      await page.getByText(new RegExp(`^${number + 1} sur `)).waitFor()
    },
    async text() {
      await show('Informations')
      // The panel follows the view
      await panel('Informations')
        .getByRole('heading', { level: 5 })
        .filter({ hasText: await label() })
        .first()
        .waitFor()
      return `${await panel('Informations').innerText()}\n${await panel('Annotations').innerText()}`
    },
    async choices() {
      await show('Calques')
      return layers
        .locator('p, div.MuiTypography-root')
        .evaluateAll(all => all.flatMap(each => each.firstChild?.textContent ?? []))
    },
    async choose(wanted) {
      await show('Calques')
      // It lays one picture over the other: what is wanted is shown, all else hidden
      for (const layer of await layers.all()) {
        const isWanted = (await layer.innerText()).startsWith(wanted)
        const toggle = layer.getByRole('button', { name: isWanted ? 'Afficher le calque' : 'Masquer le calque' })
        if (await toggle.isVisible()) await toggle.click()
      }
    },
    async contents() {
      await showAll()
      return (await entries.all()).reduce<Promise<readonly string[]>>(
        async (all, entry) => [...(await all), (await entry.innerText()).split('\n')[0] ?? ''],
        Promise.resolve([]),
      )
    },
    async follow(entry) {
      await showAll()
      await entries.nth(entry).locator('.MuiTreeItem-label').first().click()
    },
    async goToComment(words) {
      const comment = panel('Annotations').getByRole('menuitem').filter({ hasText: words })
      if ((await comment.count()) === 0) return false
      await comment.first().click()
      return true
    },
    links: () => page.locator('aside a[href]').evaluateAll(all => all.map(each => (each as HTMLAnchorElement).href)),
  }
}
