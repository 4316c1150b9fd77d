/**
 * Images kept in memory by key, within a budget of bytes, the least recently used dropped first. What is not kept is
 * still found while somebody holds it, so that a hundred slow clients of one large image hold it once.
 */
export interface MemoryCache {
  get(key: string): Buffer | undefined
  /** Keeps an image, unless it is too large a part of the budget. */
  put(key: string, image: Buffer): void
  readonly bytes: number
}

/** No image takes more than this part of the budget, so that one cannot drive out all others. */
const LARGEST_PART = 1 / 16

/** What an entry takes beside its bytes. */
const ENTRY_BYTES = 512

export function openMemoryCache(budget: number): MemoryCache {
  // A Map keeps the order of insertion: the first key is the least recently used.
  const images = new Map<string, Buffer>()
  const large = new Map<string, WeakRef<Buffer>>()
  const released = new FinalizationRegistry<string>(key => {
    if (!large.get(key)?.deref()) large.delete(key)
  })
  let bytes = 0
  const weight = (image: Buffer): number => image.length + ENTRY_BYTES
  const drop = (key: string, image: Buffer): void => {
    images.delete(key)
    bytes -= weight(image)
  }
  return {
    get bytes() {
      return bytes
    },
    get(key) {
      const image = images.get(key)
      if (!image) return large.get(key)?.deref()
      images.delete(key)
      images.set(key, image)
      return image
    },
    put(key, image) {
      if (weight(image) > budget * LARGEST_PART) {
        large.set(key, new WeakRef(image))
        released.register(image, key)
        return
      }
      const before = images.get(key)
      if (before) drop(key, before)
      images.set(key, image)
      bytes += weight(image)
      for (const [oldest, other] of images) {
        if (bytes <= budget) return
        drop(oldest, other)
      }
    },
  }
}
