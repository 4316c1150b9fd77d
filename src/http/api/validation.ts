import { Ajv, type ErrorObject, type Options } from 'ajv'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import { bySize } from '../../schema/large.js'
import { whenAsked } from '../../schema/when-asked.js'
import { invalidShape } from './failures.js'
import { apiSchemas } from './schemas/all.js'

/** As the framework asks it: whether it passed, and where it did not, `errors` of its last call. */
type Validate = { (data: unknown): boolean; errors?: ErrorObject[] | null }

/**
 * Validates what arrives below a scope by its routes' schemas, and tells every mistake at once, of a large body the
 * first. Bodies are taken as they are; of addresses, which are text, numbers are read. Answers go out as they are: their schemas are documentation.
 */
export function validateBySchemas(app: FastifyInstance): void {
  for (const schema of apiSchemas) app.addSchema(schema)
  const asItIs = whenAsked(() => compiler())
  const toFirstMistake = whenAsked(() => compiler({ allErrors: false }))
  const fromText = whenAsked(() => compiler({ coerceTypes: true, useDefaults: true }))
  // When a request is first validated: to compile all of them at once would take a third of the server's start
  const compile: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
    const compiledFor =
      httpPart === 'body'
        ? bySize(allErrors => (allErrors ? asItIs : toFirstMistake)().compile(schema))
        : whenAsked(() => fromText().compile(schema))
    const validate: Validate = data => {
      const compiled = compiledFor(data)
      const passed = compiled(data)
      validate.errors = compiled.errors ?? null
      return passed
    }
    return validate
  }
  app.setValidatorCompiler(compile)
  app.setSerializerCompiler(() => data => JSON.stringify(data))
  app.setSchemaErrorFormatter(errors => invalidShape(errors as ErrorObject[]))
}

function compiler(options: Options = {}): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    verbose: true,
    discriminator: true,
    allowUnionTypes: true,
    formats: { 'date-time': true, binary: true },
    ...options,
  })
  return ajv.addSchema([...apiSchemas])
}
