import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { DomainError } from '../../../errors.js'

/** Addresses of a host that may be connected to; never empty. */
export type Resolve = (hostname: string) => Promise<readonly string[]>

/** IANA's special-purpose registries (RFC 6890): networks that no public server answers from. */
const specialV4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // shared by carriers
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local, and the metadata of clouds
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
] as const

/** Within the one network of public IPv6 unicast, 2000::/3, what is special all the same or carries an IPv4 address. */
const specialV6 = [
  '2001::/23', // protocol assignments, Teredo
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4
  '3fff::/20', // documentation
] as const

const listOf = (networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    list.addSubnet(address, Number(prefix), family)
  }
  return list
}

const blockedV4 = listOf(specialV4, 'ipv4')
const blockedV6 = listOf(specialV6, 'ipv6')
const publicV6 = listOf(['2000::/3'], 'ipv6')

/** Whether an IP address is one of the public internet; IPv4 inside IPv6 is not, since no server needs it. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !blockedV4.check(address, 'ipv4')
  return family === 6 && publicV6.check(address, 'ipv6') && !blockedV6.check(address, 'ipv6')
}

type Lookup = (hostname: string) => Promise<readonly string[]>

const systemLookup: Lookup = async hostname =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address)

/** Resolves names to public addresses only; a name with a single other one is refused, whatever its other addresses. */
export const publicAddresses =
  (find: Lookup = systemLookup): Resolve =>
  async hostname => {
    const bare = hostname.replace(/^\[|\]$/g, '')
    const addresses = isIP(bare) ? [bare] : await found(find, bare)
    if (addresses.length > 0 && addresses.every(isPublic)) return addresses
    throw new DomainError('refused', `${hostname} is no host of the public internet; nothing is fetched from it.`)
  }

const found = (find: Lookup, hostname: string): Promise<readonly string[]> =>
  find(hostname).catch(cause => {
    throw new DomainError('refused', `The host ${hostname} could not be found.`, { cause })
  })
