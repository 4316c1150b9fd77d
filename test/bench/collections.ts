import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { importWorks } from './harness/catalogue.js'
import { peakResidentBytes } from './harness/processes.js'
import { fetched } from './harness/requests.js'
import { startBeffroi } from './harness/servers.js'
import type { Stage } from './harness/stage.js'
import { spreadOf } from './harness/statistics.js'
import { figure, type Line, megabytes, spread } from './harness/table.js'

const sizes = [30_000, 300_000] as const

type Collection = Readonly<{ items: readonly Readonly<{ id: string; type: string }>[] }>

/** Does a tenfold catalogue answer as soon, page by page, and is all of it reached? */
export async function collections(stage: Stage): Promise<readonly Line[]> {
  const lines: Line[] = []
  for (const works of sizes) {
    const folder = join(stage.directory, `works-${works}`)
    await mkdir(folder, { recursive: true })
    await importWorks(folder, join(folder, 'data'), works)
    lines.push(...(await measured(stage, join(folder, 'data'), works)))
    await rm(folder, { recursive: true })
  }
  return lines
}

async function measured(stage: Stage, data: string, works: number): Promise<readonly Line[]> {
  const begun = performance.now()
  const server = await startBeffroi({ directory: stage.directory, core: stage.cores.server }, data)
  try {
    await fetched(`${server.base}/iiif/presentation/3/collection`)
    const start = (performance.now() - begun) / 1000
    const { pages, documents, largest, reached } = await walked(`${server.base}/iiif/presentation/3/collection`)
    if (reached !== works) throw new Error(`${reached} of ${works} works were reached.`)
    const resident = await peakResidentBytes(server.pid)
    const what = `${figure(works)} works without a museum`
    const line = (told: string, beffroi: string): Line => ({ what: told, beffroi, reference: '', ratio: '', goal: '' })
    return [
      line(`${what}: start to the root collection`, `${figure(start)} s`),
      line('documents of collections, entries of the longest', `${figure(documents)}, ${largest}`),
      line(
        'a page of 100 works, first answer, ms: the first tenth',
        spread(spreadOf(pages.slice(0, pages.length / 10))),
      ),
      line('the last tenth', spread(spreadOf(pages.slice(-pages.length / 10)))),
      line('resident memory at its peak', megabytes(resident)),
    ]
  } finally {
    await server.stop()
  }
}

/** Follows every collection below a root, in their order. */
async function walked(root: string) {
  const pages: number[] = []
  const manifests = new Set<string>()
  let documents = 0
  let largest = 0
  for (const waiting = [root]; waiting.length > 0; ) {
    const begun = performance.now()
    const { items } = JSON.parse((await fetched(waiting.pop() ?? '')).toString()) as Collection
    const milliseconds = performance.now() - begun
    documents += 1
    largest = Math.max(largest, items.length)
    for (const { id, type } of items) if (type === 'Manifest') manifests.add(id)
    if (items[0]?.type === 'Manifest') pages.push(milliseconds)
    waiting.push(...items.flatMap(({ id, type }) => (type === 'Collection' ? [id] : [])).reverse())
  }
  return { pages, documents, largest, reached: manifests.size }
}
