import { alternate } from './harness/compare.js'
import { besideFiles } from './harness/files.js'
import { beffroiAddress, iipsrvAddress, randomTiles } from './harness/requests.js'
import { startIipsrv } from './harness/servers.js'
import type { Stage } from './harness/stage.js'
import { figure, type Line, linesOf, skipped } from './harness/table.js'

/** How near to a file server are stored tiles? */
export async function tiles(stage: Stage): Promise<readonly Line[]> {
  const parts = randomTiles(1, 800)
  const asked = { name: 'tiles', addresses: parts.map(beffroiAddress), suffix: 'jpg' }
  return besideFiles(stage, asked, async (own, files) => {
    const iipsrv = stage.found.iipsrv
    const place = { directory: stage.directory, core: stage.cores.server }
    const other = iipsrv ? await startIipsrv(place, iipsrv, stage.pyramids) : undefined
    try {
      const others = (['w,', 'w,h'] as const).flatMap(form => {
        const addresses = parts.map(part => iipsrvAddress(part, form))
        return other
          ? [{ name: `iipsrv, \`${form}\``, base: other.base, pids: other.pids, addresses: () => addresses }]
          : []
      })
      const compared = await alternate(stage, [own, ...(files ? [files] : []), ...others])
      const what = `stored tiles of 512 px, random, ${figure((compared[0]?.bytes ?? 0) / 1000)} kB`
      return [
        ...linesOf(what, compared, [...(files ? ['≥ 0.6'] : []), '≥ 2.5', '']),
        ...(files ? [] : [skipped(`${what}, against nginx`, 'nginx is not installed')]),
        ...(other ? [] : [skipped(`${what}, against iipsrv`, 'iipsrv is not installed')]),
      ]
    } finally {
      await other?.stop()
    }
  })
}
