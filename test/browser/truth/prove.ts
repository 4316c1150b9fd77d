import type { Browser, Page } from 'playwright-core'
import type { Test } from 'tap'
import type { Story } from '../../../src/catalogue/story.js'
import { type TruthRow, truthTable } from '../../../src/presentation/stories/truth/table.js'
import type { Viewer } from '../../../src/presentation/stories/truth/viewers.js'
import { storyFolders } from '../../../src/presentation/story-uris.js'
import { openBrowser, watch } from '../browser.js'
import { openHouse } from './house.js'
import { proofs } from './proofs.js'
import type { Reader } from './reader.js'
import { toldBy } from './told.js'
import { walkThrough } from './walk.js'

type Proving = Readonly<{ address: string; manifest: string; story: Story; rows: readonly TruthRow[]; page: Page }>

/** A test for each story of the demonstration, with the rows of the truth table that speak of a viewer. */
export async function eachStory(
  t: Test,
  viewer: Viewer,
  prove: (t: Test, proving: Proving) => Promise<void>,
): Promise<void> {
  const [{ address, stories }, browser] = await Promise.all([openHouse(t), openBrowser(t)])
  for (const { story } of stories)
    await t.test(story.slug, async t => {
      const manifest = `${address}/iiif/presentation/3/${storyFolders[story.kind]}/${story.slug}/manifest`
      const rows = truthTable(story).filter(row => row.viewer === viewer)
      await prove(t, { address, manifest, story, rows, page: await openPage(t, browser) })
    })
}

async function openPage(t: Test, browser: Browser): Promise<Page> {
  const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1200, height: 700 } })
  t.teardown(() => page.close())
  return page
}

/** Reads each story from end to end in a viewer of manifests, and asks of each aspect how much was seen. */
export const proveReader = (
  t: Test,
  viewer: Viewer,
  open: (page: Page, address: string, manifest: string) => Promise<Reader>,
): Promise<void> =>
  eachStory(t, viewer, async (t, { address, manifest, story, rows, page }) => {
    const watched = watch(page)
    const reader = await open(page, address, manifest)
    const told = toldBy(story)
    const found = await walkThrough(reader, told)
    const wrong = found.filter(({ isRight }) => !isRight)
    t.strictSame(
      wrong.map(({ label, expected, sight }) => ({ label, expected, sight })),
      [],
    )
    for (const { aspect, sees, en } of rows)
      t.equal(await proofs[aspect]({ reader, told, found }), sees, `${aspect}: ${en}`)
    t.strictSame(watched.troubles, [])
  })
