import { type Code, codeOf, mandatory } from '../fields.js'
import { isMadeUp, referenceLength } from '../identity.js'
import type { Check } from './checked.js'

/** Fields of the minimum record beside the mandatory ones; POP takes a notice without them. */
export const minimum = ['TECH', 'DIMS', 'DACQ'] as const satisfies readonly Code[]

/** Reference, museum, mandatory and recommended fields. */
export const identityChecks: readonly Check[] = [
  ({ id, values, columns }) => {
    if (isMadeUp(id)) return columns && !columns.has('REF') ? [] : [{ rule: 'reference-missing', field: 'REF' }]
    const written = values.text('REF')
    return written.length < referenceLength
      ? [{ rule: 'reference-short', field: 'REF', value: written, ...(id !== written && { suggestion: id }) }]
      : []
  },
  ({ notices, values }) =>
    notices.length > 1 ? [{ rule: 'reference-twice', field: 'REF', value: values.text('REF') }] : [],
  ({ notices, form }) => {
    const [first] = notices[0].fields[0] ?? []
    const has = notices[0].fields.some(([name]) => name === 'REF')
    return form === 'labelled' && has && first !== 'REF' ? [{ rule: 'reference-not-first', field: 'REF' }] : []
  },
  ({ notices }) => (notices.some(({ unterminated }) => unterminated) ? [{ rule: 'unterminated' }] : []),
  ({ values, columns }) =>
    mandatory
      .filter(code => code !== 'REF' && values.text(code) === '' && (!columns || columns.has(code)))
      .map(field => ({ rule: 'mandatory-missing', field })),
  ({ values, understood: { museum }, knownMuseums }) => {
    const value = values.text('MUSEO')
    const suggestion = museum.suggestion === undefined ? {} : { suggestion: museum.suggestion }
    if (value === '') return []
    if (museum.code === undefined) return [{ rule: 'museum-malformed', field: 'MUSEO', value, ...suggestion }]
    return knownMuseums.has(museum.code) ? [] : [{ rule: 'museum-unknown', field: 'MUSEO', value, ...suggestion }]
  },
  ({ id, understood: { museum } }) => {
    const [, beginning] = /^M?(\d{4})\d{6,}$/.exec(id) ?? []
    return museum.code !== undefined && beginning !== undefined && museum.code !== `M${beginning}`
      ? [{ rule: 'reference-of-other-museum', field: 'REF', value: `${id}, ${museum.code}` }]
      : []
  },
  ({ merged }) =>
    (['DENO', 'APPL', 'TITR'] as const).every(code => merged.text(code) === '')
      ? [{ rule: 'name-missing', field: 'DENO' }]
      : [],
  ({ merged, columns }) =>
    minimum
      .filter(code => merged.text(code) === '' && (!columns || columns.has(code)))
      .map(field => ({ rule: 'minimum-missing', field })),
]

/** What is to be said once of a file whose notices all have the same fields. @param names as the file spells them */
export const columnsOf = (names: Iterable<string>): ReadonlySet<Code> =>
  new Set([...names].flatMap(name => codeOf(name) ?? []))
