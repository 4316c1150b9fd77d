import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import { shared } from '../shared.js'

export const schemaPath = 'schemas/iiif-presentation-3.schema.json'

/** RFC 3986, as far as its characters go. */
const isUri = (text: string): boolean => /^https?:\/\/(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-F]{2})+$/i.test(text)

/** IIIF's own schema for Presentation 3; `part` names one of its classes, such as `canvas`. */
export function presentationSchema(part?: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(shared(schemaPath) ?? '', 'utf8'))
  const ajv = new Ajv({ strict: false, formats: { uri: isUri, 'date-time': true } }).addSchema(schema)
  return ajv.compile({ $ref: part ? `${schema.$id}#/classes/${part}` : schema.$id })
}
