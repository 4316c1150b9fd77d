import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { configFrom, mostEntries } from '../../src/config.js'
import { buildApp } from '../../src/http/app.js'
import { openServices } from '../../src/services.js'
import { readSettings } from '../../src/settings.js'
import { workOf } from '../contract/catalogue.js'

type Json = Readonly<Record<string, unknown>>

/** A site of works without a museum, on pages of so many; `statements` counts those that its reader runs. */
async function openLarge(t: Test, works: number, pageSize: number) {
  const data = t.testdir({})
  const services = await openServices(configFrom(readSettings({ data, pageSize: String(pageSize) })))
  await services.writer.putWorks(Array.from({ length: works }, (_, index) => workOf(`w${index}`)))
  let statements = 0
  const traced = openCatalogue(join(data, 'catalogue.db'), services.clock, () => {
    statements += 1
  })
  const app = await buildApp({ ...services, reader: traced.reader })
  t.teardown(async () => {
    await app.close()
    traced.close()
    await services.close()
  })
  const base = 'http://museum.example.org'
  return {
    root: (version: 2 | 3) => `${base}/iiif/presentation/${version}/collection`,
    async ask(address: string) {
      statements = 0
      const { body, statusCode } = await app.inject({
        url: address.slice(base.length),
        headers: { host: 'museum.example.org' },
      })
      t.equal(statusCode, 200, address)
      return { document: JSON.parse(body) as Json, statements }
    },
  }
}

const entriesOf = ({ items, collections, manifests }: Json): readonly Json[] =>
  [items, collections, manifests].flat().filter((entry): entry is Json => typeof entry === 'object' && entry !== null)
const idOf = (entry: Json): string => String(entry.id ?? entry['@id'])

/** Every collection below a root, by depth, and the manifests at its ends. */
async function walk({ root, ask }: Awaited<ReturnType<typeof openLarge>>, version: 2 | 3) {
  const manifests: string[] = []
  const costs = new Set<number>()
  let largest = 0
  for (const waiting = [root(version)]; waiting.length > 0; ) {
    const { document, statements } = await ask(waiting.pop() ?? '')
    const entries = entriesOf(document)
    largest = Math.max(largest, entries.length)
    for (const entry of entries) {
      const isManifest = String(entry.type ?? entry['@type']).endsWith('Manifest')
      if (isManifest) manifests.push(idOf(entry))
      else waiting.push(idOf(entry))
    }
    if (entries.some(entry => String(entry.type ?? entry['@type']).endsWith('Manifest'))) costs.add(statements)
  }
  return { manifests, costs, largest }
}

/** 300,000 works on pages of 100 are 3,000 pages; so are 3,000 on pages of one. */
t.test(
  'as many pages as 300,000 works have: none lists more than 500 entries, and every work is reached once',
  async t => {
    const site = await openLarge(t, 3000, 1)
    for (const version of [3, 2] as const) {
      const { manifests, largest } = await walk(site, version)
      t.ok(largest <= mostEntries, `${largest} entries`)
      t.equal(manifests.length, 3000)
      t.equal(new Set(manifests).size, 3000)
    }
  },
)

t.test('a page costs as many statements in a catalogue of thirty pages as in one of three', async t => {
  const [small, large] = [await openLarge(t, 60, 20), await openLarge(t, 600, 20)]
  const [few, many] = [await walk(small, 3), await walk(large, 3)]
  t.equal(many.manifests.length, 600)
  t.strictSame(many.costs, few.costs)
  t.equal(many.costs.size, 1, 'the last page costs what the first does')
})
