import type { Section } from '../../catalogue/model.js'
import { either, idOf, isObject, type Json, listOf, objectsOf, own, textOf, typeOf } from './json.js'
import { wordsIn } from './texts.js'

/** Levels of a table of contents, and ranges in it; those beyond are in the owner's document alone. */
const most = { levels: 8, ranges: 5000 } as const

/** Ranges that are no part of a table of contents (Presentation 3 §3.4): other orders, hidden ones, key frames. */
const outside = new Set(['sequence', 'no-nav', 'thumbnail-nav'])

export type ReadSections = Readonly<{ sections: readonly Section[]; ranges: number; left: number }>

type Ranges = Readonly<{
  all: readonly Json[]
  /** What each range has below it, in order. */
  below: ReadonlyMap<Json, readonly Json[]>
}>

/**
 * The table of contents of a manifest. Version 3 nests ranges; version 2 lists them side by side, each naming those below it.
 * A range stands where it is first named, and only there, so that none can hold itself.
 * @param viewsOn keys of the views that show a canvas, by the canvas's id
 */
export function sectionsOf(manifest: Json, viewsOn: ReadonlyMap<string, readonly string[]>): ReadSections {
  const ranges = rangesOf(manifest)
  const placed = new Set<Json>()
  let written = 0

  const sectionOf = (range: Json, level: number): readonly Section[] => {
    if (placed.has(range) || level > most.levels || isOutside(range)) return []
    placed.add(range)
    const views = [...new Set(canvasesOf(range).flatMap(canvas => viewsOn.get(canvas) ?? []))]
    const sections = (ranges.below.get(range) ?? []).flatMap(child => sectionOf(child, level + 1))
    if (views.length + sections.length === 0 || written >= most.ranges) return []
    written += 1
    const label = wordsIn(own(range, 'label')) ?? {}
    return [{ label, ...(views.length > 0 && { views }), ...(sections.length > 0 && { sections }) }]
  }
  const roots = rootsOf(ranges)
  const sections = roots.flatMap(range => sectionOf(range, 1))
  return {
    sections: roots.length === 1 ? withoutTop(sections) : sections,
    ranges: ranges.all.length,
    left: ranges.all.length - written,
  }
}

/** The one range above all others is the table itself, and no entry of it. */
function withoutTop(sections: readonly Section[]): readonly Section[] {
  const [top] = sections
  return top?.sections && !top.views ? top.sections : sections
}

function rangesOf(manifest: Json): Ranges {
  const byId = new Map<string, Json>()
  const all: Json[] = []
  const collect = (range: Json): void => {
    const id = idOf(range)
    // A reference has no content; where several ranges claim an id, the first that has some is meant
    if (id !== undefined && (!byId.has(id) || isReference(byId.get(id)))) byId.set(id, range)
    if (!isReference(range)) all.push(range)
    for (const below of objectsOf(either(range, 'items', 'members')).filter(isRange)) collect(below)
    for (const below of objectsOf(own(range, 'ranges'))) collect(below)
  }
  for (const range of objectsOf(own(manifest, 'structures'))) collect(range)
  const within = new Map<string, Json[]>()
  for (const range of all) {
    const above = textOf(own(range, 'within'))
    if (above === undefined) continue
    const others = within.get(above)
    if (others) others.push(range)
    else within.set(above, [range])
  }
  return { all, below: new Map([...all, ...byId.values()].map(range => [range, childrenOf(range, byId, within)])) }
}

const isRange = (thing: Json): boolean => typeOf(thing) === 'Range'

const isReference = (range: Json | undefined): boolean =>
  range !== undefined &&
  ['items', 'members', 'canvases', 'ranges', 'within'].every(name => own(range, name) === undefined)

function isOutside(range: Json): boolean {
  const words = [...listOf(own(range, 'behavior')), ...listOf(own(range, 'viewingHint'))]
  return words.some(word => outside.has(textOf(word) ?? ''))
}

/** What nothing names stands at the top; where each names another in a circle, the first does. */
function rootsOf({ all, below }: Ranges): readonly Json[] {
  const named = new Set(all.flatMap(range => (below.get(range) ?? []).filter(child => child !== range)))
  const roots = all.filter(range => !named.has(range))
  return roots.length > 0 ? roots : all.slice(0, 1)
}

/** @param within ranges by the id of the one that they say they are within, as versions before 2.1 do */
function childrenOf(
  range: Json,
  byId: ReadonlyMap<string, Json>,
  within: ReadonlyMap<string, readonly Json[]>,
): readonly Json[] {
  const named = [
    ...objectsOf(either(range, 'items', 'members')).filter(isRange),
    ...listOf(own(range, 'ranges')).map(child => (typeof child === 'string' ? { '@id': child } : child)),
  ].filter(isObject)
  const id = idOf(range)
  const below = named.flatMap(child => {
    const meant = isReference(child) ? byId.get(idOf(child) ?? '') : child
    return meant ? [meant] : []
  })
  return id === undefined ? below : [...below, ...(within.get(id) ?? [])]
}

/** Ids of the canvases that a range names itself; of a part of a canvas, the whole. */
const canvasesOf = (range: Json): readonly string[] =>
  [...listOf(either(range, 'items', 'members')), ...listOf(own(range, 'canvases'))]
    .map(item => {
      const [object] = objectsOf(item)
      if (!object) return textOf(item)
      const [source] = objectsOf(own(object, 'source'))
      return source ? idOf(source) : (textOf(own(object, 'source')) ?? idOf(object))
    })
    .flatMap(id => id?.replace(/#.*$/, '') ?? [])
