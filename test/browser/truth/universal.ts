import type { Page } from 'playwright-core'
import type { Reader } from './reader.js'

/** A reader of the Universal Viewer, with its panels open. */
export async function openUniversal(page: Page, address: string, manifest: string): Promise<Reader> {
  await page.goto(`${address}/viewers/universal?manifest=${encodeURIComponent(manifest)}`)
  // The small copy of the picture, the credit and the arrows lie over it
  const above = '.navigator, .attribution, .centerPanel .paging, .centerPanel .btn.prev, .centerPanel .btn.next'
  await page.addStyleTag({ content: `${above} { visibility: hidden }` })
  const number = page.getByRole('textbox', { name: 'Recherche par numéro de page.' })
  const panel = page.locator('.rightPanel')
  const article = panel.getByRole('article')
  const entries = page.locator('.leftPanel .iiif-tree-component a')
  const layers = page.getByRole('button', { name: 'Couches' })
  await page.getByRole('button', { name: 'Afficher les informations' }).click()
  await article.waitFor()
  const thumbnails = page.getByRole('listbox', { name: 'Vignettes' }).getByRole('option')
  await thumbnails.first().waitFor()
  const labels = await thumbnails.evaluateAll(all => all.map(each => each.getAttribute('aria-label') ?? ''))
  await page.locator('a.index.tab').click()
  await entries.first().waitFor()

  const at = async (): Promise<number> => Number(await number.inputValue())
  const choices = page.locator('.choiceSwitch').filter({ visible: true }).locator('.choiceItem')
  const showChoices = async (): Promise<boolean> => {
    if (!(await layers.isVisible())) return false
    if ((await choices.count()) === 0) await layers.click()
    await choices.first().waitFor()
    return true
  }

  return {
    page,
    stage: page.locator('.centerPanel .openseadragon-canvas').first(),
    at,
    label: async () => labels[(await at()) - 1] ?? '',
    count: async () => labels.length,
    async next() {
      const before = await at()
      if (await choices.first().isVisible()) await page.keyboard.press('Escape')
      await page
        .getByRole('button', { name: 'Prochaine image' })
        .first()
        .evaluate(button => (button as HTMLElement).click())
      await page.waitForFunction(([input, value]) => (input as HTMLInputElement).value === value, [
        await number.elementHandle(),
        `${before + 1}`,
      ] as const)
    },
    async text() {
      // Long texts are cut short; each cut has a link that shows the whole
      const more = panel.getByRole('link', { name: /^Plus d'informations: afficher/ })
      while ((await more.count()) > 0) await more.first().click()
      return article.innerText()
    },
    choices: async () => ((await showChoices()) ? (await choices.allInnerTexts()).map(each => each.trim()) : []),
    async choose(wanted) {
      if (await showChoices()) await choices.filter({ hasText: wanted }).first().click()
    },
    contents: () => entries.evaluateAll(all => all.map(each => each.getAttribute('title') ?? '')),
    async follow(entry) {
      await entries.nth(entry).evaluate(each => (each as HTMLElement).click())
    },
    goToComment: async () => false,
    links: () => page.locator('a[href]').evaluateAll(all => all.map(each => (each as HTMLAnchorElement).href)),
  }
}
