import t from 'tap'
import { truthTable } from '../../src/presentation/stories/truth/table.js'
import { needsBrowser, openBrowser, watch } from './browser.js'
import { openHouse } from './truth/house.js'
import { openMirador } from './truth/mirador.js'
import { proofs } from './truth/proofs.js'
import { toldBy } from './truth/told.js'
import { openUniversal } from './truth/universal.js'
import { walkThrough } from './truth/walk.js'

const opened = { mirador: openMirador, universal: openUniversal } as const

t.test('readers see of stories what the truth table says', { ...needsBrowser() }, async t => {
  const [{ address, stories }, browser] = await Promise.all([openHouse(t), openBrowser(t)])
  for (const [viewer, open] of Object.entries(opened))
    for (const { story } of stories)
      t.test(`${viewer}: ${story.slug}`, async t => {
        const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } })
        t.teardown(() => page.close())
        const watched = watch(page)
        const folder = story.kind === 'analysis' ? 'analyses' : 'exhibitions'
        const reader = await open(page, address, `${address}/iiif/presentation/3/${folder}/${story.slug}/manifest`)
        const told = toldBy(story)
        const found = await walkThrough(reader, told)
        if (process.env.DBG) for (const f of found) console.error(viewer, f.label, f.isRight, JSON.stringify(f.expected), JSON.stringify(f.sight), f.choices, f.withoutMarks && JSON.stringify(f.withoutMarks), f.beside && JSON.stringify(f.beside), f.expected.other && f.text.slice(0, 200))
        for (const { aspect, sees, en } of truthTable(story).filter(row => row.viewer === viewer))
          t.equal(await proofs[aspect]({ reader, told, found }), sees, `${aspect}: ${en}`)
        t.strictSame(watched.troubles, [])
      })
})
