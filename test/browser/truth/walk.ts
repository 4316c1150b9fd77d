import type { Reader } from './reader.js'
import { lookAt, lookUntil, mostSeen, type Sight } from './sight.js'
import { type Expected, spaced, type Told } from './told.js'

/** What a reader found at one view of a story. */
export type Found = Readonly<{
  told: Told
  expected: Expected
  label: string
  text: string
  sight: Sight
  /** The picture is the one that should be there, of the region that should be there, with its marks. */
  isRight: boolean
  choices: readonly string[]
  /** What is seen after another picture was chosen. */
  withoutMarks?: Sight
  beside?: Sight
}>

/** Of how many views a reader tries what can be chosen: they are all made alike. */
const mostTried = 3
const withoutMarks = 'Sans les tracés'
const visible = 'Lumière visible'

/** Reads a story from its first view to its last by the viewer's own way forward. */
export async function walkThrough(reader: Reader, told: readonly Told[]): Promise<readonly Found[]> {
  const views = told.flatMap(each => each.views.map(expected => ({ told: each, expected })))
  const count = await reader.count()
  const found: Found[] = []
  for (const [index, view] of views.entries()) {
    if (index >= count) break
    if (index > 0) await reader.next()
    const tried = found.filter(({ choices }) => choices.length > 0).length
    found.push(await readView(reader, view, tried < mostTried || view.expected.beside !== undefined))
  }
  return found
}

async function readView(reader: Reader, view: Pick<Found, 'told' | 'expected'>, tries: boolean): Promise<Found> {
  const { expected } = view
  const { page } = reader
  const look = () => lookAt(page, reader.stage)
  const sight = await lookUntil(page, look, seen => isSeen(seen, expected))
  const text = spaced(await reader.text())
  const label = spaced(await reader.label())
  const base = { ...view, label, text, sight, isRight: isSeen(sight, expected) }
  if (!tries || (!expected.marks && !expected.beside)) return { ...base, choices: [] }
  const choices = await reader.choices()
  const choose = async (choice: string, isRight: (seen: Sight) => boolean): Promise<Sight> => {
    await reader.choose(choice)
    return lookUntil(page, look, isRight)
  }
  const { beside } = expected
  return {
    ...base,
    choices,
    ...(expected.marks && {
      withoutMarks: await choose(withoutMarks, seen => !seen.marks && mostSeen(seen) === expected.pictures[0]),
    }),
    ...(beside && { beside: await choose(visible, seen => mostSeen(seen) === beside) }),
  }
}

/** How far proportions may be off for edges that are smoothed. */
const near = 0.1

export function isSeen(sight: Sight, { pictures, region, marks }: Expected): boolean {
  if (pictures.length === 0) return (sight.paper?.share ?? 0) > 0.2
  if (!pictures.every(picture => (sight[picture]?.share ?? 0) > 0.001)) return false
  if (pictures.length === 1 && mostSeen(sight) !== pictures[0]) return false
  if (marks && !sight.marks) return false
  const [picture] = pictures
  const seen = picture && sight[picture]?.proportions
  return !region || seen === undefined || Math.abs(seen / (region.width / region.height) - 1) < near
}
