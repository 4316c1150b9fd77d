import { join } from 'node:path'
import sharp from 'sharp'
import type { Test } from 'tap'
import { layerKinds } from '../../../src/catalogue/model.js'
import { type PublishedStory, storyKinds } from '../../../src/catalogue/story.js'
import { configFrom } from '../../../src/config.js'
import { buildApp } from '../../../src/http/app.js'
import { openServices } from '../../../src/services.js'
import { readSettings } from '../../../src/settings.js'
import { run } from '../../cli/run.js'

const manifests = new URL('../../../manifests/', import.meta.url).pathname

/**
 * The pictures of the demonstration, each in a colour of its own, so that what a viewer shows is seen by its colour: by the
 * name of the file, half as large as they are.
 */
export const pictures = {
  'DEMO-0001': { colour: '#2f66a8', width: 6000, height: 4500 },
  'DEMO-0002': { colour: '#3d8f4b', width: 3000, height: 2500 },
  'DEMO-0003': { colour: '#4545b8', width: 2000, height: 2500 },
  'DEMO-0003.infrared': { colour: '#5aa0a8', width: 2000, height: 2500 },
  'DEMO-0004': { colour: '#8a4fa0', width: 2000, height: 1500 },
  'DEMO-0004_2': { colour: '#1f6f3a', width: 2000, height: 1500 },
} as const
export type PictureName = keyof typeof pictures

/** Which picture shows a view of a work, in a layer. */
export function pictureOf(work: string, view = '1', layer = 'visible'): PictureName {
  const name = `${work}${view === '1' ? '' : `_${view}`}${layer === 'visible' ? '' : `.${layer}`}`
  if (!(name in pictures) || !layerKinds.some(kind => kind === layer)) throw new Error(`There is no picture ${name}.`)
  return name as PictureName
}

export type House = Readonly<{ address: string; stories: readonly PublishedStory[] }>

/** The demonstration's catalogue and stories, under pictures of one colour each, on a server of its own. */
export async function openHouse(t: Test): Promise<House> {
  const data = t.testdir({ pictures: {} })
  await Promise.all(
    Object.entries(pictures).map(([name, { colour, width, height }]) =>
      sharp({ create: { width, height, channels: 3, background: colour } })
        .png()
        .toFile(join(data, 'pictures', `${name}.png`)),
    ),
  )
  const imported = (file: string, ...words: readonly string[]) => ['import', join(manifests, file), ...words]
  const csv = (name: string) => ['--format', 'csv', '--mapping', join(manifests, `mappings/demonstration-${name}.json`)]
  for (const words of [
    imported('demonstration/museums.csv', ...csv('museums')),
    imported('demonstration/works.csv', ...csv('works')),
    ['ingest', join(data, 'pictures')],
    imported('stories', '--format', 'stories'),
  ]) {
    const { code, stderr } = await run([...words, '--data', data])
    if (code !== 0) throw new Error(stderr)
  }
  const services = await openServices(configFrom(readSettings({ data, port: '0' })))
  const app = await buildApp(services)
  t.teardown(async () => {
    await app.close()
    await services.close()
  })
  const slice = { offset: 0, limit: 10 }
  const stories = await Promise.all(storyKinds.map(kind => services.stories.listPublished(kind, slice)))
  return { address: await app.listen({ host: '127.0.0.1', port: 0 }), stories: stories.flat() }
}
