import { DomainError } from '../../../errors.js'

/** One entry of the allow-list: `images.example.org`, `*.example.org`, `https://host:8443`, `http://old.example.org`. */
export type HostRule = Readonly<{ scheme: 'http:' | 'https:'; host: string; port: string; below: boolean }>

const pattern = /^(?:(https?):\/\/)?(\*\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::(\d{1,5}))?\/?$/i

/** @throws DomainError `misuse` where an entry is no host */
export function readHosts(list: string): readonly HostRule[] {
  const entries = list.split(/[\s,]+/).filter(entry => entry !== '')
  return entries.map(entry => {
    const [whole, scheme = 'https', below, host = '', port = ''] = pattern.exec(entry) ?? []
    if (whole === undefined)
      throw new DomainError(
        'misuse',
        `Expected hosts such as images.example.org, *.example.org or http://old.example.org for --iiif-hosts but received "${entry}".`,
      )
    const protocol = scheme.toLowerCase() === 'http' ? 'http:' : 'https:'
    const usual = protocol === 'http:' ? '80' : '443'
    return { scheme: protocol, host: host.toLowerCase(), port: port === usual ? '' : port, below: below !== undefined }
  })
}

/**
 * An address that may be asked, parsed.
 * @throws DomainError `refused` with a sentence that says how to allow it
 */
export function allowedAddress(address: string, rules: readonly HostRule[]): URL {
  const url = webAddress(address)
  if (!url) throw new DomainError('refused', 'Expected an address that begins with https:// and holds no password.')
  if (rules.some(rule => matches(rule, url))) return url
  const entry = url.protocol === 'http:' ? url.origin : url.host
  throw new DomainError(
    'refused',
    `Nothing is fetched from ${url.origin} unless it is allowed; if you trust it, add --iiif-hosts ${entry}.`,
  )
}

export function isAllowed(address: string, rules: readonly HostRule[]): boolean {
  const url = webAddress(address)
  return url !== undefined && rules.some(rule => matches(rule, url))
}

function webAddress(address: string): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : undefined
}

const matches = ({ scheme, host, port, below }: HostRule, url: URL): boolean =>
  url.protocol === scheme && url.port === port && (below ? url.hostname.endsWith(`.${host}`) : url.hostname === host)
