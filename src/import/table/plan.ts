import type { DomainError } from '../../errors.js'
import type { Field } from './applying.js'
import { type Condition, folded } from './beside.js'
import type { Mapping } from './mapping.js'
import { type Place, placeOf } from './row.js'
import type { TransformName } from './transforms.js'

/** One column of a file, and how its values are read. */
export type Source = Place &
  Readonly<{
    separator?: string
    transform: TransformName
    padTo?: number
    /** Where the role of somebody stands, and in which language. */
    role?: Place & Readonly<{ language: string }>
    where?: readonly Condition[]
  }>

/** One field in one language, the columns that fill it in the order of the mapping, and what fills it where they do not. */
export type Target<Draft> = Readonly<{
  field: Field<Draft>
  language: string
  sources: readonly Source[]
  constant?: string
}>

/** A mapping held against the header of a file; the targets stand in the order of the fields, since some build on others. */
export type Plan<Draft> = Readonly<{
  header: readonly string[]
  id: Place
  /** Columns that are kept in the notice, and those of them that are kept there alone. */
  noticed: readonly number[]
  unmapped: readonly number[]
  targets: readonly Target<Draft>[]
}>

type Fields<Draft> = Readonly<Record<string, Field<Draft>>>

/** @param refuse makes the error for a place in the mapping, such as `/columns/titre` */
export function planOf<Draft>(
  mapping: Mapping,
  header: readonly string[],
  fields: Fields<Draft>,
  refuse: (pointer: string, sentence: string) => DomainError,
): Plan<Draft> {
  const find = (column: string, pointer: string): Place => {
    const place = placeOf(column, header)
    if (!place) throw refuse(pointer, `the file has no column "${column}"; it has ${listed(header)}`)
    return place
  }
  const targets = new Map<string, Target<Draft>>()
  const targetAt = (name: string, pointer: string): { key: string; target: Target<Draft> } => {
    const { field, language } = fieldAt(name, mapping.language, fields, sentence => refuse(pointer, sentence))
    const key = `${name.split('@')[0]}@${language}`
    return { key, target: targets.get(key) ?? { field, language, sources: [] } }
  }

  for (const [column, { field, separator, transform, role, where }] of usesIn(mapping.columns)) {
    const pointer = `/columns/${column}`
    const { key, target } = targetAt(field, pointer)
    const source: Source = {
      ...find(column, pointer),
      transform: transform ?? target.field.transform ?? 'text',
      ...(separator !== undefined && { separator }),
      ...(role !== undefined && { role: { ...find(role, `${pointer}/role`), language: mapping.language } }),
      ...(where && {
        where: Object.entries(where).map(([name, is]) => conditionAt(find(name, `${pointer}/where`), is)),
      }),
      ...(target.field.ids && mapping.id.padTo !== undefined && { padTo: mapping.id.padTo }),
    }
    targets.set(key, { ...target, sources: [...target.sources, source] })
  }
  for (const [field, constant] of Object.entries(mapping.constants ?? {})) {
    const { key, target } = targetAt(field, `/constants/${field}`)
    targets.set(key, { ...target, constant })
  }
  const id = find(mapping.id.column, '/id/column')
  const museum = mapping.museum?.column === undefined ? [] : [find(mapping.museum.column, '/museum/column').index]
  const ignored = new Set((mapping.ignore ?? []).map((column, at) => find(column, `/ignore/${at}`).index))
  const mapped = new Set([
    id.index,
    ...museum,
    ...[...targets.values()].flatMap(({ sources }) =>
      sources.flatMap(({ index, role }) => (role ? [index, role.index] : [index])),
    ),
  ])
  const noticed = header.map((_, index) => index).filter(index => !ignored.has(index))
  return {
    header,
    id,
    noticed,
    unmapped: noticed.filter(index => !mapped.has(index)),
    targets: inOrderOf(fields, targets),
  }
}

const usesIn = (columns: Mapping['columns']) =>
  Object.entries(columns).flatMap(([column, uses]) => [uses].flat().map(use => [column, use] as const))

const conditionAt = (place: Place, is: readonly string[]): Condition => ({ place, is: new Set(is.map(folded)) })

/** Names for a sentence, which nobody reads beyond the first hundred. */
const listed = (names: readonly string[]): string =>
  names.length > 100 ? `${names.slice(0, 100).join(', ')} and ${names.length - 100} more` : names.join(', ')

const inOrderOf = <Draft>(
  fields: Fields<Draft>,
  targets: ReadonlyMap<string, Target<Draft>>,
): readonly Target<Draft>[] =>
  Object.values(fields).flatMap(field => [...targets.values()].filter(target => target.field === field))

function fieldAt<Draft>(
  name: string,
  standardLanguage: string,
  fields: Fields<Draft>,
  refuse: (sentence: string) => DomainError,
): Readonly<{ field: Field<Draft>; language: string }> {
  const [key = '', language] = name.split('@')
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined
  if (!field) throw refuse(`there is no field "${key}"; there are ${Object.keys(fields).join(', ')}`)
  if (language !== undefined && !field.language) throw refuse(`"${key}" has no language; write it without @${language}`)
  return { field, language: field.language ? (language ?? standardLanguage) : '' }
}
