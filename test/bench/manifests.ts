import { pictured, workId, works } from './harness/catalogue.js'
import { alternate } from './harness/compare.js'
import { besideFiles } from './harness/files.js'
import { integerBelow, randomFrom } from './harness/random.js'
import type { Stage } from './harness/stage.js'
import { figure, type Line, linesOf, skipped } from './harness/table.js'

/** How many manifests are asked for on a round trip through a collection. */
const many = 3000

/**
 * How near to a file server are manifests, in a catalogue of a region's size? Those asked for again, as they are and
 * compressed as browsers ask for them; and so many that each is asked for seldom.
 */
export async function manifests(stage: Stage): Promise<readonly Line[]> {
  const what = `manifest of a work, ${figure(works)} in the catalogue`
  const again = Array.from({ length: pictured }, (_, index) => index)
  const random = randomFrom(11)
  const seldom = Array.from({ length: many }, () => integerBelow(random, works))
  const cases = [
    { name: 'manifests', what, indexes: again },
    { name: 'manifests-gzip', what: `${what}, gzip`, indexes: again, coding: 'gzip' },
    { name: 'manifests-many', what: `${what}, ${figure(many)} of them in turn`, indexes: seldom },
  ] as const
  const lines: Line[] = []
  for (const { name, what, indexes, ...coding } of cases) {
    const addresses = indexes.map(index => `/iiif/presentation/3/works/${workId(index)}/manifest`)
    const asked = { name, addresses, suffix: 'json', ...coding }
    lines.push(
      ...(await besideFiles(stage, asked, async (own, files) =>
        files
          ? linesOf(what, await alternate(stage, [own, files]), ['≥ 0.3'])
          : [skipped(what, 'nginx is not installed')],
      )),
    )
  }
  return lines
}
