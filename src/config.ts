import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { DomainError } from './errors.js'
import type { Settings } from './settings.js'

/** Records of images kept in memory, so that a request for a known one asks the catalogue nothing. */
export const rememberedImages = 4096

/** Drawn pictures of stories kept in memory as data, up to 1 MB for a full page of text. */
export const rememberedDrawings = 64

/** How many revisions of a story that were never public are kept, the newest. */
export const keptDrafts = 500

/** Stories that one import or export takes. */
export const mostStoriesTaken = 10_000

/** Works that one story may name. */
const mostWorksNamed = 5000

/** Entries of one IIIF collection at most: longer ones are paged. */
export const mostEntries = 500

/** Characters of one question to a search. */
export const longestQuestion = 300

/** Stories that the manifest of one work names. */
export const mostStories = 100

/** Parts of a work that its manifest shows, and works beside it that it names. */
export const mostRelatives = 2000

/** Deletions that can be undone, whatever their age. */
export const mostDeletions = 10_000

/** Bounds of the writing API: bytes and levels of one JSON body, entries of one page. */
export const apiBodyBytes = 2_000_000
export const apiBodyDepth = 32
export const apiPageSize = 500

/** ms for an upload to arrive through one request */
export const uploadTimeout = 6 * 3_600_000

/** Bytes of disc that uploads leave free, for the catalogue and for what is made of them. */
const uploadSpareBytes = 1_000_000_000

/** Requests with a wrong token that one address may make in so many milliseconds; addresses remembered. */
export const failedAttempts = { most: 20, within: 60_000, addresses: 10_000 } as const

/** Characters of a token that cannot be guessed. */
const shortestToken = 32

/** How often a fetched document may send elsewhere, and how deep collections may nest. */
export const iiifRedirects = 5
export const iiifDepth = 8

/** Flaws of one kind that a check takes out of the database, and findings that its report shows in full: all are counted. */
export const mostFlaws = 1000
export const findingsShown = { each: 50, works: 200, stories: 100 } as const

/** A check of so many works asks in threads, as many as there are cores and no more than this; so many addresses wait for each. */
export const worksForThreads = 500
export const checkThreads = 4
export const checkedTogether = 64
/** MB of heap of each such thread, of what is new and of what stays. */
export const checkThreadHeap = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 } as const

/** Where public addresses come from: one fixed address, or each request's own host as its proxy reports it. */
export type Address =
  | Readonly<{ kind: 'fixed'; url: string }>
  | Readonly<{ kind: 'from-request'; trustProxy: readonly string[] }>

export type Config = Readonly<{
  /** Absolute path of the directory that holds everything Beffroi writes. */
  dataDirectory: string
  siteName: string
  logLevel: Settings['logLevel']
  http: Readonly<{
    host: string
    port: number
    address: Address
    drainSeconds: number
    cacheSeconds: number
    sending: number
  }>
  limits: Limits
  /** `#rrggbb` */
  background: string
  render: RenderBounds
  ingest: Readonly<{ jobs: number; quality: number; maxPixels: number }>
  pageSize: number
  iiif: IiifBounds
  stories: StoryBounds
  /** Whom the writing API lets in; nobody unless tokens are given. */
  curators: readonly Curator[]
  /** How long what curators delete can be brought back. */
  deletedDays: number
  uploads: UploadBounds
}>

/** Somebody who may write: the name that the journal gets, and the secret that proves it. */
export type Curator = Readonly<{ name: string; token: string }>

/** What of uploads is taken. */
export type UploadBounds = Readonly<{
  /** of one */
  bytes: number
  /** how many arrive at once */
  jobs: number
  /** how long one is known */
  hours: number
  /** how many are known */
  files: number
  /** bytes of disc that stay free */
  spare: number
}>

/** What may be fetched at once: bytes after unpacking, milliseconds with all redirects. */
export type FetchBounds = Readonly<{ bytes: number; milliseconds: number; redirects: number }>

/** What is taken of other institutions' manifests. */
export type IiifBounds = FetchBounds &
  Readonly<{
    /** The allow-list as it was given. */
    hosts: string
    canvases: number
    manifests: number
    depth: number
  }>

/** What is taken of files of stories: bytes of each, works that a story names. */
export type StoryBounds = Readonly<{ fileBytes: number; works: number }>

/** Every number that bounds rendering and what is kept of it. */
export type RenderBounds = Readonly<{
  light: LaneBounds
  heavy: LaneBounds
  /** bytes that all renders together may take */
  memory: number
  openPyramids: number
  /** bytes of answers kept in memory, and of images on disc */
  memoryCache: number
  derivatives: number
  /** bytes of what is known of tiles so that they can be cut */
  tileMaps: number
}>

/** So many at once, so many waiting. */
export type LaneBounds = Readonly<{ jobs: number; queue: number }>

/** The largest image served, px; `maxWidth`, `maxHeight`, `maxArea` of Image API 3 §5.3. */
export type Limits = Readonly<{ maxWidth: number; maxHeight: number; maxArea: number }>

const MEGABYTE = 1_000_000

/** Uploads that are arriving, waiting to be ingested, or finished a while ago. */
const mostUploads = 500

/** @param threads how many threads read files and render; what renders never takes all of them */
export function configFrom(settings: Settings, threads = 4): Config {
  const cores = availableParallelism()
  const { maxWidth, maxHeight, maxArea, quality, maxPixels, host, port, drainSeconds, cacheSeconds } = settings
  const heavyJobs = atMost(Math.floor((threads - 1) / 2), settings.heavyJobs ?? Math.floor(cores / 2))
  const lightJobs = atMost(threads - 1 - heavyJobs, settings.renderJobs ?? cores)
  return Object.freeze({
    dataDirectory: resolve(settings.data),
    siteName: settings.siteName,
    logLevel: settings.logLevel,
    http: {
      host,
      port,
      address: addressFrom(settings),
      drainSeconds,
      cacheSeconds,
      sending: settings.sendingMb * MEGABYTE,
    },
    limits: { maxWidth, maxHeight, maxArea },
    render: {
      light: { jobs: lightJobs, queue: settings.renderQueue },
      heavy: { jobs: heavyJobs, queue: settings.heavyQueue },
      memory: settings.renderMemoryMb * MEGABYTE,
      openPyramids: settings.openPyramids,
      memoryCache: settings.memoryCacheMb * MEGABYTE,
      derivatives: settings.derivativesMb * MEGABYTE,
      tileMaps: settings.tileMapsMb * MEGABYTE,
    },
    background: settings.background,
    ingest: { jobs: settings.jobs ?? cores, quality, maxPixels },
    pageSize: settings.pageSize,
    iiif: {
      hosts: settings.iiifHosts,
      bytes: settings.iiifMaxMb * MEGABYTE,
      milliseconds: settings.iiifSeconds * 1000,
      redirects: iiifRedirects,
      canvases: settings.iiifMaxCanvases,
      manifests: settings.iiifMaxManifests,
      depth: iiifDepth,
    },
    stories: { fileBytes: settings.storyMaxKb * 1000, works: mostWorksNamed },
    curators: settings.apiToken === undefined ? [] : curatorsFrom(settings.apiToken),
    deletedDays: settings.deletedDays,
    uploads: {
      bytes: settings.uploadMaxMb * MEGABYTE,
      jobs: settings.uploadJobs,
      hours: settings.uploadHours,
      files: mostUploads,
      spare: uploadSpareBytes,
    },
  })
}

/** @throws DomainError `misuse` with a sentence that does not hold the tokens */
function curatorsFrom(text: string): readonly Curator[] {
  const curators = text.split(',').map(entry => {
    const colon = entry.indexOf(':')
    return { name: colon < 0 ? 'curator' : entry.slice(0, colon).trim(), token: entry.slice(colon + 1).trim() }
  })
  const expected = 'Expected "name:token,name:token" for the tokens of the writing API'
  if (curators.some(({ name }) => !/^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,59}$/u.test(name)))
    throw new DomainError('misuse', `${expected}, with names of letters, digits, spaces and . _ @ - alone.`)
  // RFC 6750 §2.1: what a Bearer header may carry
  if (curators.some(({ token }) => !/^[A-Za-z0-9._~+/-]+=*$/.test(token) || token.length < shortestToken))
    throw new DomainError(
      'misuse',
      `${expected}, each token of at least ${shortestToken} letters, digits and . _ ~ + / - = alone; "openssl rand -hex 32" makes one.`,
    )
  for (const part of ['name', 'token'] as const)
    if (new Set(curators.map(curator => curator[part])).size < curators.length)
      throw new DomainError('misuse', `${expected}, each ${part} once.`)
  return curators
}

const atMost = (most: number, wanted: number): number => Math.max(1, Math.min(most, wanted))

function addressFrom({ baseUrl, trustProxy }: Settings): Address {
  if (baseUrl !== undefined) return { kind: 'fixed', url: baseUrl.replace(/\/+$/, '') }
  const trusted = trustProxy === 'none' ? [] : trustProxy.split(',').map(part => part.trim())
  return { kind: 'from-request', trustProxy: trusted }
}
