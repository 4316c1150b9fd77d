import type { Test } from 'tap'
import type { WorkRecord } from '../../../src/catalogue/model.js'
import type { Story } from '../../../src/catalogue/story.js'
import { openSite } from '../../http/site.js'
import { gradient } from '../../image/gradient.js'
import { pyramidOf } from '../../image/pyramid-of.js'

/** px; the works of the sample stories, a tenth as large as in the demonstration. */
const pictures: Readonly<Record<string, readonly [width: number, height: number]>> = {
  'DEMO-0001': [1200, 900],
  'DEMO-0002': [600, 500],
  'DEMO-0003': [400, 500],
}

const records: readonly WorkRecord[] = [
  { id: 'DEMO-0001', title: { fr: ['La Kermesse'] }, dimensions: { heightMm: 1800, widthMm: 2400 } },
  {
    id: 'DEMO-0002',
    title: { fr: ['Verdure'] },
    dimensions: { heightMm: 2500, widthMm: 3000 },
    rights: { uri: 'https://creativecommons.org/licenses/by/4.0/' },
  },
  { id: 'DEMO-0003', title: { fr: ['La Carillonneuse'] }, dimensions: { heightMm: 500, widthMm: 400 } },
]

/** A whole server that shows works of known colours (see `gradient`) and publishes stories about them. */
export async function openGallery(t: Test, ...stories: readonly Story[]) {
  const site = await openSite(t)
  const { config, writer, storyWriter } = site.services
  await writer.putWorks(records)
  for (const [work, [width, height]] of Object.entries(pictures)) {
    const image = await pyramidOf(config.dataDirectory, work.toLowerCase(), gradient(width, height))
    await writer.putImage(image, { work, view: '1', position: 1, layer: 'visible' })
  }
  for (const story of stories) {
    await storyWriter.save(story)
    await storyWriter.publish(story.kind, story.slug)
  }
  const get = (path: string, headers: Record<string, string> = {}) =>
    site.app.inject({ method: 'GET', url: path, headers: { host: 'museum.example.org', ...headers } })
  return { ...site, get }
}
