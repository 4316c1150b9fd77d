import { siteLanguages } from '../../presentation/languages.js'

/** Where addresses without a language lead: a folder of files cannot ask the reader. */
const firstLanguage = siteLanguages[0]

/** What of a query names another state of a page, and another form of a story's document; in this order in file names. */
const stateOfPage = ['view', 'layer', 'page'] as const
const formOfDocument = ['lang', 'profile'] as const

const name = '[^/]+'
const pages = shaped([
  '',
  'works',
  `works/${name}`,
  'museums',
  `museums/${name}`,
  '(?:analyses|exhibitions)',
  `(?:analyses|exhibitions)/${name}`,
  `(?:analyses|exhibitions)/${name}/embed`,
])
const files = shaped([
  'static/.+',
  `works/${name}/(?:schema\\.jsonld|linked-art\\.jsonld|notice\\.json)`,
  `(?:analyses|exhibitions)/${name}/story\\.json`,
  `iiif/image/3/${name}/info\\.json`,
  `iiif/image/3/${name}/(?:full|\\d+,\\d+,\\d+,\\d+)/(?:max|\\d+,\\d+)/0/default\\.jpg`,
])
const collections = shaped([
  'iiif/presentation/3/(?:.+/)?collection(?:/pages)?/[1-9]\\d*',
  'iiif/presentation/3/(?:.+/)?collection',
])
const manifests = shaped([`iiif/presentation/3/(?:works|analyses|exhibitions)/${name}/manifest`])

/**
 * Where a static site has what stands at an address of the server; undefined where it has nothing there.
 * @param address path and query from the site's root on, `/works/PE157?view=2`
 */
export function fileOf(address: string): string | undefined {
  const [path = '', query = ''] = (address.split('#', 1)[0] ?? '').split('?', 2)
  const given = new URLSearchParams(query)
  const segments = path.slice(1).split('/').map(safeSegment)
  const plain = segments.join('/')
  if (manifests(plain)) {
    const forms = statesIn(given, formOfDocument)
    return forms && [plain, ...forms.map(([, value]) => value), 'json'].join('.')
  }
  if (given.size === 0 && files(plain)) return plain
  if (given.size === 0 && collections(plain)) return `${plain}.json`
  const chosen = siteLanguages.find(each => each === segments[0])
  const page = (chosen ? segments.slice(1) : segments).join('/')
  if (!pages(page)) return undefined
  const states = statesIn(given, stateOfPage)
  // A page's states lie in its folder, so that what is beside it is beside them
  const file = states && (states.map(([key, value]) => `${key}-${value}`).join('-') || 'index')
  return file && [chosen ?? firstLanguage, ...(page === '' ? [] : [page]), `${file}.html`].join('/')
}

/** How files link to each other and are linked: an index by its folder, as every web server and `npx serve` have it. */
export const addressOfFile = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1')

/** From one file to another, as a link. */
export function relativeLink(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), addressOfFile(to).split('/')]
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1
  const way = [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/')
  return way === '' ? './' : way
}

/** The id of an image whose service stands at an address, as the server has it. */
export function imageOf(address: string): string | undefined {
  const [, id] = /^\/iiif\/image\/3\/([^/?#]+)(?:\/info\.json)?$/.exec(address) ?? []
  return id === undefined ? undefined : decoded(id)
}

/** The folder of an image's service. */
export const serviceFolder = (image: string): string => `iiif/image/3/${safeSegment(image)}`

/** What of a picture stands behind its image's id: `full/400,300/0/default.jpg`; and the id. */
export function pictureOf(address: string): Readonly<{ image: string; path: string }> | undefined {
  const [, id, path] = /^\/iiif\/image\/3\/([^/?#]+)\/([^/]+\/[^/]+\/0\/default\.jpg)$/.exec(address) ?? []
  return id === undefined || path === undefined ? undefined : { image: decoded(id), path: decoded(path) }
}

/** A whole address of one of the patterns. */
function shaped(patterns: readonly string[]): (path: string) => boolean {
  const expression = new RegExp(`^(?:${patterns.join('|')})$`)
  return path => expression.test(path)
}

/** Undefined where the query names what a static site does not have, such as an earlier revision. */
function statesIn(given: URLSearchParams, known: readonly string[]) {
  if ([...given.keys()].some(each => !known.includes(each))) return undefined
  return known.flatMap(key => {
    const value = given.get(key)
    return value === null ? [] : [[key, safeSegment(value)] as const]
  })
}

/**
 * A name that every file system and every web server takes as it is: what is not plain becomes `~` and two digits for each
 * of its bytes. Names that differ stay so.
 */
function safeSegment(segment: string): string {
  const spelt = (text: string) =>
    [...Buffer.from(text)].map(byte => `~${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
  return decoded(segment)
    .replace(/[^A-Za-z0-9._,=-]/gu, spelt)
    .replace(/^\.|\.$/g, spelt)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
