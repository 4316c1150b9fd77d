import type { Span } from './spans.js'

/** Reigns and eras of French notices. What is of their *style* may be younger, and is not dated by them. */
const eras: readonly (readonly [name: RegExp, from: number, to: number])[] = [
  [/henri ii$/, 1547, 1559],
  [/henri iii$/, 1574, 1589],
  [/henri iv$/, 1589, 1610],
  [/louis xiii$/, 1610, 1643],
  [/louis xiv$/, 1643, 1715],
  [/régence$/, 1715, 1723],
  [/louis xv$/, 1715, 1774],
  [/louis xvi$/, 1774, 1792],
  [/révolution(?: française)?$/, 1789, 1799],
  [/directoire$/, 1795, 1799],
  [/consulat$/, 1799, 1804],
  [/second empire$|napoléon iii$/, 1852, 1870],
  [/premier empire$/, 1804, 1815],
  [/restauration$/, 1815, 1830],
  [/louis-philippe$|monarchie de juillet$/, 1830, 1848],
  [/(?:troisième|iiie|3e) république$/, 1870, 1940],
  [/edo$/, 1603, 1868],
  [/meiji$/, 1868, 1912],
  [/momoyama$/, 1573, 1603],
]

/** `époque Louis XV`, `période Edo (1603-1868)`: years that are written count before those that are known. */
export function periodSpan(text: string): Span | undefined {
  const [, years] = /^[^\d()]+\((?:vers )?(\d{3,4}\s*[-–]\s*\d{3,4})\)$/.exec(text) ?? []
  if (years !== undefined) {
    const [from, to] = years.split(/\s*[-–]\s*/).map(Number)
    return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined
  }
  if (!/^(?:époque|epoque|période|règne de)\s/.test(text)) return undefined
  const era = eras.find(([name]) => new RegExp(`^(?:époque|epoque|période|règne de)\\s+(?:${name.source})`).test(text))
  return era && { from: era[1], to: era[2] }
}
