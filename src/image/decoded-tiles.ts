/** The pixels of tiles that were wanted more than once of late, within a budget of bytes. */
export interface DecodedTiles {
  /**
   * The pixels of tiles by their names, in that order. Those not at hand are decoded in one go, each once however many want it.
   * @param tileBytes what the pixels of one take at most
   * @param decode the tiles at these places of `names`, in that order
   * @returns undefined where too few are at hand: then it is cheaper to decode and resize them in one pipeline
   */
  gather(names: readonly string[], tileBytes: number, decode: Decode): Promise<readonly Buffer[]> | undefined
  /** How many needed no decoding. */
  readonly reused: number
}

type Decode = (places: readonly number[]) => Promise<readonly Buffer[]>

/** Of the tiles of a region, this part must be at hand; one that will be from now on counts half. Measured. */
const ENOUGH = 1 / 2
/** Names of tiles that were wanted once are remembered, for so many times the tiles that the budget holds. */
const REMEMBERED = 2
/** A budget of fewer tiles meets none again. */
const FEWEST = 32

export function openDecodedTiles(budget: number): DecodedTiles {
  // A Map keeps the order of insertion: the first tile is the least recently used.
  const held = new Map<string, Buffer>()
  let bytes = 0
  const flights = new Map<string, Promise<Buffer>>()
  const wanted = new Set<string>()
  let reused = 0

  const wantedBefore = (name: string, tileBytes: number): boolean => {
    const before = wanted.delete(name)
    wanted.add(name)
    for (const oldest of wanted) {
      if (wanted.size * tileBytes <= REMEMBERED * budget) break
      wanted.delete(oldest)
    }
    return before
  }

  const keepTile = (name: string, pixels: Buffer): void => {
    bytes += pixels.length - (held.get(name)?.length ?? 0)
    held.delete(name)
    held.set(name, pixels)
    for (const [oldest, other] of held) {
      if (bytes <= budget) return
      held.delete(oldest)
      bytes -= other.length
    }
  }

  const heldTile = (name: string): Buffer | undefined => {
    const pixels = held.get(name)
    if (!pixels) return undefined
    held.delete(name)
    held.set(name, pixels)
    return pixels
  }

  const look = (name: string, tileBytes: number): Place => {
    const pixels = heldTile(name)
    const ready = pixels ? Promise.resolve(pixels) : flights.get(name)
    return ready ? { name, ready, keep: false } : { name, keep: wantedBefore(name, tileBytes) }
  }

  /** Lets others wait for a tile while it is decoded. */
  const launch = ({ name, keep }: Place, decoded: Promise<Buffer>): Promise<Buffer> => {
    const landing = decoded
      .then(pixels => {
        if (keep) keepTile(name, pixels)
        return pixels
      })
      .finally(() => flights.delete(name))
    flights.set(name, landing)
    return landing
  }

  const complete = (places: readonly Place[], decode: Decode): Promise<readonly Buffer[]> => {
    const missing = places.flatMap(({ ready }, index) => (ready ? [] : [index]))
    const decoded = missing.length > 0 ? decode(missing) : Promise.resolve([])
    const nth = async (index: number) => (await decoded)[missing.indexOf(index)] as Buffer
    // What another decodes may fail by a tile that is not wanted here.
    const alone = async (index: number) => (await decode([index]))[0] as Buffer
    return Promise.all(
      places.map((place, index) => place.ready?.catch(() => alone(index)) ?? launch(place, nth(index))),
    )
  }

  return {
    get reused() {
      return reused
    },
    gather(names, tileBytes, decode) {
      if (budget < FEWEST * tileBytes) return undefined
      const places = names.map(name => look(name, tileBytes))
      const ready = places.filter(place => place.ready).length
      const soon = places.filter(place => place.keep).length
      if (ready + soon / 2 < ENOUGH * places.length) return undefined
      reused += ready
      return complete(places, decode)
    },
  }
}

/** A tile that is wanted: at hand or on its way, or else perhaps worth keeping. */
type Place = Readonly<{ name: string; ready?: Promise<Buffer>; keep: boolean }>
