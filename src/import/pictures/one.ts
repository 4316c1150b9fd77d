import { stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogueReader, CatalogueWriter } from '../../catalogue/catalogue.js'
import type { Attachment, WorkRecord } from '../../catalogue/model.js'
import { DomainError } from '../../errors.js'
import { buildPyramid } from '../../image/ingest/build.js'
import { inspect } from '../../image/ingest/inspect.js'
import { fingerprint } from '../../image/ingest/open.js'
import { versionOf } from '../../image/ingest/recipe.js'
import type { Scratch } from '../../image/ingest/scratch.js'
import type { Lane } from '../../image/lane.js'
import type { ImageRecord } from '../../image/record.js'
import { type Assignment, inWords } from './assign.js'

/** What ingest reads and writes; a part of the services. */
export type IngestPorts = Readonly<{
  reader: Pick<CatalogueReader, 'works'>
  writer: Pick<CatalogueWriter, 'images' | 'putImage' | 'putWorks' | 'spellings'>
  config: Readonly<{ dataDirectory: string; ingest: Readonly<{ quality: number; maxPixels: number }> }>
}>

export type OneOptions = Readonly<{
  replace: boolean
  draft: boolean
  scratch: Scratch
  /** Pictures that must be in memory whole take turns here. */
  heavy: Lane
  signal: AbortSignal
}>

/** A picture that is in the catalogue now, and what became of it. */
export type Kept = Readonly<{
  outcome: 'ingested' | 'replaced' | 'unchanged'
  image: ImageRecord
  attachment?: Attachment
  notes: readonly string[]
}>

export type Picture = Extract<Assignment, { kind: 'picture' }>

const HEAVY_BYTES = 256_000_000

/** Brings in one picture, or finds that nothing is to be done. @throws DomainError with the sentence for the curator */
export async function ingestOne(picture: Picture, ports: IngestPorts, options: OneOptions): Promise<Kept> {
  const { candidate, id, attachment, note } = picture
  const { quality, maxPixels } = ports.config.ingest
  const inspection = await inspect(candidate.path, { maxPixels })
  const [row] = await ports.writer.images([id])
  if (attachment && !options.replace) await checkPlaceIsFree(attachment, id, ports.reader)
  const { sha256, ...state } = await fingerprint(candidate.path, options.signal)
  const kept = { ...(attachment ? { attachment } : {}), notes: note ? [...inspection.notes, note] : inspection.notes }

  if (row && row.version === versionOf(sha256, quality) && (await isThere(row, ports))) {
    await hang(row, picture, ports, options)
    return { ...kept, outcome: 'unchanged', image: row }
  }
  if (row && row.master.sha256 !== sha256 && !options.replace) throw taken(row, candidate.name)

  const master = { path: candidate.path, fileName: candidate.name, sha256, inspection: { ...inspection, ...state } }
  const build = () => buildPyramid(master, { id, quality, scratch: options.scratch, signal: options.signal })
  const heavy = inspection.residentBytes > HEAVY_BYTES
  const image = await (heavy ? options.heavy.run(build, options.signal) : build())
  await hang(image, picture, ports, options)
  if (row && row.pyramid !== image.pyramid) await removePyramid(row, ports)
  return { ...kept, outcome: row ? 'replaced' : 'ingested', image }
}

/** The row comes after its file, and a bare work before its picture. */
async function hang(
  image: ImageRecord,
  { attachment, bareWork }: Picture,
  { writer }: IngestPorts,
  { draft }: OneOptions,
) {
  if (bareWork) await makeBareWork(bareWork, writer, draft)
  await (attachment ? writer.putImage(image, attachment) : writer.putImage(image))
}

/** Asked again at the last moment: what a curator imported meanwhile says more than a bare work. */
async function makeBareWork(work: WorkRecord, writer: IngestPorts['writer'], draft: boolean): Promise<void> {
  const known = await writer.spellings([work.id])
  if (known.size === 0) await writer.putWorks([work], { draft })
}

async function checkPlaceIsFree(attachment: Attachment, id: string, reader: IngestPorts['reader']): Promise<void> {
  const [work] = await reader.works([attachment.work])
  const view = work?.views.find(({ key }) => key === attachment.view)
  const other = view?.layers.find(({ kind, image }) => kind === attachment.layer && image.id !== id)?.image
  if (other)
    throw new DomainError(
      'conflict',
      `Another picture, ${other.master.fileName}, is already ${inWords(attachment)}; rename this one, or add --replace.`,
    )
}

function taken({ id, master }: ImageRecord, name: string): DomainError {
  const why =
    master.fileName === name
      ? 'It has changed since it was ingested; add --replace to take it as it is now.'
      : `Its id, ${id}, is taken by another picture, ${master.fileName}; rename this one, or add --replace.`
  return new DomainError('conflict', why)
}

const isThere = ({ pyramid }: ImageRecord, { config }: IngestPorts): Promise<boolean> =>
  stat(join(config.dataDirectory, pyramid)).then(
    state => state.isFile() && state.size > 0,
    () => false,
  )

/** A server that still has it open goes on reading it; the next request finds the new one. */
const removePyramid = ({ pyramid }: ImageRecord, { config }: IngestPorts): Promise<void> =>
  unlink(join(config.dataDirectory, pyramid)).catch(() => undefined)
