import { pictured, workId, works } from './harness/catalogue.js'
import { alternate } from './harness/compare.js'
import { besideFiles } from './harness/files.js'
import type { Stage } from './harness/stage.js'
import { figure, type Line, linesOf, skipped } from './harness/table.js'

/** How near to a file server are manifests, in a catalogue of a region's size? */
export async function manifests(stage: Stage): Promise<readonly Line[]> {
  const what = `manifest of a work, ${figure(works)} in the catalogue`
  const ids = Array.from({ length: pictured }, (_, index) => workId(index))
  const addresses = ids.map(id => `/iiif/presentation/3/works/${id}/manifest`)
  return besideFiles(stage, { name: 'manifests', addresses, suffix: 'json' }, async (own, files) =>
    files ? linesOf(what, await alternate(stage, [own, files]), ['≥ 0.3']) : [skipped(what, 'nginx is not installed')],
  )
}
