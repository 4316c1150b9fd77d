import type { CatalogueWriter } from '../../catalogue/catalogue.js'
import type { CatalogueEditor } from '../../catalogue/editing.js'
import { DomainError } from '../../errors.js'
import { fingerprint } from '../../image/ingest/open.js'
import { outOfSpace, whyUnreadable } from '../../image/ingest/reason.js'
import type { Scratch } from '../../image/ingest/scratch.js'
import { openLane } from '../../image/lane.js'
import type { ImageRecord } from '../../image/record.js'
import { type IngestPorts, ingestOne, type Kept, type Picture } from '../pictures/one.js'
import type { Hung, Upload } from './upload.js'

/** What uploads are ingested with; a part of the services. */
export type UploadPorts = Omit<IngestPorts, 'writer'> &
  Readonly<{
    writer: IngestPorts['writer'] & Pick<CatalogueWriter, 'putImage'>
    editor: Pick<CatalogueEditor, 'views' | 'layers' | 'viewsOf'>
  }>

export type Ingested = Readonly<{ images: readonly ImageRecord[]; hung: readonly Hung[]; notes: readonly string[] }>

/**
 * Makes images of an uploaded file, one for each of its pages, as `beffroi ingest` does, and hangs them where it was
 * said. They are public once a published work shows them. Done again, it finds nothing to do.
 * @throws DomainError with the sentence for the curator
 */
export async function ingestUpload(
  { by, fileName, length, wanted }: Upload,
  path: string,
  ports: UploadPorts,
  scratch: Scratch,
  signal: AbortSignal,
): Promise<Ingested> {
  const { image: id, replaces } = wanted
  if (replaces !== undefined) await checkReplaced(id, replaces, path, ports.writer, signal)
  const writer: IngestPorts['writer'] = {
    ...ports.writer,
    putImage: (image, attachment, options) =>
      ports.writer.putImage(image, attachment, {
        ...options,
        by,
        // Further pages are images of their own, which that version does not name
        ...(replaces !== undefined && image.id === id && { replaces }),
      }),
  }
  const options = {
    replace: replaces !== undefined,
    howToReplace: `send it to /api/images/${id} with If-Match`,
    draft: true,
    scratch,
    heavy: openLane({ jobs: 1, queue: 1 }),
    signal,
  }
  const one = (picture: Picture): Promise<Kept> => ingestOne(picture, { ...ports, writer }, options)
  const first = await one({ kind: 'picture', candidate: { path, name: fileName, bytes: length }, id })
  const [images, found] = [[first.image], [...first.notes]]
  // A page that is refused stops no other
  for (const page of first.further) {
    try {
      const kept = await one(page)
      images.push(kept.image)
      found.push(...kept.notes)
    } catch (error) {
      signal.throwIfAborted()
      if (outOfSpace(error)) throw error
      found.push(`Page ${page.page?.number}: ${sentenceOf(error)}`)
    }
  }
  const notes = [...new Set(found)]
  const { work } = wanted
  if (work === undefined) return { images, hung: [], notes }
  try {
    return { images, hung: await hang(images, { ...wanted, work }, by, ports.editor), notes }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { images, hung: [], notes: [...notes, `It is ingested, but hangs nowhere yet: ${error.message}`] }
  }
}

/** Why a file cannot be ingested, for the curator. */
export const sentenceOf = (error: unknown): string =>
  error instanceof DomainError ? error.message : `It could not be ingested: ${whyUnreadable(error)}.`

/** Before any work is done; asked again as it is written. That the same file has taken its place already is no change. */
async function checkReplaced(
  id: string,
  replaces: string,
  path: string,
  writer: UploadPorts['writer'],
  signal: AbortSignal,
): Promise<void> {
  const [image] = await writer.images([id])
  if (!image) throw new DomainError('not-found', `There is no image "${id}" any more that could be replaced.`)
  if (image.version === replaces || image.master.sha256 === (await fingerprint(path, signal)).sha256) return
  throw new DomainError('conflict', `The image "${id}" has changed since it was read; read it again, then replace it.`)
}

type Place = Upload['wanted'] & Readonly<{ work: string }>

/** The first page where it was said, further pages as views of their own after it. */
async function hang(
  images: readonly ImageRecord[],
  place: Place,
  by: string,
  editor: UploadPorts['editor'],
): Promise<readonly Hung[]> {
  const views = await editor.viewsOf(place.work)
  if (!views) throw new DomainError('not-found', `There is no work "${place.work}".`)
  const first = images[0]?.id ?? ''
  const there = views.find(({ layers }) => layers.some(({ kind, image }) => kind === place.layer && image === first))
  const view = place.view ?? there?.key ?? nextKey(views.map(({ key }) => key))
  const hung: Hung[] = []
  for (const { id } of images) {
    // A further page is called `id-p02`, and its view `1-p02`
    const where = { work: place.work, view: `${view}${id.slice(first.length)}`, layer: place.layer }
    await hangOne(id, where, place, by, editor)
    hung.push({ image: id, ...where })
  }
  return hung
}

async function hangOne(
  image: string,
  where: Readonly<{ work: string; view: string; layer: Place['layer'] }>,
  { label, layerLabel }: Place,
  by: string,
  editor: UploadPorts['editor'],
): Promise<void> {
  const edit = { by, expected: 'absent' } as const
  const layer = { kind: where.layer, image, ...(layerLabel ? { label: layerLabel } : {}) }
  const asView = { key: where.view, ...(label ? { label } : {}), layers: [layer] }
  if ((await editor.views.put(where, asView, edit)).outcome !== 'stale') return
  const put = await editor.layers.put(where, layer, edit)
  if (put.outcome !== 'stale' || put.held?.value.image === image) return
  throw new DomainError(
    'conflict',
    `Another picture is already the ${where.layer} layer of view ${where.view} of ${where.work}; PUT this one there in its place.`,
  )
}

/** One more than the highest number among the keys. */
const nextKey = (keys: readonly string[]): string =>
  String(1 + Math.max(0, ...keys.map(key => (/^\d{1,6}$/.test(key) ? Number(key) : 0))))
