import { hash } from 'node:crypto'

/** Texts remembered by 52 bits of a hash: eight bytes each, twice that at most while half are free. */
export interface Remembered {
  /** @returns whether it is new */
  add(text: string): boolean
  has(text: string): boolean
  readonly size: number
}

export function remember(): Remembered {
  let slots = new Float64Array(1 << 16)
  let size = 0

  /** Where a hash stands, or the free slot where it would; hashes are never 0. */
  const slotOf = (hash: number, table: Float64Array): number => {
    let slot = hash % table.length
    while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) % table.length
    return slot
  }
  const grow = (): void => {
    const larger = new Float64Array(slots.length * 2)
    for (const hash of slots) if (hash !== 0) larger[slotOf(hash, larger)] = hash
    slots = larger
  }

  return {
    get size() {
      return size
    },
    has: text => slots[slotOf(hashOf(text), slots)] !== 0,
    add(text) {
      const hash = hashOf(text)
      const slot = slotOf(hash, slots)
      if (slots[slot] === hash) return false
      slots[slot] = hash
      size += 1
      if (size * 2 > slots.length) grow()
      return true
    },
  }
}

/** Among a million texts, two share a hash with a probability of one in ten thousand. */
const hashOf = (text: string): number => Number.parseInt(hash('sha1', text).slice(0, 13), 16) + 1
