import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Curator, failedAttempts } from '../../config.js'
import { DomainError } from '../../errors.js'

export const switchedOff = new DomainError(
  'not-found',
  'The writing API is switched off; whoever runs the server can switch it on with BEFFROI_API_TOKEN (see docs/operations.md).',
)

/** Lets curators alone into a scope, by their tokens; what is in it knows them by `curatorOf`. */
export function admitCurators(app: FastifyInstance, curators: readonly Curator[], clock: () => Date): void {
  const known = curators.map(({ name, token }) => ({ name, digest: digestOf(token) }))
  const failures = openFailures(clock)
  app.decorateRequest(decorator, '')
  app.addHook('onRequest', async (request, reply) => {
    if (known.length === 0) throw switchedOff
    const wait = failures.wait(request.ip)
    if (wait > 0) {
      reply.header('retry-after', `${wait}`)
      throw new DomainError('too-many', `Too many requests with a wrong token; wait ${wait} s.`)
    }
    const name = nameOf(request, known)
    if (name === undefined) throw refused(request, reply, () => failures.add(request.ip))
    request.setDecorator(decorator, name)
  })
}

/** The name of the curator who asks. */
export const curatorOf = (request: FastifyRequest): string => request.getDecorator<string>(decorator)

const decorator = 'curator'

type Known = Readonly<{ name: string; digest: Buffer }>

/** Digests are compared, all of them and each to its end, so that time tells nothing of a token. */
function nameOf({ headers }: FastifyRequest, known: readonly Known[]): string | undefined {
  const digest = digestOf(tokenIn(headers.authorization) ?? '')
  return known.filter(curator => timingSafeEqual(curator.digest, digest)).map(({ name }) => name)[0]
}

const tokenIn = (header: string | undefined): string | undefined => /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1]

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** RFC 6750 §3: who sends no token is told how, and who sends a wrong one that it is wrong. */
function refused({ headers }: FastifyRequest, reply: FastifyReply, failed: () => void): DomainError {
  const sent = headers.authorization !== undefined
  if (sent) failed()
  reply.header('www-authenticate', `Bearer realm="Beffroi"${sent ? ', error="invalid_token"' : ''}`)
  const sentence = sent
    ? 'The token is not one of those that this server knows.'
    : 'Expected the header "Authorization: Bearer" with a token of this server.'
  return new DomainError('unauthorised', sentence)
}

type Failed = { count: number; since: number }

/** Wrong tokens by the address they came from, within one window of time. */
function openFailures(clock: () => Date) {
  const { most, within, addresses } = failedAttempts
  // A Map keeps the order of insertion: the first address failed first
  const byAddress = new Map<string, Failed>()
  const current = (address: string, now: number): Failed | undefined => {
    const failed = byAddress.get(address)
    return failed && now - failed.since < within ? failed : undefined
  }
  return {
    /** @returns seconds until this address may try again */
    wait(address: string): number {
      const now = clock().getTime()
      const failed = current(address, now)
      return failed && failed.count >= most ? Math.ceil((failed.since + within - now) / 1000) : 0
    },
    add(address: string): void {
      const now = clock().getTime()
      const failed = current(address, now)
      if (failed) failed.count += 1
      else {
        byAddress.delete(address)
        byAddress.set(address, { count: 1, since: now })
      }
      for (const oldest of byAddress.keys()) {
        if (byAddress.size <= addresses) break
        byAddress.delete(oldest)
      }
    },
  }
}
