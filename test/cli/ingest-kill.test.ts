import { fork } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import t from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { configFrom } from '../../src/config.js'
import { version3 } from '../../src/image/dialect.js'
import { flawOf } from '../../src/image/ingest/levels.js'
import { planImage } from '../../src/image/plan.js'
import type { ImageRecord } from '../../src/image/record.js'
import { viewerRequests } from '../../src/image/session.js'
import { openServices } from '../../src/services.js'
import { readSettings } from '../../src/settings.js'

const program = fileURLToPath(new URL(`./ingest-child${extname(import.meta.url)}`, import.meta.url))
const names = ['a', 'b', 'c', 'd']
/** A pyramid that is used as it came. */
const adopted = 'b'

async function drawPictures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [index, name] of names.entries()) {
    const picture = sharp({
      create: {
        width: 1300 + index,
        height: 900,
        channels: 3,
        background: '#333',
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
      },
    })
    await (name === adopted
      ? picture.tiff({ tile: true, pyramid: true, compression: 'jpeg', tileWidth: 256, tileHeight: 256 })
      : picture.jpeg()
    ).toFile(join(folder, name === adopted ? `${name}.tif` : `${name}.jpg`))
  }
}

/** Ingests in a process that is killed at the nth change in the data directory. @returns whether it was still at work */
async function ingest(data: string, folder: string, killAt: number): Promise<boolean> {
  const pyramids = join(data, 'pyramids')
  await mkdir(pyramids, { recursive: true })
  const child = fork(program, [data, folder], { execArgv: process.execArgv, stdio: 'ignore' })
  let changes = 0
  const watcher = watch(data, { recursive: true }, () => {
    changes += 1
    if (changes === killAt) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'exit')
  watcher.close()
  return signal === 'SIGKILL'
}

async function rows(data: string) {
  const { reader, writer, close } = openCatalogue(join(data, 'catalogue.db'), () => new Date(0))
  try {
    return {
      images: await writer.images(names),
      works: (await reader.works(names)).map(({ id, views }) => ({ id, views })),
    }
  } finally {
    close()
  }
}

/** How much is rendered when a viewer sees all pictures. */
async function rendersFor(data: string): Promise<number> {
  const config = configFrom(readSettings({ data }))
  const { images, close } = await openServices(config)
  try {
    for (const image of (await rows(data)).images)
      for (const request of viewerRequests(image, config.limits))
        await images.read(image, planImage(request, image, config, version3).plan)
    return images.counters.rendered
  } finally {
    await close()
  }
}

t.test('killed at any moment, it leaves nothing half, and run again it finishes', async t => {
  const root = t.testdir()
  const folder = join(root, 'pictures')
  await drawPictures(folder)
  await ingest(join(root, 'whole'), folder, Number.POSITIVE_INFINITY)
  const expected = await rows(join(root, 'whole'))
  t.equal(expected.images.length, names.length)
  t.equal(expected.works.length, names.length)

  for (const killAt of [1, 12, 30, 50]) {
    const data = join(root, `killed-${killAt}`)
    t.ok(await ingest(data, folder, killAt), `it was at work at change ${killAt}`)
    const { images } = await rows(data)
    for (const image of images)
      t.equal(await flawOf(join(data, image.pyramid), image), undefined, `after change ${killAt}, ${image.id} is whole`)
    for (const file of await pyramidsBelow(data))
      t.equal(
        await flawOf(file.path, expected.images[names.indexOf(file.id)] as ImageRecord),
        undefined,
        `${file.id} is whole`,
      )

    await ingest(data, folder, Number.POSITIVE_INFINITY)
    t.strictSame(await rows(data), expected, `run again after change ${killAt}, it is as if nothing had happened`)
    t.equal(await rendersFor(data), 0, 'and all that viewers ask for is kept')
    const left = (await readdir(join(data, 'pyramids'))).filter(name => name.startsWith('.'))
    t.strictSame(left, [], `and nothing is left over`)
  }
})

/** Every file under a final name, with or without a row. */
async function pyramidsBelow(data: string): Promise<readonly Readonly<{ id: string; path: string }>[]> {
  const entries = await readdir(join(data, 'pyramids'), { recursive: true })
  return entries
    .filter(name => name.endsWith('.tif'))
    .map(name => ({ id: (name.split('/').at(-1) ?? '').split('.')[0] ?? '', path: join(data, 'pyramids', name) }))
}
