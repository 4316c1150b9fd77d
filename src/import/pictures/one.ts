import { stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogueReader, CatalogueWriter } from '../../catalogue/catalogue.js'
import { type Attachment, isBorrowed, type WorkRecord } from '../../catalogue/model.js'
import type { Limits } from '../../config.js'
import { DomainError } from '../../errors.js'
import { version3 } from '../../image/dialect.js'
import { pixels } from '../../image/geometry.js'
import type { Images } from '../../image/images.js'
import { buildPyramid, isOf, pyramidNotes } from '../../image/ingest/build.js'
import { inspect } from '../../image/ingest/inspect.js'
import { fingerprint } from '../../image/ingest/open.js'
import type { Scratch } from '../../image/ingest/scratch.js'
import type { Lane } from '../../image/lane.js'
import { type Plan, planImage } from '../../image/plan.js'
import type { ImageRecord } from '../../image/record.js'
import { viewerRequests } from '../../image/session.js'
import { type Assignment, inWords } from './assign.js'
import { type Fingerprint, furtherPages, idsBeyond, noteOnPagesThatWent, pagesThatWent } from './further.js'
import { sameLimits, withLimits } from './limits.js'

/** What ingest reads and writes; a part of the services. */
export type IngestPorts = Readonly<{
  reader: Pick<CatalogueReader, 'works'>
  writer: Pick<CatalogueWriter, 'attachments' | 'images' | 'putImage' | 'putWorks' | 'spellings'>
  images: Pick<Images, 'fill' | 'forget'>
  config: Readonly<{
    dataDirectory: string
    limits: Limits
    /** `#rrggbb` */
    background: string
    ingest: Readonly<{ quality: number; maxPixels: number }>
  }>
}>

export type OneOptions = Readonly<{
  replace: boolean
  /** What a curator does who means to replace; `add --replace` unless given. */
  howToReplace?: string
  draft: boolean
  scratch: Scratch
  /** Pictures that must be in memory whole take turns here. */
  heavy: Lane
  signal: AbortSignal
}>

/** A picture that is in the catalogue now, and what became of it. */
export type Kept = Readonly<{
  outcome: 'ingested' | 'replaced' | 'updated' | 'unchanged'
  image: ImageRecord
  attachment?: Attachment
  notes: readonly string[]
  /** Other pages of the same file that are to be brought in too. */
  further: readonly Picture[]
}>

export type Picture = Extract<Assignment, { kind: 'picture' }> &
  Readonly<{ page?: Readonly<{ index: number; number: number; fingerprint: Fingerprint }> }>

const HEAVY_BYTES = 256_000_000

/** Brings in one picture, or finds that nothing is to be done. @throws DomainError with the sentence for the curator */
export async function ingestOne(picture: Picture, ports: IngestPorts, options: OneOptions): Promise<Kept> {
  const { candidate, id, attachment, note, page } = picture
  const { replace, signal } = options
  const { quality, maxPixels } = ports.config.ingest
  const header = await inspect(candidate.path, { maxPixels, page: page?.index ?? 0 })
  const [row] = await ports.writer.images([id])
  if (attachment && !replace) await checkPlaceIsFree(attachment, id, ports.reader)
  const print = page?.fingerprint ?? (await fingerprint(candidate.path, signal))
  const { sha256, ...state } = print
  const inspection = { ...header, ...state }
  const master = { path: candidate.path, fileName: candidate.name, sha256, inspection }

  const current = row && isOf(row, master, quality) && (await isThere(row, ports))
  if (row && !current && row.master.sha256 !== sha256 && !replace)
    throw taken(row, candidate.name, options.howToReplace)
  const build = () => buildPyramid(master, { id, quality, scratch: options.scratch, signal })
  const heavy = inspection.residentBytes > HEAVY_BYTES
  const pyramid = current ? row : await (heavy ? options.heavy.run(build, signal) : build())
  const image = withLimits(pyramid, row?.limits, picture.limits)
  await hang(image, picture, ports, options)
  if (row && row.version !== image.version) await forget(row, ports)
  await fill(image, ports, signal)
  const pages = inspection.pages.pictures
  const left = row && !page ? await leftHanging(candidate.name, idsBeyond(id, pages.length), ports.writer) : []
  return {
    outcome: current ? (sameLimits(row, image) ? 'unchanged' : 'updated') : row ? 'replaced' : 'ingested',
    image,
    ...(attachment ? { attachment } : {}),
    notes: [...inspection.notes, ...pyramidNotes(inspection, image), ...left, ...(note ? [note] : [])],
    further: page ? [] : furtherPages(picture, pages, print),
  }
}

/** Tells what hangs of pages that a file no longer has. */
async function leftHanging(fileName: string, ids: readonly string[], writer: IngestPorts['writer']) {
  const gone = pagesThatWent(fileName, await writer.images(ids))
  const places = await Promise.all(gone.map(writer.attachments))
  return noteOnPagesThatWent(gone.filter((_, index) => places[index]?.length))
}

/** Last of all, and whenever it is found missing: what viewers will ask for can be made again from the pyramid. */
async function fill(image: ImageRecord, { images, config }: IngestPorts, signal: AbortSignal): Promise<void> {
  const plans = viewerRequests(image, config.limits).map(request => planImage(request, image, config, version3).plan)
  await images.fill(image, plans.filter(isWorthRoom), signal)
}

/** px; of a photograph, the largest size alone takes more than all else that viewers ask for. */
const LARGE = 8_000_000

/** A large whole that is cut of stored tiles costs no decoding when somebody asks for it; few do. */
const isWorthRoom = (plan: Plan): boolean =>
  plan.kind === 'stored-tile' || !plan.verbatim || pixels(plan.output) <= LARGE

/** The row comes after its file, and a bare work before its picture. */
async function hang(
  image: ImageRecord,
  { attachment, bareWork }: Picture,
  { writer }: IngestPorts,
  { draft }: OneOptions,
) {
  if (bareWork) await makeBareWork(bareWork, writer, draft)
  await writer.putImage(image, attachment, { draft })
}

/** Asked again at the last moment: what a curator imported meanwhile says more than a bare work. */
async function makeBareWork(work: WorkRecord, writer: IngestPorts['writer'], draft: boolean): Promise<void> {
  const known = await writer.spellings([work.id])
  if (known.size === 0) await writer.putWorks([work], { draft })
}

async function checkPlaceIsFree(attachment: Attachment, id: string, reader: IngestPorts['reader']): Promise<void> {
  const [work] = await reader.works([attachment.work])
  const view = work?.views.find(({ key }) => key === attachment.view)
  const other = view?.layers.find(
    ({ kind, image }) => kind === attachment.layer && (isBorrowed(image) || image.id !== id),
  )?.image
  if (other && isBorrowed(other))
    throw new DomainError(
      'conflict',
      `A picture that its owner lends is already ${inWords(attachment)}; name another view or layer.`,
    )
  if (other)
    throw new DomainError(
      'conflict',
      `Another picture, ${other.master.fileName}, is already ${inWords(attachment)}; rename this one, or add --replace.`,
    )
}

function taken({ id, master }: ImageRecord, name: string, how = 'add --replace'): DomainError {
  const why =
    master.fileName === name
      ? `It has changed since it was ingested; ${how} to take it as it is now.`
      : `Its id, ${id}, is taken by another picture, ${master.fileName}; rename this one, or ${how}.`
  return new DomainError('conflict', why)
}

const isThere = ({ pyramid }: ImageRecord, { config }: IngestPorts): Promise<boolean> =>
  stat(join(config.dataDirectory, pyramid)).then(
    state => state.isFile() && state.size > 0,
    () => false,
  )

/** A server that still has the pyramid open goes on reading it; the next request finds the new one. */
async function forget(old: ImageRecord, { config, images }: IngestPorts): Promise<void> {
  await unlink(join(config.dataDirectory, old.pyramid)).catch(() => undefined)
  await images.forget(old)
}
