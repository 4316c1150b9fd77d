import type { Doubt } from './edtf.js'
import { type Bearing, type Occurrence, readOccurrence } from './occurrence.js'
import { edtfOf, type Span } from './spans.js'

/** The years that a date field means, and how sure they are (EDTF level 1; several dates as a set of level 2). */
export type Years = Readonly<{ earliest?: number; latest?: number; edtf: string }>

/** Longer texts are prose, and hold no date that could be read whole. */
const longest = 500

/** Reads a field of dates as MILL and PERI hold them, or EPOQ. @returns undefined where any of it is not understood */
export function yearsFrom(text: string): Years | undefined {
  if (text.length > longest) return undefined
  const read: Occurrence[] = []
  for (const part of text.split(/[,;#]/).map(part => part.trim())) {
    if (part === '') continue
    const occurrence = readOccurrence(part)
    if (!occurrence) return undefined
    if (occurrence.spans.length > 0 && !isMonth(occurrence)) read.push(occurrence)
    else {
      // Words alone are said of the date before them: `1937,VERS`, `18e siècle ; incertain`, `1781, DÉCEMBRE`
      const before = read.pop()
      if (!before) return undefined
      read.push(together(before, occurrence))
    }
  }
  return read.length === 0 ? undefined : combined(read)
}

const isMonth = ({ spans }: Occurrence): boolean => spans.length === 1 && spans[0]?.from === undefined

function together(before: Occurrence, said: Occurrence): Occurrence {
  const month = said.spans[0]?.edtf
  const spans =
    month === undefined ? before.spans : before.spans.map(span => ({ ...span, edtf: `${span.from}${month}` }))
  return {
    spans,
    bearings: new Set([...before.bearings, ...said.bearings]),
    about: before.about || said.about,
    doubted: before.doubted || said.doubted,
  }
}

function combined(read: readonly Occurrence[]): Years | undefined {
  const bearings = new Set(read.flatMap(occurrence => [...occurrence.bearings]))
  const spans = read.flatMap(marked)
  const [first, ...others] = spans
  if (!first) return undefined
  const has = (...names: readonly Bearing[]): boolean => names.some(name => bearings.has(name))
  if (others.length === 0 || (has('between', 'and', 'start', 'end') && !has('before', 'after'))) return within(spans)
  const [earliest, latest] = [lowest(spans), highest(spans)]
  const adjoining = spans.every((span, at) => at === 0 || follows(spans[at - 1], span))
  if (adjoining) return within(spans)
  return { ...bounds(earliest, latest), edtf: `{${[...new Set(spans.map(setMember))].join(',')}}` }
}

/** The spans of an occurrence with what it says of them. */
function marked({ spans, bearings, about, doubted }: Occurrence): readonly Span[] {
  const sure = spans.map(span => ({ ...span, ...(about && { about }), ...(doubted && { doubted }) }))
  const [only, more] = sure
  if (!only || more) return sure
  const { from, to, edtf: _exact, ...doubts } = only
  if (bearings.has('before')) return [{ ...doubts, ...(to !== undefined && { to }) }]
  if (bearings.has('after')) return [{ ...doubts, ...(from !== undefined && { from }) }]
  return sure
}

/** One stretch from the first of several to the last; each end keeps its own doubt. */
function within(spans: readonly Span[]): Years | undefined {
  const [earliest, latest] = [lowest(spans), highest(spans)]
  if (earliest !== undefined && latest !== undefined && earliest > latest) return undefined
  const only = spans.length === 1 ? spans[0] : undefined
  if (only) return { ...bounds(earliest, latest), edtf: edtfOf(only) }
  const [begins, ends] = [spans.find(({ from }) => from === earliest), spans.findLast(({ to }) => to === latest)]
  const start = edtfOf({ ...doubtOf(begins), ...pointAt(earliest) })
  const end = edtfOf({ ...doubtOf(ends), ...pointAt(latest) })
  return { ...bounds(earliest, latest), edtf: start === end ? start : `${start}/${end}` }
}

const doubtOf = ({ about, doubted }: Span = {}): Doubt => ({ ...(about && { about }), ...(doubted && { doubted }) })

const pointAt = (year: number | undefined): Span => (year === undefined ? {} : { from: year, to: year })

/** Whether a span begins where, or before, the one before it ends: `18e siècle,19e siècle`. */
const follows = (before: Span | undefined, { from, to }: Span): boolean =>
  before?.to !== undefined &&
  from !== undefined &&
  before.from !== to &&
  (before.from !== before.to || from !== to) &&
  from <= before.to + 1 + (before.to === -1 ? 1 : 0)

const setMember = (span: Span): string => edtfOf(span).replace('/', '..').replace('....', '..')

const lowest = (spans: readonly Span[]): number | undefined =>
  spans.some(({ from }) => from === undefined) ? undefined : Math.min(...spans.map(({ from }) => from ?? 0))
const highest = (spans: readonly Span[]): number | undefined =>
  spans.some(({ to }) => to === undefined) ? undefined : Math.max(...spans.map(({ to }) => to ?? 0))

const bounds = (earliest: number | undefined, latest: number | undefined): Omit<Years, 'edtf'> => ({
  ...(earliest !== undefined && { earliest }),
  ...(latest !== undefined && { latest }),
})
