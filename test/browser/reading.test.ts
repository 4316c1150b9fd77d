import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import type { Analysis, Exhibition } from '../../src/catalogue/story.js'
import { buildApp } from '../../src/http/app.js'
import { canvasState, encodeContentState } from '../../src/presentation/content-state.js'
import { openPictured } from '../stories/pictured.js'
import { analysis, exhibition, underdrawing } from '../stories/samples.js'
import { needsBrowser, openBrowser, type Watch, watch } from './browser.js'

const reading = `/analyses/${analysis.slug}`
const rooms = `/exhibitions/${exhibition.slug}`
const wide = { width: 1440, height: 900 } as const
const phone = { width: 390, height: 844 } as const
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(4)
const picture = { width: 12000, height: 9000 }

/** Words as long as people write them, or machines. */
const endless: Analysis = {
  kind: 'analysis',
  slug: 'sans-fin',
  languages: ['fr'],
  title: { fr: `${word} : ${'un titre qui ne finit pas '.repeat(10)}` },
  work: 'DEMO-0001',
  steps: [{ id: 'un', title: { fr: word }, text: { fr: `https://example.org/${word}` } }],
}

/** A detail as tall as a scroll, and a label as long as a list. */
const tall: Exhibition = {
  kind: 'exhibition',
  slug: 'de-haut',
  languages: ['fr'],
  title: { fr: word },
  sections: [
    {
      id: 'salle',
      title: { fr: word },
      blocks: [
        { kind: 'detail', id: 'rouleau', work: 'DEMO-0001', picture, region: { x: 0, y: 0, width: 900, height: 9000 } },
        {
          kind: 'comparison',
          id: 'cote-a-cote',
          mode: 'scale',
          title: { fr: word },
          sides: [{ work: 'DEMO-0001' }, { work: 'DEMO-0003' }],
        },
      ],
    },
  ],
}

/** The sample stories on a server of their own. @returns its address */
async function openHouse(t: Test): Promise<string> {
  const { services } = await openPictured(t)
  for (const story of [endless, tall]) {
    await services.storyWriter.save(story)
    await services.storyWriter.publish(story.kind, story.slug)
  }
  const app = await buildApp(services)
  t.teardown(() => app.close())
  return app.listen({ host: '127.0.0.1', port: 0 })
}

t.test('stories are read in a browser', { ...needsBrowser() }, async t => {
  const [address, browser] = await Promise.all([openHouse(t), openBrowser(t)])
  const tower = `${address}/iiif/presentation/3${reading}`
  const open = async (t: Test, path: string, options: Parameters<typeof browser.newContext>[0] = {}) => {
    const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', viewport: wide, ...options })
    t.teardown(() => context.close())
    const page = await context.newPage()
    const watched = watch(page)
    await page.goto(address + path)
    return { page, watched }
  }

  t.test('step by step with the keyboard, announced, and kept in the address', async t => {
    const { page, watched } = await open(t, reading)
    t.equal(watched.answered(/info\.json/), 0, 'nothing is fetched for a zoom before it is needed')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('.drawn-in .mark.grid')
    t.match(page.url(), /#tour$/)
    const told = () => page.locator('[data-told]').textContent()
    t.match(await told(), /^Étape 2 sur 3\. La tour\. Dans ce détail\u00a0: Un beffroi de brique\./)
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('.paired .side .openseadragon-canvas')
    await page.keyboard.press('ArrowLeft')
    await page.waitForSelector('.held:not(.paired)')
    t.equal(await page.locator('.side').count(), 0, 'the counterpart leaves with its step')
    t.strictSame(watched.troubles, [])
  })

  t.test('an address with a step opens on that step', async t => {
    const { page, watched } = await open(t, `${reading}#danseurs`)
    await page.waitForSelector('#danseurs.current')
    await page.waitForSelector('.drawn-in .mark.ellipse')
    t.strictSame(watched.troubles, [])
  })

  t.test('a content state of a region opens on the step that speaks of it', async t => {
    const state = canvasState(`${tower}/canvas/view.1`, `${tower}/manifest`, {
      x: 260,
      y: 1520,
      width: 700,
      height: 560,
    })
    const { page, watched } = await open(t, `/?iiif-content=${encodeContentState(state)}`)
    await page.waitForSelector('#danseurs.current')
    t.equal(page.url(), `${address}${reading}#danseurs`)
    t.strictSame(watched.troubles, [])
  })

  t.test('a finger drawn across the picture turns to the next step', async t => {
    const { page, watched } = await open(t, reading, { viewport: phone, hasTouch: true, isMobile: true })
    t.ok(await fits(page), 'nothing is wider than the window')
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 240 }] })
    await touch('touchStart', 320)
    for (const x of [260, 200, 140]) await touch('touchMove', x)
    await touch('touchEnd')
    await page.waitForSelector('#ensemble.current')
    t.strictSame(watched.troubles, [])
  })

  t.test('a layer is laid over visible light, which shows through as the reader wishes', async t => {
    const { page, watched } = await open(t, `/analyses/${underdrawing.slug}#dessous`)
    await watched.moreThan(0, /infrared\/\d+,/)
    await page.locator('[data-blend]').fill('30')
    await page.click('[data-step-by="-1"]')
    await page.waitForSelector('.blend[hidden]', { state: 'attached' })
    t.strictSame(watched.troubles, [])
  })

  t.test('two pictures of a comparison are zoomed together', async t => {
    const { page, watched } = await open(t, rooms)
    await page.click('.linked [data-do="in"]')
    await page.waitForFunction(() => document.querySelectorAll('.linked .openseadragon-canvas').length === 2)
    await watched.moreThan(0, /\/\d+,\d+,\d+,\d+\//)
    t.strictSame(watched.troubles, [])
  })

  t.test('a counterpart that cannot be had leaves the picture alone, and says so', async t => {
    const { page, watched } = await open(t, reading)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('.drawn-in .mark.grid')
    await page.route('**/info.json', route => route.abort())
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => document.querySelector('.held .stage-status')?.textContent)
    t.equal(await page.locator('.side').count(), 0)
    t.equal(await page.locator('.held.paired').count(), 0)
    t.strictSame(scriptErrors(watched), [])
  })

  t.test('a comparison that lacks a picture stays pictures, and says so', async t => {
    const { page, watched } = await open(t, rooms)
    let asked = 0
    await page.route('**/info.json', route => {
      asked += 1
      return asked === 2 ? route.abort() : route.continue()
    })
    await page.click('.linked [data-do="in"]')
    await page.waitForFunction(() => document.querySelector('.linked .stage-status')?.textContent)
    t.equal(await page.locator('.linked .stage-zoom').count(), 0, 'nothing that would take the wheel from the page')
    t.equal(await page.locator('.linked .tiled').count(), 0)
    t.strictSame(scriptErrors(watched), [])
  })

  t.test('nothing is wider than a small phone', async t => {
    for (const path of [
      reading,
      rooms,
      `${reading}/embed`,
      '/analyses',
      '/',
      '/works',
      '/works/DEMO-0003',
      '/museums',
    ]) {
      const { page } = await open(t, path, { viewport: { width: 320, height: 568 }, isMobile: true })
      t.ok(await fits(page), path)
    }
  })

  t.test('without JavaScript it is an illustrated article, with marks on its details', async t => {
    const { page } = await open(t, reading, { javaScriptEnabled: false })
    const detail = page.locator('#tour .step-figures img')
    await detail.scrollIntoViewIfNeeded()
    t.ok(await detail.isVisible())
    t.ok(await page.locator('#tour .mark.arrow').isVisible())
    for (const dead of ['[data-steps]', '[data-controls]', '[data-print]']) {
      t.ok(await page.locator(dead).first().isHidden(), dead)
    }
  })

  t.test('words without end and pictures of any shape fit into a window', async t => {
    for (const viewport of [phone, wide])
      for (const story of [endless, tall]) {
        const path = story === tall ? `/exhibitions/${story.slug}` : `/analyses/${story.slug}`
        const { page } = await open(t, path, { viewport })
        t.ok(await fits(page), `${path} at ${viewport.width} px`)
        const scroll = page.locator('#rouleau .shown-picture')
        if (story === tall) t.ok(((await scroll.boundingBox())?.height ?? Infinity) <= viewport.height)
        await page.goto(`${address}/${story === tall ? 'exhibitions' : 'analyses'}`)
        t.ok(await fits(page), `the list with ${story.slug} at ${viewport.width} px`)
      }
  })

  t.test('it prints with its details', async t => {
    const { page } = await open(t, reading)
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    t.ok(pdf.length > 50_000)
    await page.emulateMedia({ media: 'print' })
    await page.locator('#tour .step-figures img').waitFor({ state: 'visible' })
    await page.locator('.stage-tools').waitFor({ state: 'hidden' })
  })

  t.test('on paper the marks of an exhibition lie on their pictures', async t => {
    const { page } = await open(t, rooms, { viewport: { width: 700, height: 1000 } })
    await page.emulateMedia({ media: 'print' })
    for (const picture of await page.locator('.shown-picture:has(.marks)').all()) {
      const [around, image] = [await picture.boundingBox(), await picture.locator('img').boundingBox()]
      t.equal(Math.round(around?.width ?? 0), Math.round(image?.width ?? 1))
    }
  })

  t.test('the first view takes less than 200 kB of script', async t => {
    for (const path of [reading, rooms]) {
      const { page } = await open(t, '/healthz')
      const session = await page.context().newCDPSession(page)
      await session.send('Network.enable')
      const scripts = new Set<string>()
      let bytes = 0
      session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (scripts.has(requestId)) bytes += encodedDataLength
      })
      await page.goto(address + path, { waitUntil: 'load' })
      t.ok(bytes > 1000 && bytes < 200_000, `${path}: ${bytes} bytes`)
      t.comment(`${path}: ${bytes} bytes of script`)
    }
  })

  for (const language of ['fr', 'en', 'nl']) {
    t.test(`nothing stands seriously in anybody's way, in ${language}`, async t => {
      for (const path of [reading, rooms, '/analyses', `${reading}/embed`]) {
        const { page } = await open(t, `/${language}${path}`)
        // By the debugger's way in, which the policy of the page does not concern
        await page.evaluate(axe)
        const violations = await page.evaluate(async () => {
          const { violations } = await (
            globalThis as unknown as {
              axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> }
            }
          ).axe.run()
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
        })
        t.strictSame(violations, [], path)
      }
    })
  }
})

const scriptErrors = ({ troubles }: Watch): readonly string[] => troubles.filter(each => each.startsWith('page: '))

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
