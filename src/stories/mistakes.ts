import type { ErrorObject } from 'ajv'

/** What is wrong with a story, and where in it: names of fields and places in lists, from the outside in. */
export type Mistake = Readonly<{ at: readonly (string | number)[]; sentence: string }>

/** « steps 3, marks 1, radiusX »: places in lists are counted from 1, as people do. */
export const placeName = (at: Mistake['at']): string =>
  at.map((part, index) => (typeof part === 'number' ? ` ${part + 1}` : index === 0 ? part : `, ${part}`)).join('') ||
  'the story'

/** Mistakes of shape in sentences; where a kind is unknown or a field too many, the sentence says what there may be. */
export function shapeMistakes(errors: readonly ErrorObject[], input: unknown): readonly Mistake[] {
  // `if` repeats what `then` has already said
  const said = errors.filter(({ keyword }) => keyword !== 'if').map(error => mistakeOf(error, input))
  return said.filter(({ at, sentence }, index) => {
    const same = (other: Mistake): boolean => other.sentence === sentence && other.at.join('/') === at.join('/')
    return said.findIndex(same) === index
  })
}

function mistakeOf(error: ErrorObject, input: unknown): Mistake {
  const at = error.instancePath.split('/').slice(1).map(decodePointer).map(asPlace)
  const given = shown(at.reduce<unknown>((value, part) => (value as Record<string | number, unknown>)?.[part], input))
  const { params } = error
  switch (error.keyword) {
    case 'required':
      return { at, sentence: `Expected a field "${params.missingProperty}", which is missing.` }
    case 'additionalProperties':
      return { at, sentence: `The field "${params.additionalProperty}" is not known here; check its spelling.` }
    case 'enum':
      return { at, sentence: `Expected one of ${params.allowedValues.join(', ')} but found ${given}.` }
    case 'type':
      return { at, sentence: `Expected ${typeNames[params.type] ?? params.type} but found ${given}.` }
    case 'pattern':
      return { at, sentence: `Expected ${patternNames(params.pattern)} but found ${given}.` }
    case 'propertyNames':
      return { at, sentence: `Expected a language such as fr, en or nl but found "${params.propertyName}".` }
    default:
      return { at, sentence: `Expected a value that ${error.message ?? 'is valid'} but found ${given}.` }
  }
}

const typeNames: Readonly<Record<string, string>> = {
  object: 'fields with names',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
}

const patternNames = (pattern: string): string =>
  pattern.startsWith('^https?')
    ? 'an address with http or https'
    : pattern.startsWith('^[0-9]{4}')
      ? 'a day such as 2026-03-01'
      : pattern.startsWith('^[a-z]{2,3}')
        ? 'a language such as fr, en or nl'
        : 'small letters, digits and single hyphens'

const decodePointer = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~')
const asPlace = (part: string): string | number => (/^\d+$/.test(part) ? Number(part) : part)

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
