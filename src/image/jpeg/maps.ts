import { bytesOf, type TileMap } from './map.js'

/** Maps of tiles within a budget of bytes, the least recently used the first to go. */
export interface TileMaps {
  /** For a pyramid while it is open, and no longer: a file that is opened again may be another. */
  forPyramid(): PyramidMaps
  /** How many were at hand. */
  readonly reused: number
}

export type PyramidMaps = Readonly<{ find(name: string): TileMap | undefined; keep(name: string, map: TileMap): void }>

/** What a map takes besides its numbers. */
const FOOTING = 600

export function openTileMaps(budget: number): TileMaps {
  // A Map keeps the order of insertion: the first is the least recently used.
  const held = new Map<string, TileMap>()
  let [bytes, reused, opened] = [0, 0, 0]

  const drop = (name: string, map: TileMap): void => {
    held.delete(name)
    bytes -= bytesOf(map) + FOOTING
  }

  const keep = (name: string, map: TileMap): void => {
    const before = held.get(name)
    if (before) drop(name, before)
    held.set(name, map)
    bytes += bytesOf(map) + FOOTING
    for (const [oldest, other] of held) {
      if (bytes <= budget) break
      drop(oldest, other)
    }
  }

  return {
    get reused() {
      return reused
    },
    forPyramid() {
      opened += 1
      const nameIn = (pyramid: number) => (name: string) => `${pyramid} ${name}`
      const full = nameIn(opened)
      return {
        find(name) {
          const map = held.get(full(name))
          if (!map) return undefined
          reused += 1
          held.delete(full(name))
          held.set(full(name), map)
          return map
        },
        keep: (name, map) => keep(full(name), map),
      }
    },
  }
}
