import type { Test } from 'tap'
import { image, museum } from '../presentation/sample.js'
import { analysis, exhibition, underdrawing } from '../stories/samples.js'
import { openSite, type Site } from './site.js'

export const base = 'https://example.org'

/** A site with the works of the samples and the sample stories, all published. */
export async function openStories(t: Test): Promise<Site> {
  const site = await openSite(t, { baseUrl: base })
  const { writer, storyWriter } = site.services
  await writer.putMuseums([museum])
  const sizes = { 1: [12000, 9000], 2: [6000, 5000], 3: [4000, 5000], 4: [4000, 3000] } as const
  for (const [number, [width, height]] of Object.entries(sizes)) {
    const id = `DEMO-000${number}`
    await writer.putWorks([{ id, museum: museum.id, title: { fr: [`Œuvre ${number}`] } }])
    const hung = { work: id, view: '1', position: 1, layer: 'visible' } as const
    await writer.putImage(image(`demo-${number}`, { width, height }), hung)
    if (number === '3') await writer.putImage(image('demo-3-ir', { width, height }), { ...hung, layer: 'infrared' })
    if (number === '4') await writer.putImage(image('demo-4-2', { width, height }), { ...hung, view: '2', position: 2 })
  }
  for (const story of [analysis, underdrawing, exhibition]) {
    await storyWriter.save(story)
    await storyWriter.publish(story.kind, story.slug)
  }
  return site
}
