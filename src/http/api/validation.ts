import { Ajv, type ErrorObject } from 'ajv'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import { invalidShape } from './failures.js'
import { apiSchemas } from './schemas/all.js'

/**
 * Validates what arrives below a scope by its routes' schemas, and tells every mistake at once. Bodies are taken as they
 * are; of addresses, which are text, numbers are read. Answers go out as they are: their schemas are documentation.
 */
export function validateBySchemas(app: FastifyInstance): void {
  const options = {
    allErrors: true,
    strict: true,
    verbose: true,
    discriminator: true,
    allowUnionTypes: true,
    formats: { 'date-time': true, binary: true },
  } as const
  const asItIs = new Ajv(options)
  const fromText = new Ajv({ ...options, coerceTypes: true, useDefaults: true })
  for (const schema of apiSchemas) {
    app.addSchema(schema)
    for (const ajv of [asItIs, fromText]) ajv.addSchema(schema)
  }
  const compile: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
    (httpPart === 'body' ? asItIs : fromText).compile(schema)
  app.setValidatorCompiler(compile)
  app.setSerializerCompiler(() => data => JSON.stringify(data))
  app.setSchemaErrorFormatter(errors => invalidShape(errors as ErrorObject[]))
}
