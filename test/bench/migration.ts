import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { fillOlder, olderCounts } from '../catalogue/older.js'
import { works } from './harness/catalogue.js'
import type { Stage } from './harness/stage.js'
import { spreadOf } from './harness/statistics.js'
import { figure, type Line, spread } from './harness/table.js'

/** How long is the first start of this version over a full catalogue of the first? */
export async function migration(stage: Stage): Promise<readonly Line[]> {
  const path = join(stage.directory, 'older.db')
  const seconds: number[] = []
  for (let round = 0; round < stage.rounds; round += 1) {
    fillOlder(path, 1, works)
    const begun = performance.now()
    const { reader, close } = openCatalogue(path, () => new Date())
    seconds.push((performance.now() - begun) / 1000)
    const { works: published } = await reader.countWorks({})
    close()
    await rm(path)
    const expected = works - olderCounts(works).drafts
    if (published !== expected) throw new Error(`${published} works are published instead of ${expected}.`)
  }
  const what = `opening a catalogue of ${figure(works)} works, written at version 1 of the schema`
  return [{ what, beffroi: `${spread(spreadOf(seconds))} s`, reference: '', ratio: '', goal: '' }]
}
