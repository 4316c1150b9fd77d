import type { FastifyInstance, FastifyRequest } from 'fastify'
import { apiBodyBytes, apiBodyDepth } from '../../config.js'
import { DomainError } from '../../errors.js'

const types = ['application/json', 'application/merge-patch+json']

/** Takes JSON as the body of what is below a scope, and nothing else. */
export function takeJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<string>(
    types,
    { parseAs: 'string', bodyLimit: apiBodyBytes },
    async (_request: FastifyRequest, body: string) => parsed(body),
  )
}

function parsed(text: string): unknown {
  const value = read(text)
  checkLevels(value)
  return value
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const told = cause instanceof Error ? cause.message.slice(0, 200) : ''
    throw new DomainError('invalid-request', `Expected JSON as the body, but it cannot be read: ${told}.`, { cause })
  }
}

/** Level by level, since what is nested without end must not be walked by a function that calls itself. */
function checkLevels(value: unknown): void {
  let level = [value].filter(isNesting)
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > apiBodyDepth)
      throw new DomainError(
        'invalid-request',
        `Expected at most ${apiBodyDepth} levels of lists and objects in the body.`,
      )
    // A merge of such a name would change what all objects have
    if (level.some(each => Object.hasOwn(each, '__proto__')))
      throw new DomainError('invalid-request', 'Expected no field "__proto__" in the body.')
    level = level.flatMap(each => Object.values(each)).filter(isNesting)
  }
}

const isNesting = (value: unknown): value is object => typeof value === 'object' && value !== null
