import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { DomainError } from '../../errors.js'
import { image2, image3 } from '../../presentation/schema/image.js'
import { presentation2 } from '../../presentation/schema/presentation2.js'
import { presentation3, presentationDelft } from '../../presentation/schema/presentation3.js'
import { address, moment, type Profile } from '../../presentation/schema/shapes.js'

/** The kinds of documents that have a schema of ours. */
const profiles = { presentation3, presentationDelft, presentation2, image3, image2 } as const
export type ProfileName = keyof typeof profiles

type Json = Readonly<Record<string, unknown>>

export type Validate = Readonly<{
  /** @returns what is wrong with a document by our own schema, in one line, or undefined */
  own(profile: ProfileName, document: Json): string | undefined
  /** The same of a document of Presentation 3, by the schema that the operator gave; what it has no word for passes. */
  given(document: Json): string | undefined
}>

/** @param given what `readSchema` read */
export function openValidate(given?: ValidateFunction): Validate {
  const ajv = new Ajv({ discriminator: true })
  const compiled = Object.fromEntries(
    Object.entries(profiles).map(([name, profile]) => [name, compile(ajv, name, profile)]),
  ) as Readonly<Record<ProfileName, ReturnType<typeof compile>>>
  return {
    own: (profile, document) => compiled[profile](document),
    given: document => (given && ofGiven.has(String(document.type)) ? flawOf(given, document) : undefined),
  }
}

/** The types at the root of IIIF's schema. */
const ofGiven = new Set(['Manifest', 'Collection', 'AnnotationPage', 'Annotation'])

/** All of a profile is one schema, so that what documents have in common is compiled once. */
function compile(ajv: Ajv, name: string, { typeKey, definitions, documents }: Profile) {
  ajv.addSchema({ $id: name, definitions: { ...definitions, ...documents } })
  const pointerTo = (type: string): string => encodeURIComponent(type.replaceAll('/', '~1'))
  const byType = new Map(
    Object.keys(documents).map(type => [type, ajv.compile({ $ref: `${name}#/definitions/${pointerTo(type)}` })]),
  )
  return (document: Json): string | undefined => {
    const validate = byType.get(String(document[typeKey]))
    return validate ? flawOf(validate, document) : `its ${typeKey} is ${JSON.stringify(document[typeKey])}`
  }
}

/** The schema that lies deepest in the document had the most to go by. */
function flawOf(validate: ValidateFunction, document: Json): string | undefined {
  if (validate(document)) return undefined
  const [deepest] = (validate.errors ?? []).toSorted((a, b) => depthOf(b) - depthOf(a))
  return deepest ? `${deepest.instancePath || 'the document'} ${told(deepest)}` : 'it is not valid'
}

const depthOf = ({ instancePath }: ErrorObject): number => instancePath.split('/').length

function told({ keyword, message = 'is not valid', params }: ErrorObject): string {
  if (keyword === 'additionalProperties') return `has ${params.additionalProperty}, which has no place there`
  if (keyword === 'const') return `must be ${JSON.stringify(params.allowedValue)}`
  return message
}

/**
 * Reads a JSON Schema that an operator gives, such as IIIF's own for Presentation 3.
 * @throws DomainError `misuse` where it is none
 */
export async function readSchema(path: string): Promise<ValidateFunction> {
  try {
    const formats = { uri: new RegExp(String(address.pattern)), 'date-time': new RegExp(String(moment.pattern)) }
    return new Ajv({ strict: false, formats }).compile(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    const why = missing ? 'it is not there' : 'it is no JSON Schema of draft 7'
    throw new DomainError('misuse', `Cannot use the schema ${basename(path)}: ${why}.`, { cause })
  }
}
