import type { RenderBounds } from '../config.js'
import { DomainError } from '../errors.js'
import type { Storage } from '../storage/storage.js'
import { type Cost, costOf } from './cost.js'
import { type Derivatives, noDerivatives } from './derivatives/derivatives.js'
import { fillDerivatives } from './derivatives/fill.js'
import { derivativeKey, derivativeName, imageKey } from './derivatives/key.js'
import { compose } from './drawing/compose.js'
import { type Composition, type ServedPlan, transformOf } from './drawing/composition.js'
import { type Drawing, drawingOf, pictureOf, type ServedImage } from './drawing/drawing.js'
import { type Flight, openFlights } from './flights.js'
import { openBuffers } from './jpeg/buffers.js'
import { openTileMaps } from './jpeg/maps.js'
import { type Lane, openLane } from './lane.js'
import { openParts, type Part } from './parts.js'
import type { Plan, Transform } from './plan.js'
import type { ImageRecord } from './record.js'
import { render } from './render.js'
import { openSharedBytes } from './shared-bytes.js'
import { openShelf } from './shelf.js'
import { openYielding } from './yielding.js'

/** Who asks: a client that leaves aborts `signal`; `client` names it, so that one cannot take every place. */
export type Asker = Readonly<{ signal?: AbortSignal; client?: string }>

/** The engine's one effect: from a plan to bytes. */
export interface Images {
  /**
   * What somebody else still holds, else what is stored as asked for, else what was kept, else what is rendered, then kept.
   * The bytes are shared with others who ask: never write to them.
   * @throws DomainError `busy` when too many renders wait, `too-large` for what can never fit in memory, `damaged` when
   * the pyramid is not what the record says; the signal's reason when the client has left
   */
  read(image: ServedImage, plan: ServedPlan, asker?: Asker): Promise<Buffer>
  /** Renders and keeps what is not yet kept of these plans, as `read` would. */
  fill(image: ImageRecord, plans: readonly Plan[], signal?: AbortSignal): Promise<void>
  /** Frees what was kept of a version that has been replaced; nobody is served it any more as it is. */
  forget(image: Pick<ImageRecord, 'id' | 'version'>): Promise<void>
  /** What has been done so far. */
  readonly counters: Counters
  close(): Promise<void>
}

export type Counters = Readonly<{
  /** Requests answered with bytes that another still held. */
  shared: number
  /** Requests that waited for what another had asked for. */
  coalesced: number
  tilesPassed: number
  derivativesRead: number
  derivativesKept: number
  derivativesEvicted: number
  /** Answers put together of parts of stored tiles, nothing decoded. */
  cut: number
  rendered: number
  tilesDecoded: number
  pixelsDecoded: number
  /** Tiles of which parts were taken without decoding, and how often where their parts stand was known. */
  tilesCut: number
  tileMapsReused: number
  refusedBusy: number
}>

/** Smaller images are not worth sharing, bytes. */
const LARGE = 500_000

/** Of the memory for rendering, this part is the light lane's own, so that it never waits for the heavy one. */
const LIGHT_PART = 1 / 4

export function openImages(storage: Storage, bounds: RenderBounds, derivatives: Derivatives = noDerivatives): Images {
  const maps = openTileMaps(bounds.tileMaps)
  const shelf = openShelf(storage, bounds.openPyramids, { maps, buffers: openBuffers() })
  const held = openSharedBytes()
  const parts = openParts()
  const flights = openFlights<Buffer>()
  const yielding = openYielding()
  const lightMemory = bounds.memory * LIGHT_PART
  const light = openLane({ ...bounds.light, memory: lightMemory })
  const heavy = openLane({ ...bounds.heavy, memory: bounds.memory - lightMemory })
  const filling = openLane({ jobs: bounds.light.jobs, queue: Number.POSITIVE_INFINITY, memory: bounds.memory })
  const done = {
    shared: 0,
    tilesPassed: 0,
    derivativesRead: 0,
    derivativesKept: 0,
    cut: 0,
    rendered: 0,
    refusedBusy: 0,
    get tilesDecoded() {
      return parts.tilesDecoded
    },
    get pixelsDecoded() {
      return parts.pixelsDecoded
    },
    get tilesCut() {
      return parts.tilesCut
    },
    get tileMapsReused() {
      return maps.reused
    },
    get coalesced() {
      return flights.joined
    },
    get derivativesEvicted() {
      return derivatives.evicted
    },
  }

  const laneOf = ({ lane, peakBytes }: Cost): Lane => (lane === 'light' && peakBytes <= lightMemory ? light : heavy)

  const gather = (image: ImageRecord, plan: Plan & Transform): Promise<Part> =>
    shelf.with(image.pyramid, pyramid => parts.gather(pyramid, plan))

  const gatherAll = ({ pictures }: Composition, { pictures: laid }: Drawing): Promise<readonly Part[]> =>
    Promise.all(
      pictures.flatMap(placed =>
        laid.slice(placed.picture, placed.picture + 1).map(({ image }) => gather(image, transformOf(placed))),
      ),
    )

  const cut = (image: ImageRecord, plan: Plan & Transform): Promise<Buffer | undefined> =>
    shelf.with(image.pyramid, pyramid => parts.cut(pyramid, plan))

  const draw = async (
    image: ServedImage,
    plan: (Transform & Plan) | Composition,
    begin: () => void = () => {},
  ): Promise<Buffer> => {
    if (plan.kind === 'composition') {
      const drawing = drawingOf(image)
      const gathered = await gatherAll(plan, drawing)
      begin()
      done.rendered += 1
      const composed = await compose(plan, drawing, gathered)
      for (const { release } of gathered) release()
      return composed
    }
    const picture = pictureOf(image)
    const answer = plan.verbatim && (await cut(picture, plan))
    if (answer) {
      done.cut += 1
      return answer
    }
    const part = await gather(picture, plan)
    begin()
    done.rendered += 1
    const rendered = await render(plan, part)
    part.release()
    return rendered
  }

  const keptOrDrawn = async (
    image: ServedImage,
    plan: (Plan & Transform) | Composition,
    { cancelled, begin }: Flight,
    client: string | undefined,
  ): Promise<Buffer> => {
    const key = derivativeKey(image, plan)
    const kept = await derivatives.read(key)
    if (kept) {
      done.derivativesRead += 1
      return kept
    }
    const cost = costOf(plan)
    const claim = { bytes: cost.peakBytes, ...(client === undefined ? {} : { client }) }
    const lane = laneOf(cost)
    const task = () => draw(image, plan, begin)
    const drawn = await lane.run(lane === heavy ? () => yielding.during(task) : task, cancelled, claim)
    if (await derivatives.keep({ key, image: imageKey(image), bytes: drawn })) done.derivativesKept += 1
    return drawn
  }

  const stored = (image: ImageRecord, plan: Plan & { kind: 'stored-tile' }): Promise<Buffer> =>
    shelf.with(image.pyramid, pyramid => {
      done.tilesPassed += 1
      return pyramid.tile(plan.level, plan.column, plan.row)
    })

  return {
    counters: done,

    async read(image, plan, { signal, client } = {}) {
      signal?.throwIfAborted()
      const name = derivativeName(image, plan)
      const found = held.find(name)
      if (found) {
        done.shared += 1
        return found
      }
      const fetched = async (flight: Flight): Promise<Buffer> => {
        const bytes =
          plan.kind === 'stored-tile'
            ? await stored(pictureOf(image), plan)
            : await keptOrDrawn(image, plan, flight, client)
        if (bytes.length >= LARGE) held.share(name, bytes)
        return bytes
      }
      try {
        return await flights.join(name, fetched, signal)
      } catch (error) {
        if (error instanceof DomainError && error.code === 'busy') done.refusedBusy += 1
        throw error
      }
    },

    async fill(image, plans, signal) {
      const drawing = (plan: Plan & Transform): Promise<Buffer> =>
        filling.run(() => draw(image, plan), signal, { bytes: costOf(plan).peakBytes })
      const possible = plans.filter(plan => costOf(plan).peakBytes <= bounds.memory)
      done.derivativesKept += await fillDerivatives(derivatives, image, possible, bounds.light.jobs, drawing)
    },

    forget: image => derivatives.forget(image),

    async close() {
      await shelf.close()
      await derivatives.close()
    },
  }
}
