import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Validators } from './conditional.js'
import { answerFailure, inText } from './errors.js'
import { headOf } from './headers.js'
import { wantedRange } from './range.js'
import { type Sending, WHOLE } from './sending.js'

/** `keep` is told the head of a whole answer but for its length, names and values in turn. */
export type SentPicture = Readonly<{
  body: Buffer
  sending: Sending
  validators: Validators
  keep?: (head: readonly string[]) => void
}>

/** Sends a picture whole, or the range of it that was asked for. Complete before its first byte leaves: slow clients wait alone. */
export function sendPicture(request: FastifyRequest, reply: FastifyReply, picture: SentPicture): FastifyReply {
  const { body, sending, validators, keep } = picture
  const range = wantedRange(request.headers, validators, body.length)
  if (range === undefined) {
    const sent = sending.send(body)
    // What is kept is sent at one go, which is for small bodies
    if (body.length <= WHOLE) keep?.(headOf(reply))
    return reply.header('content-length', String(body.length)).send(sent)
  }
  if (range === 'unsatisfiable') {
    const message = `Expected a range within the ${body.length} bytes of this image.`
    reply.header('content-range', `bytes */${body.length}`)
    return answerFailure(inText, reply, { status: 416, code: 'invalid-request', message })
  }
  const { first, last } = range
  const sent = sending.send(body.subarray(first, last + 1), body)
  reply.code(206).header('content-range', `bytes ${first}-${last}/${body.length}`)
  reply.header('content-length', String(last + 1 - first))
  return reply.send(sent)
}
