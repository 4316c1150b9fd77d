import type { Story } from '../catalogue/story.js'

/**
 * One difference between two revisions. `part` is the id of the step, section or block where it is, absent in the head;
 * `field` the path within it, such as `text.fr` or `marks.axe.points`. What came has no `before`, what went no `after`.
 */
export type Change = Readonly<{
  part?: string
  field: string
  kind: 'added' | 'removed' | 'changed' | 'moved'
  before?: unknown
  after?: unknown
}>

/** What became of a story from one revision to another: its parts are followed by their ids wherever they stand. */
export function changesBetween(before: Story, after: Story): readonly Change[] {
  const [old, now] = [partsOf(before), partsOf(after)]
  const gone = [...old].filter(([id]) => !now.has(id))
  const come = [...now].filter(([id]) => !old.has(id))
  const stayed = [...now.keys()].filter(id => old.has(id))
  const movedAlone = movedAmong(
    [...old.keys()].filter(id => now.has(id)),
    stayed,
  )
  return [
    ...fieldChanges(headOf(before), headOf(after)),
    ...gone.map(([part, { fields }]) => ({ part, field: '', kind: 'removed', before: fields }) as const),
    ...come.map(([part, { fields }]) => ({ part, field: '', kind: 'added', after: fields }) as const),
    ...stayed.flatMap(part => {
      const [was, is] = [old.get(part), now.get(part)]
      if (!was || !is) return []
      const moved = was.within !== is.within || movedAlone.has(part)
      return [
        ...(moved ? [{ part, field: '', kind: 'moved', before: was.within, after: is.within } as const] : []),
        ...fieldChanges(was.fields, is.fields).map(change => ({ part, ...change })),
      ]
    }),
  ]
}

type Fields = Readonly<Record<string, unknown>>
type Part = Readonly<{ within: string; fields: Fields }>

function headOf(story: Story): Fields {
  if (story.kind === 'analysis') {
    const { steps: _, ...head } = story
    return head
  }
  const { sections: _, ...head } = story
  return head
}

/** Steps, or sections and their blocks, by id; `within` is the section of a block. */
function partsOf(story: Story): ReadonlyMap<string, Part> {
  if (story.kind === 'analysis') return new Map(story.steps.map(step => [step.id, { within: '', fields: step }]))
  return new Map<string, Part>(
    story.sections.flatMap(({ blocks, ...section }) => [
      [section.id, { within: '', fields: section }] as const,
      ...blocks.map(block => [block.id, { within: section.id, fields: block }] as const),
    ]),
  )
}

/** The fewest parts whose moving explains the new order: all that are not in the longest run that kept its order. */
function movedAmong(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const placeBefore = new Map(before.map((id, place) => [id, place]))
  const places = after.map(id => placeBefore.get(id) ?? 0)
  const best: { length: number; previous: number }[] = []
  for (const [index, place] of places.entries()) {
    let found = { length: 1, previous: -1 }
    for (let earlier = 0; earlier < index; earlier += 1) {
      const length = (best[earlier]?.length ?? 0) + 1
      if ((places[earlier] ?? 0) < place && length > found.length) found = { length, previous: earlier }
    }
    best.push(found)
  }
  const kept = new Set<number>()
  const longest = best.reduce((top, { length }, index) => (length > (best[top]?.length ?? 0) ? index : top), 0)
  for (let index = best.length > 0 ? longest : -1; index >= 0; index = best[index]?.previous ?? -1) kept.add(index)
  return new Set(after.filter((_, index) => !kept.has(index)))
}

/** Fields that differ, down to texts, numbers and lists of them; things with ids are followed by these. */
function fieldChanges(before: Fields, after: Fields, path: readonly string[] = []): readonly Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name): readonly Change[] => {
    const [was, is] = [before[name], after[name]]
    const field = [...path, name]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    if (was === undefined) return [{ field: field.join('.'), kind: 'added', after: is }]
    if (is === undefined) return [{ field: field.join('.'), kind: 'removed', before: was }]
    const [inside, within] = [fieldsOf(was), fieldsOf(is)]
    if (inside && within) return fieldChanges(inside, within, field)
    return [{ field: field.join('.'), kind: 'changed', before: was, after: is }]
  })
}

/** A thing's own fields, or a list's things by their ids; undefined for what is one value. */
function fieldsOf(value: unknown): Fields | undefined {
  if (Array.isArray(value))
    return value.length > 0 && value.every(isNamed) ? Object.fromEntries(value.map(each => [each.id, each])) : undefined
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined
}

const isNamed = (value: unknown): value is Readonly<{ id: string }> =>
  typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string'
