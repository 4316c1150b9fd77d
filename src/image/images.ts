import type { RenderBounds } from '../config.js'
import type { Storage } from '../storage/storage.js'
import { costOf } from './cost.js'
import { openLane } from './lane.js'
import type { Plan } from './plan.js'
import type { ImageRecord } from './record.js'
import { render } from './render.js'
import { openShelf } from './shelf.js'

/** Who asks: a client that leaves aborts `signal`; `client` names it, so that one cannot take every place. */
export type Asker = Readonly<{ signal?: AbortSignal; client?: string }>

/** The engine's one effect: from a plan to bytes. */
export interface Images {
  /**
   * @throws DomainError `busy` when too many renders wait, `damaged` when the pyramid is not what the record says;
   * the signal's reason when the client has left
   */
  read(image: ImageRecord, plan: Plan, asker?: Asker): Promise<Buffer>
  /** What has been done so far. */
  readonly counters: Readonly<Counters>
  close(): Promise<void>
}

export type Counters = { tilesPassed: number; tilesDecoded: number; pixelsDecoded: number; rendered: number }

export function openImages(storage: Storage, { light, openPyramids }: RenderBounds): Images {
  const shelf = openShelf(storage, openPyramids)
  const lane = openLane(light)
  const counters: Counters = { tilesPassed: 0, tilesDecoded: 0, pixelsDecoded: 0, rendered: 0 }
  return {
    counters,
    read: (image, plan, { signal } = {}) =>
      shelf.with(image.pyramid, async pyramid => {
        if (plan.kind === 'stored-tile') {
          counters.tilesPassed += 1
          return pyramid.tile(plan.level, plan.column, plan.row)
        }
        return lane.run(async () => {
          const { tiff, box, tiles } = await pyramid.part(plan.level, plan.extract)
          counters.tilesDecoded += tiles
          counters.pixelsDecoded += costOf(plan).decoded
          counters.rendered += 1
          return render(plan, tiff, box)
        }, signal)
      }),
    close: () => shelf.close(),
  }
}
