import type { Test } from 'tap'
import { configFrom } from '../../src/config.js'
import { buildApp } from '../../src/http/app.js'
import { openServices } from '../../src/services.js'
import { readSettings } from '../../src/settings.js'
import { run } from '../cli/run.js'
import { shared } from '../shared.js'

/** A server on a port of its own over real pictures, closed when the test ends. @returns its address */
export async function openHouse(t: Test): Promise<string> {
  const data = t.testdir()
  const pictures = (name: string) => shared(`data/images/${name}`) ?? name
  const ingested = await run([
    'ingest',
    pictures('seurat-grande-jatte.tif'),
    pictures('bruegel-harvesters.jpg'),
    pictures('bruegel-harvesters-lossless.webp'),
    '--create-works',
    '--data',
    data,
  ])
  if (ingested.code !== 0) throw new Error(ingested.stderr)
  const services = await openServices(configFrom(readSettings({ data, port: '0' })))
  await hangLayer(services)
  const app = await buildApp(services)
  t.teardown(async () => {
    await app.close()
    await services.close()
  })
  return app.listen({ host: '127.0.0.1', port: 0 })
}

/** Hangs another photograph of the same painting as if it were its infrared: layers of a view share their proportions. */
async function hangLayer({ writer, reader }: Awaited<ReturnType<typeof openServices>>): Promise<void> {
  const [layer] = await reader.images(['bruegel-harvesters-lossless'])
  const [work] = await reader.works(['bruegel-harvesters'])
  const view = work?.views[0]
  if (!layer || !view) throw new Error('The pictures were not ingested under their names.')
  await writer.putImage(layer, { work: work.id, view: view.key, position: view.position, layer: 'infrared' })
}

export const workPath = '/works/seurat-grande-jatte'

/** A work with a layer. */
export const layeredPath = '/works/bruegel-harvesters'
