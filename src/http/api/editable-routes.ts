import type { ErrorObject } from 'ajv'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import type { Editable, Expected } from '../../catalogue/editing.js'
import { DomainError } from '../../errors.js'
import { type Mistake, mostMistakes } from '../../schema/mistakes.js'
import { objectOf, refTo } from '../../schema/shapes.js'
import type { BaseOf } from '../address.js'
import { notModified } from '../conditional.js'
import { curatorOf } from './access.js'
import { etagOfHeld, expectedBy, staleFailure } from './conditions.js'
import { deletionBody } from './deletions.js'
import { invalidFields, invalidPlaces, invalidShape } from './failures.js'
import { mergePatch } from './merge-patch.js'
import { conditionHeaders, failuresOf, patchBody } from './schemas/parts.js'
import { note } from './schemas/story.js'

/** One kind of thing that curators read and write: where it stands, and which schemas say what it is. */
export type Resource<Where extends object, Value extends object, Input extends object> = Readonly<{
  /** Below the API, with the names of `Where` as parameters. */
  url: string
  /** What it is called, and under which heading it is documented. */
  noun: string
  tag: string
  /** Names of schemas: of the address, of what is read, of what is written. */
  schemas: Readonly<{ place: string; value: string; body: string }>
  editable: Pick<Editable<Where, Value, Input>, 'get' | 'put'> & Partial<Pick<Editable<Where, Value, Input>, 'remove'>>
  /** What the address says of the body, which may be left out there. */
  named(where: Where): Partial<Input>
  /** As sentences call it: `layer "xray" of the view "1"`, unless said otherwise. */
  called?(where: Where): string
  /** What a schema alone cannot say of a body. */
  mistakes?(input: Input): readonly Mistake[]
  /** Whether it may be changed field by field. */
  patchable?: boolean
  /** Whether it may be said why, beside the body. */
  noted?: boolean
  baseOf: BaseOf
}>

/**
 * GET, PUT, PATCH and DELETE of one kind of thing. Each answer has a strong ETag and each write a condition, which the
 * catalogue looks at in the transaction that writes.
 */
export function editableRoutes<Where extends object, Value extends object, Input extends object>(
  app: FastifyInstance,
  resource: Resource<Where, Value, Input>,
): void {
  const { url, noun, tag, schemas, editable, named, patchable = false, noted = false, baseOf } = resource
  const { called = inWords, mistakes = () => [] } = resource
  const { remove } = editable
  // Validators are kept by their schema: one of each lasts as long as the routes
  const [place, value, written] = [refTo(schemas.place), refTo(schemas.value), refTo(schemas.body)]
  const optionsOf = (summary: string, schema: object): RouteShorthandOptions => ({
    // Codings would each have an ETag of their own, and If-Match must name what was read
    ...{ compress: false },
    schema: { summary, tags: [tag], params: place, ...schema } as object,
  })

  const query = noted ? { querystring: objectOf({ note }) } : {}
  const whereOf = ({ params }: FastifyRequest): Where => params as Where
  const find = async (where: Where) => {
    const held = await editable.get(where)
    if (!held) throw new DomainError('not-found', `There is no ${called(where)}.`)
    return held
  }

  app.get(
    url,
    optionsOf(`Reads ${noun}`, { response: { 200: value, ...failuresOf(401, 404) } }),
    async (request, reply) => {
      const held = await find(whereOf(request))
      return notModified(request, reply, { etag: etagOfHeld(held) }) ? reply : reply.send(held.value)
    },
  )

  const put = async (
    request: FastifyRequest,
    reply: FastifyReply,
    body: object,
    expected: Expected,
  ): Promise<FastifyReply> => {
    const input = bodyAt(body, named(whereOf(request)))
    const found = mistakes(input).slice(0, mostMistakes)
    if (found.length > 0) throw invalidPlaces(found)
    const { note: why } = request.query as { note?: string }
    const by = { by: curatorOf(request), ...(noted && why !== undefined && { note: why }) }
    const edited = await editable.put(whereOf(request), input, { ...by, expected })
    if (edited.outcome === 'stale') throw staleFailure(edited.held, expected)
    if (edited.outcome === 'created') reply.code(201).header('location', `${baseOf(request)}${pathOf(request)}`)
    return reply.header('etag', etagOfHeld(edited.held)).send(edited.held.value)
  }

  app.put(
    url,
    optionsOf(`Makes or replaces ${noun}`, {
      headers: conditionHeaders,
      ...query,
      body: written,
      response: { 200: value, 201: value, ...failuresOf(400, 401, 404, 409, 412, 422, 428) },
    }),
    async (request, reply) => put(request, reply, request.body as object, expectedBy(request.headers)),
  )

  if (patchable)
    app.patch(
      url,
      optionsOf(`Changes fields of ${noun}`, {
        headers: conditionHeaders,
        ...query,
        body: patchBody,
        consumes: ['application/merge-patch+json', 'application/json'],
        response: { 200: value, ...failuresOf(400, 401, 404, 409, 412, 422, 428) },
      }),
      async (request, reply) => {
        const expected = expectedBy(request.headers)
        const held = await find(whereOf(request))
        if (expected === 'absent' || !expected.includes(held.revision)) throw staleFailure(held, expected)
        const body = mergePatch(held.value, request.body) as object
        const validate = request.compileValidationSchema(written, 'body')
        if (!validate(body)) throw invalidShape((validate.errors ?? []) as ErrorObject[])
        return put(request, reply, body, [held.revision])
      },
    )

  if (remove)
    app.delete(
      url,
      optionsOf(`Deletes ${noun}`, {
        headers: conditionHeaders,
        response: { 200: refTo('Deletion'), ...failuresOf(401, 404, 409, 412, 428) },
      }),
      async request => {
        const expected = expectedBy(request.headers)
        await find(whereOf(request))
        const removed = await remove(whereOf(request), { by: curatorOf(request), expected })
        if (removed.outcome === 'stale') throw staleFailure(removed.held, expected)
        return deletionBody(removed.deletion, baseOf(request))
      },
    )
}

/** A body with what its address says. @throws DomainError where the two disagree */
function bodyAt<Input extends object>(body: object, named: Partial<Input>): Input {
  const given = body as Readonly<Record<string, unknown>>
  const errors = Object.entries(named)
    .filter(([field, value]) => Object.hasOwn(given, field) && given[field] !== value)
    .map(([field, value]) => ({ field, message: `Expected "${value}", as the address says, or nothing.` }))
  if (errors.length > 0) throw invalidFields(errors)
  return { ...named, ...body } as Input
}

/** `layer "xray" of the view "1" of the work "DEMO-0001"` */
const inWords = (where: object): string =>
  Object.entries(where)
    .reverse()
    .map(([kind, id]) => `${kind} "${id}"`)
    .join(' of the ')

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] ?? url
