import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIPv6 } from 'node:net'
import { createGunzip } from 'node:zlib'
import type { FetchBounds } from '../../../config.js'
import { DomainError } from '../../../errors.js'
import { allowedAddress, type HostRule, isAllowed } from './hosts.js'
import type { Resolve } from './public-address.js'

/** Other institutions' servers, as far as they may be asked. */
export type Remote = Readonly<{
  allows(address: string): boolean
  /** The text of one JSON document. @throws DomainError `refused` where it cannot be had, and why */
  fetch(address: string, signal?: AbortSignal): Promise<string>
}>

export type FetchOptions = Readonly<{ hosts: readonly HostRule[]; resolve: Resolve; bounds: FetchBounds }>

const accepted = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json", application/json;q=0.9'
const redirects = new Set([301, 302, 303, 307, 308])

/**
 * The one way out of this program. Every address, redirects' too, is checked against the allow-list and resolved to a
 * public IP address, which is the one connected to: a name that changes its mind in between is not asked again.
 */
export function openRemote({ hosts, resolve, bounds }: FetchOptions): Remote {
  const fetch: Remote['fetch'] = async (address, signal) => {
    const timeout = AbortSignal.timeout(bounds.milliseconds)
    const either = signal ? AbortSignal.any([signal, timeout]) : timeout
    let next = address
    try {
      for (let hop = 0; hop <= bounds.redirects; hop += 1) {
        const url = allowedAddress(next, hosts)
        const response = await ask(url, await resolve(url.hostname), either)
        const target = redirectOf(response, url)
        if (target === undefined) return await textOf(response, url, bounds.bytes)
        response.destroy()
        next = target
      }
    } catch (error) {
      throw timeout.aborted ? tooSlow(address, bounds) : explained(error, address, signal)
    }
    throw new DomainError('refused', `${address} redirects more than ${bounds.redirects} times.`)
  }
  return { fetch, allows: address => isAllowed(address, hosts) }
}

function ask(url: URL, addresses: readonly string[], signal: AbortSignal): Promise<IncomingMessage> {
  const [pinned = ''] = addresses
  const family = isIPv6(pinned) ? 6 : 4
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      signal,
      agent: false,
      headers: { accept: accepted, 'accept-encoding': 'gzip, identity;q=0.5', 'user-agent': 'Beffroi' },
      lookup: (_hostname, options, answer) =>
        options.all ? answer(null, [{ address: pinned, family }]) : answer(null, pinned, family),
    })
    sent.once('response', resolve).once('error', reject).end()
  })
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, url: URL): string | undefined {
  if (!redirects.has(statusCode)) return undefined
  const { location = '' } = headers
  if (URL.canParse(location, url.href)) return new URL(location, url.href).href
  throw new DomainError('refused', `${url.href} redirects to no address.`)
}

async function textOf(response: IncomingMessage, url: URL, bytes: number): Promise<string> {
  const { statusCode, headers } = response
  const type = headers['content-type'] ?? 'nothing'
  const encoding = headers['content-encoding'] ?? 'identity'
  const refuse = (why: string): DomainError => {
    response.destroy()
    return new DomainError('refused', `${url.href} ${why}`)
  }
  if (statusCode !== 200) throw refuse(`answers with status ${statusCode} instead of 200.`)
  if (!/^(?:application|text)\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) throw refuse(`is ${type}; expected JSON.`)
  if (!['gzip', 'identity'].includes(encoding)) throw refuse(`is encoded as ${encoding}, which was not asked for.`)
  const tooLarge = `is larger than ${bytes} bytes; raise --iiif-max-mb to take it.`
  if (Number(headers['content-length'] ?? 0) > bytes) throw refuse(tooLarge)
  const pieces: Buffer[] = []
  let total = 0
  for await (const piece of encoding === 'gzip' ? unpacked(response) : response) {
    total += piece.length
    if (total > bytes) throw refuse(tooLarge)
    pieces.push(piece)
  }
  return utf8(Buffer.concat(pieces), url.href)
}

/** Counted after unpacking, piece by piece: what is small on the wire may be endless here. */
function unpacked(response: IncomingMessage) {
  const gunzip = createGunzip()
  response.once('error', error => gunzip.destroy(error)).once('aborted', () => gunzip.destroy(new Error('aborted')))
  return response.pipe(gunzip)
}

/** @throws DomainError `refused` where bytes are no UTF-8, the one encoding of JSON (RFC 8259 §8.1) */
export function utf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new DomainError('refused', `${name} is not encoded in UTF-8, as JSON must be.`, { cause })
  }
}

const tooSlow = (address: string, { milliseconds }: FetchBounds): DomainError =>
  new DomainError('refused', `${address} did not answer whole within ${milliseconds / 1000} s; see --iiif-seconds.`)

function explained(error: unknown, address: string, signal: AbortSignal | undefined): unknown {
  if (error instanceof DomainError || signal?.aborted) return error
  return new DomainError('refused', `${address} could not be fetched.`, { cause: error })
}
