import type { Attachment, LayerKind, WorkRecord } from '../../catalogue/model.js'
import type { GivenLimits } from './limits.js'
import type { ListEntry } from './list.js'
import { entriesByCandidate } from './matching.js'
import { type Place, readings, slug, stemOf, titleFrom, workIdFrom } from './names.js'
import type { Candidate } from './walk.js'

/** What is to be done with one file, decided before any is opened. */
export type Assignment =
  | Readonly<{ kind: 'refused'; candidate: Candidate; why: string }>
  | (Readonly<{ kind: 'picture'; candidate: Candidate; id: string; note?: string }> &
      Readonly<{ attachment?: Attachment; bareWork?: WorkRecord; limits?: GivenLimits }>)

export type AssignOptions = Readonly<{
  /** All pictures show this work, in their order. */
  work?: string
  list?: readonly ListEntry[]
  createWorks: boolean
  /** What the command says of all pictures; a list may say otherwise of one. */
  limits?: GivenLimits
  /** Works of the catalogue: their ids as spelt there, by lower-cased id. */
  works: ReadonlyMap<string, string>
}>

/** Every id of a work that names or lists could mean; the catalogue is asked which of them there are. */
export const possibleWorks = (
  candidates: readonly Candidate[],
  { work, list = [] }: Pick<AssignOptions, 'work' | 'list'>,
) => [
  ...new Set([
    ...(work === undefined ? [] : [work]),
    ...list.flatMap(entry => entry.work ?? []),
    ...candidates.flatMap(({ name }) => readings(stemOf(name)).flatMap(reading => [reading.work, slug(reading.work)])),
  ]),
]

/** Decides which picture becomes which image and hangs where, in the order of the candidates. */
export function assign(candidates: readonly Candidate[], options: AssignOptions): readonly Assignment[] {
  const entries = entriesByCandidate(options.list ?? [], candidates)
  const firsts = new Set(candidates.map(({ name }) => withoutLayer(stemOf(name)).toLowerCase()))
  const ids = new Set<string>()
  const taken = new Map<string, string>()
  return candidates.map((candidate, index) => {
    const entry = entries.get(candidate)
    const id = entry?.id ?? slug(stemOf(candidate.name))
    if (id === '') return { kind: 'refused', candidate, why: nameless }
    const place = placeOf(candidate, index, entry, firsts, options)
    const limits = { ...options.limits, ...entry?.limits }
    const assignment = { kind: 'picture', candidate, id, limits, ...hang(place, entry, options) } as const
    // Whether a second file of the same id is the same picture is only known once both are read.
    if (ids.has(id)) return assignment
    ids.add(id)
    if (!assignment.attachment) return assignment
    const slot = slotOf(assignment.attachment)
    const first = taken.get(slot)
    if (first !== undefined) return { kind: 'refused', candidate, why: crowded(assignment.attachment, first) }
    taken.set(slot, candidate.name)
    return assignment
  })
}

/** A name without its layer: what a second view needs a first view of. */
function withoutLayer(stem: string): string {
  const [, second] = readings(stem)
  return second && second.layer !== 'visible' ? second.work : stem
}

type Chosen = Place & Readonly<{ known: boolean }>

function placeOf(
  candidate: Candidate,
  index: number,
  entry: ListEntry | undefined,
  firsts: ReadonlySet<string>,
  { work, works, createWorks }: AssignOptions,
): Chosen | undefined {
  const spelt = (id: string) => works.get(id.toLowerCase()) ?? works.get(slug(id))
  const listed = entry?.work ?? work
  if (listed !== undefined) {
    const view = entry ? entry.view : index + 1
    return { work: spelt(listed) ?? listed, view, layer: entry?.layer ?? 'visible', known: spelt(listed) !== undefined }
  }
  const all = readings(stemOf(candidate.name))
  for (const reading of all) {
    const id = spelt(reading.work)
    if (id !== undefined) return { ...reading, work: id, known: true }
  }
  return createWorks ? { ...newPlace(all, firsts), known: false } : undefined
}

/** Without a catalogue to go by, `_2` is a second view only where a first one comes with it: `IMG_2` is a name. */
function newPlace(all: readonly Place[], firsts: ReadonlySet<string>): Place {
  const shortest = all.at(-1) as Place
  const hasFirst = ['', '_1', '_01'].some(suffix => firsts.has(`${shortest.work}${suffix}`.toLowerCase()))
  const fallback = all.findLast(reading => reading.view === 1) as Place
  return hasFirst ? shortest : fallback
}

function hang(
  place: Chosen | undefined,
  entry: ListEntry | undefined,
  { createWorks }: AssignOptions,
): Readonly<{ attachment?: Attachment; bareWork?: WorkRecord; note?: string }> {
  if (!place) return { note: 'No work shows it yet: name it after its work, list it, or add --create-works.' }
  if (!place.known && !createWorks)
    return { note: `The work "${place.work}" is not in the catalogue: import it, then run this again.` }
  const work = place.known ? place.work : workIdFrom(place.work)
  if (work === '')
    return { note: 'No work could be made for it: its name has no letter or digit that an address takes.' }
  const attachment: Attachment = {
    work,
    view: String(place.view),
    position: place.view,
    layer: place.layer,
    ...(entry?.label ? { label: entry.label } : {}),
    ...(entry?.section ? { section: entry.section } : {}),
    ...(entry?.layerLabel ? { layerLabel: entry.layerLabel } : {}),
  }
  return place.known ? { attachment } : { attachment, bareWork: { id: work, title: { none: [titleFrom(place.work)] } } }
}

const slotOf = ({ work, view, layer }: Attachment): string => JSON.stringify([work.toLowerCase(), view, layer])

const nameless = 'Its name has no letter or digit that an address takes; rename it, or give it an id in a list.'

/** A place, in words: `view 2 of tour (infrared)`. */
export const inWords = ({ work, view, layer }: Readonly<{ work: string; view: string; layer: LayerKind }>): string =>
  `view ${view} of ${work}${layer === 'visible' ? '' : ` (${layer})`}`

const crowded = (attachment: Attachment, first: string): string =>
  `Its name says ${inWords(attachment)}, and so does ${first}; rename one of them, or say it in a list.`
