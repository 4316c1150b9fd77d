import type { CatalogueAudit } from '../catalogue/audit.js'
import type { CatalogueReader, CatalogueWriter } from '../catalogue/catalogue.js'
import type { StoryReader } from '../catalogue/stories.js'
import type { PublishedStory } from '../catalogue/story.js'
import type { ServedImage } from '../image/drawing/drawing.js'
import type { Serving } from '../image/plan.js'
import type { Storage } from '../storage/storage.js'
import type { Counted } from './counts.js'
import type { Validate } from './documents/validate.js'
import type { Finding, Worded } from './finding.js'

/** One thing that is proven of the collection: a generator of findings, none where all is well. */
export type Check = Readonly<{
  name: string
  title: Worded
  find(ports: CheckPorts): Iterable<Finding> | AsyncIterable<Finding>
}>

/** What checks work with. */
export type CheckPorts = Readonly<{
  audit: CatalogueAudit
  reader: Pick<CatalogueReader, 'revision' | 'works' | 'worksShowing'>
  stories: Pick<StoryReader, 'published'>
  /** A picture at an address of the Image API, ingested or drawn; undefined where it is not public. */
  image(id: string): Promise<ServedImage | undefined>
  writer: Pick<CatalogueWriter, 'noteChecksums'>
  storage: Storage
  /** Absolute path: where files are listed. */
  dataDirectory: string
  serving: Serving
  /** The site's address, that of every id of its own. */
  base: string
  ask: Ask
  /** So many addresses are asked before the first answer is waited for. */
  together: number
  validate: Validate
  /** Whether the bytes of files are passed over. */
  quick: boolean
  clock(): Date
  signal: AbortSignal
  count(what: Counted, by?: number): void
  /** Receives each published story: what viewers show of it is told, and is no finding. */
  tell(story: PublishedStory): void
  /** How far a check is, from 0 to 1, and at what. */
  progress(done: number, label: string): void
}>

export type Answer = Readonly<{ status: number; type: string; body: string }>

/** Answers a path of the site in this process; a picture is never rendered, since only its head is asked for. */
export type Ask = (path: string, method: 'GET' | 'HEAD') => Promise<Answer>
