import type { IncomingHttpHeaders } from 'node:http'
import { BlockList, isIP, type Socket } from 'node:net'
import type { Address } from '../config.js'
import { DomainError } from '../errors.js'

/** What a request says of the way it came; the framework's own and Node's both do. */
export type Arrival = Readonly<{ headers: IncomingHttpHeaders; socket: Socket }>

/** The public address of the site as a request reached it, without a final slash. */
export type BaseOf = (arrival: Arrival) => string

/** Whether `X-Forwarded-*` headers of the machine at this IP address are believed. */
export type Trust = (ip: string) => boolean

/** @returns what mints the base of every address: the one that is configured, or the request's own */
export function baseOfRequests(address: Address): BaseOf {
  if (address.kind === 'fixed') return () => address.url
  const trust = trustOf(address)
  return ({ headers, socket }) => {
    const own = 'encrypted' in socket ? 'https' : 'http'
    const told = forwarding.some(name => headers[name] !== undefined) && trust(socket.remoteAddress ?? '')
    if (!told) return `${own}://${checkedHost(headers.host ?? '')}`
    const protocol = checkedProtocol(nearest(headers['x-forwarded-proto']) || own)
    const host = checkedHost(nearest(headers['x-forwarded-host']) || (headers.host ?? ''))
    return `${protocol}://${host}${checkedPrefix(headers['x-forwarded-prefix'])}`
  }
}

const forwarding = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-prefix'] as const

/** Each proxy on the way appends what it saw; the last word is that of the one we know. */
const nearest = (header: string | readonly string[] | undefined): string =>
  String(header ?? '')
    .split(',')
    .at(-1)
    ?.trim() ?? ''

const networks = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
} as const satisfies Record<string, readonly string[]>

/** @throws DomainError `misuse` where a part of the list is no address and no network */
export function trustOf(address: Address): Trust {
  if (address.kind === 'fixed' || address.trustProxy.length === 0) return () => false
  const list = new BlockList()
  for (const entry of address.trustProxy) {
    const named: Readonly<Record<string, readonly string[]>> = networks
    for (const network of Object.hasOwn(named, entry) ? (named[entry] ?? []) : [entry]) addNetwork(list, network)
  }
  // A listener on `::` sees IPv4 machines as ::ffff:192.0.2.1
  return ip => {
    const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '')
    const family = isIP(plain)
    return family !== 0 && list.check(plain, family === 4 ? 'ipv4' : 'ipv6')
  }
}

function addNetwork(list: BlockList, text: string): void {
  const [ip = '', bits, ...rest] = text.split('/')
  const family = isIP(ip)
  const longest = family === 4 ? 32 : 128
  const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
  if (family === 0 || rest.length > 0 || !(prefix <= longest)) {
    const expected = `an IP address, a network such as 10.0.0.0/8, or ${Object.keys(networks).join(', ')}`
    throw new DomainError('misuse', `Expected ${expected} for --trust-proxy but received "${text}".`)
  }
  list.addSubnet(ip, prefix, family === 4 ? 'ipv4' : 'ipv6')
}

function checkedProtocol(protocol: string): string {
  if (protocol === 'http' || protocol === 'https') return protocol
  throw new DomainError('invalid-request', 'Expected http or https as X-Forwarded-Proto.')
}

// A name or IPv6 address with a port: whatever else came would end up in every address of a document
function checkedHost(host: string): string {
  if (/^(?:[a-z0-9_.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i.test(host)) return host
  throw new DomainError('invalid-request', 'Expected a host name, with a port at most, as Host.')
}

function checkedPrefix(prefix: string | readonly string[] | undefined): string {
  if (prefix === undefined || prefix === '' || prefix === '/') return ''
  if (typeof prefix === 'string' && /^(?:\/[\w.~-]{1,100}){1,10}\/?$/.test(prefix)) return prefix.replace(/\/$/, '')
  throw new DomainError('invalid-request', 'Expected a path such as /collections as X-Forwarded-Prefix.')
}
