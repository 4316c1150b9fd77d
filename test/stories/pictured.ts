import { join } from 'node:path'
import sharp from 'sharp'
import type { Test } from 'tap'
import { configFrom } from '../../src/config.js'
import { openServices, type Services } from '../../src/services.js'
import { readSettings } from '../../src/settings.js'
import { run } from '../cli/run.js'
import { museum } from '../presentation/sample.js'
import { analysis, exhibition, underdrawing } from './samples.js'

/** px of a quarter of the demonstration's pictures: places are found on any picture of the same proportions. */
const pictures = {
  'demo-1': { work: 'DEMO-0001', view: '1', layer: 'visible', width: 3000, height: 2250 },
  'demo-2': { work: 'DEMO-0002', view: '1', layer: 'visible', width: 1500, height: 1250 },
  'demo-3': { work: 'DEMO-0003', view: '1', layer: 'visible', width: 1000, height: 1250 },
  'demo-3-infrared': { work: 'DEMO-0003', view: '1', layer: 'infrared', width: 1000, height: 1250 },
  'demo-4': { work: 'DEMO-0004', view: '1', layer: 'visible', width: 1000, height: 750 },
  'demo-4-verso': { work: 'DEMO-0004', view: '2', layer: 'visible', width: 1000, height: 750 },
} as const

/** The works of the sample stories under pictures drawn for the test, and the stories, published. */
export async function openPictured(t: Test): Promise<Readonly<{ root: string; data: string; services: Services }>> {
  const root = t.testdir({ data: {}, pictures: {} })
  const data = join(root, 'data')
  const files = await Promise.all(Object.entries(pictures).map(each => drawn(join(root, 'pictures'), ...each)))
  const ingested = await run(['ingest', ...files, '--create-works', '--data', data])
  if (ingested.code !== 0) throw new Error(ingested.stderr)
  const services = await openServices(configFrom(readSettings({ data, port: '0' })))
  t.teardown(() => services.close())
  const { reader, writer, storyWriter } = services
  await writer.putMuseums([museum])
  for (const [id, { work, view, layer }] of Object.entries(pictures)) {
    const [image] = await reader.images([id])
    if (!image) throw new Error(`The picture ${id} was not ingested under its name.`)
    await writer.putWorks([
      { id: work, title: { fr: [`Œuvre ${work}`] }, ...(work === 'DEMO-0001' && { museum: museum.id }) },
    ])
    await writer.putImage(image, { work, view, position: Number(view), layer })
  }
  for (const story of [analysis, underdrawing, exhibition]) {
    await storyWriter.save(story)
    await storyWriter.publish(story.kind, story.slug)
  }
  return { root, data, services }
}

async function drawn(
  folder: string,
  id: string,
  { width, height }: { width: number; height: number },
): Promise<string> {
  const file = join(folder, `${id}.png`)
  await sharp({
    create: { width, height, channels: 3, background: '#a08050', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
    .png()
    .toFile(file)
  return file
}
