import type { Storage } from '../storage/storage.js'
import { type Cutting, openPyramid, type Pyramid } from './pyramid.js'

/** Pyramids kept open between requests, the least recently used closed first. */
export interface Shelf {
  /** Runs `use` with an open pyramid, which stays open until `use` is done. */
  with<T>(path: string, use: (pyramid: Pyramid) => Promise<T>): Promise<T>
  close(): Promise<void>
}

type Place = { readonly pyramid: Promise<Pyramid>; users: number; evicted: boolean }

export function openShelf(storage: Storage, capacity: number, cutting: Cutting): Shelf {
  // A Map keeps the order of insertion: the first key is the least recently used.
  const places = new Map<string, Place>()

  const take = (path: string): Place => {
    const place = places.get(path) ?? { pyramid: openPyramid(storage, path, cutting), users: 0, evicted: false }
    places.delete(path)
    places.set(path, place)
    place.users += 1
    for (const [oldest, other] of places) {
      if (places.size <= capacity) break
      evict(oldest, other)
    }
    return place
  }

  const evict = (path: string, place: Place): void => {
    places.delete(path)
    place.evicted = true
    if (place.users === 0) void closeQuietly(place)
  }

  const release = async (place: Place): Promise<void> => {
    place.users -= 1
    if (place.evicted && place.users === 0) await closeQuietly(place)
  }

  return {
    async with(path, use) {
      const place = take(path)
      try {
        return await use(await place.pyramid)
      } catch (error) {
        // A file that failed is opened afresh next time: it may have been replaced or restored.
        if (places.get(path) === place) evict(path, place)
        throw error
      } finally {
        await release(place)
      }
    },
    async close() {
      const open = [...places]
      places.clear()
      await Promise.all(open.map(([, place]) => closeQuietly(place)))
    },
  }
}

async function closeQuietly({ pyramid }: Place): Promise<void> {
  await pyramid.then(
    opened => opened.close(),
    () => undefined,
  )
}
