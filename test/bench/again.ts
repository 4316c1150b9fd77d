import { alternate } from './harness/compare.js'
import { besideFiles } from './harness/files.js'
import { beffroiAddress, randomRegions } from './harness/requests.js'
import type { Stage } from './harness/stage.js'
import { type Line, linesOf, skipped } from './harness/table.js'

/** What does a derivative cost once it has been asked for before? */
export async function again(stage: Stage): Promise<readonly Line[]> {
  const what = 'the same derivative again'
  const asked = { name: 'again', addresses: randomRegions(5, 300).map(beffroiAddress), suffix: 'jpg' }
  return besideFiles(stage, asked, async (own, files) =>
    files ? linesOf(what, await alternate(stage, [own, files]), ['≥ 0.5']) : [skipped(what, 'nginx is not installed')],
  )
}
