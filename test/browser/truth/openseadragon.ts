import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import type { Story } from '../../../src/catalogue/story.js'
import type { Aspect } from '../../../src/presentation/stories/truth/aspects.js'
import { judged, type Verdict } from './proofs.js'
import { lookAt, lookUntil, type Sight } from './sight.js'
import { type Expected, toldBy } from './told.js'
import { isSeen } from './walk.js'

const script = createRequire(import.meta.url).resolve('openseadragon/build/openseadragon/openseadragon.min.js')

type Body = Readonly<{ id: string; service?: readonly Readonly<{ id: string }>[]; items?: readonly Body[] }>

/** OpenSeadragon on a page of somebody else's: what it shows of an address that is given to it. */
async function openAlone(page: Page) {
  await page.setContent('<!doctype html><div id="stage" style="position:fixed;inset:0;background:#000"></div>')
  await page.addScriptTag({ path: script })
  const stage = page.locator('#stage')
  return {
    /** @returns whether it can open it at all */
    opens: (source: unknown): Promise<boolean> =>
      page.evaluate(async given => {
        const { OpenSeadragon, shown } = globalThis as unknown as {
          OpenSeadragon(options: object): { addOnceHandler(event: string, act: () => void): void; destroy(): void }
          shown?: { destroy(): void }
        }
        shown?.destroy()
        const viewer = OpenSeadragon({
          id: 'stage',
          tileSources: [given],
          drawer: 'canvas',
          showNavigationControl: false,
        })
        Object.assign(globalThis, { shown: viewer })
        return new Promise<boolean>(resolve => {
          viewer.addOnceHandler('open', () => resolve(true))
          viewer.addOnceHandler('open-failed', () => resolve(false))
        })
      }, source),
    see: (isRight: (sight: Sight) => boolean): Promise<Sight> => lookUntil(page, () => lookAt(page, stage), isRight),
    text: () => page.locator('body').innerText(),
  }
}

/** What is seen of a story by who is given a manifest's images one by one, since it opens no manifest. */
export async function seenAlone(
  page: Page,
  manifest: string,
  story: Story,
): Promise<Readonly<Record<Aspect, Verdict>>> {
  const alone = await openAlone(page)
  const opensManifest = await alone.opens(manifest)
  const { items } = (await (await fetch(manifest)).json()) as {
    items: readonly Readonly<{ items: readonly Readonly<{ items: readonly Readonly<{ body: Body }>[] }>[] }>[]
  }
  const told = toldBy(story)
  const views = told.flatMap(each => each.views.map(expected => ({ told: each, expected })))
  const seen: {
    told: (typeof told)[number]
    expected: Expected
    isRight: boolean
    isBare: boolean
    isDeep: boolean
  }[] = []
  for (const [index, view] of views.entries()) {
    const body = items[index]?.items[0]?.items[0]?.body as Body
    const [first, second] = body.items ?? [body]
    const isRight = async (picture: Body | undefined, expected: Expected): Promise<boolean> => {
      const service = picture?.service?.[0]?.id
      const source = service ? `${service}/info.json` : { type: 'image', url: picture?.id }
      return (await alone.opens(source)) && isSeen(await alone.see(sight => isSeen(sight, expected)), expected)
    }
    const { marks, beside: _, ...bare } = view.expected
    seen.push({
      ...view,
      isRight: await isRight(first, view.expected),
      isBare: !marks || (await isRight(second, bare)),
      isDeep: first?.service !== undefined,
    })
  }
  const words = await alone.text()
  const of = (wanted: (view: (typeof seen)[number]) => unknown): readonly boolean[] =>
    seen.filter(wanted).map(({ isRight, isBare, isDeep }) => isRight && isBare && isDeep)
  const details = seen.filter(({ told, expected }) => told.region && expected.region && !expected.other)
  const none: Verdict = opensManifest || words.trim() !== '' ? 'yes' : 'no'
  return {
    text: judged(
      told
        .filter(({ text }) => text !== undefined)
        .map(each => seen.some(view => view.told === each && view.expected.pictures.length === 0 && view.isRight)),
    ),
    order: none,
    contents: none,
    regions: details.every(({ isRight, isDeep }) => isRight && isDeep)
      ? 'yes'
      : details.some(({ isRight }) => isRight)
        ? 'partly'
        : 'no',
    marks: judged(of(({ expected }) => expected.marks)),
    layers: judged(of(({ told, expected }) => told.layer && expected.beside)),
    others: judged(of(({ expected }) => expected.other)),
    languages: none,
  }
}
