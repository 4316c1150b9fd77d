import { join } from 'node:path'
import type { Test } from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import type { Converted } from '../../src/import/remarks.js'

/** An empty catalogue in a file of its own, closed when the test ends. */
export function emptyCatalogue(t: Test) {
  const catalogue = openCatalogue(join(t.testdir({}), 'catalogue.db'), () => new Date('2026-05-01T12:00:00Z'))
  t.teardown(() => catalogue.close())
  return catalogue
}

/** Everything of a stream. */
export async function gather<Content>(stream: AsyncIterable<Content>): Promise<readonly Content[]> {
  const all: Content[] = []
  for await (const content of stream) all.push(content)
  return all
}

/** The records of a stream, by their ids. */
export async function recordsOf<Content extends { id: string }>(
  stream: AsyncIterable<Converted<Content>>,
): Promise<ReadonlyMap<string, Content>> {
  return new Map((await gather(stream)).flatMap(({ record }) => (record ? [[record.id, record] as const] : [])))
}
