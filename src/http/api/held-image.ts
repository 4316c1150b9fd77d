import type { FastifyRequest } from 'fastify'
import type { CatalogueWriter } from '../../catalogue/catalogue.js'
import type { CatalogueEditor, Held, StoredImage } from '../../catalogue/editing.js'
import type { Attachment } from '../../catalogue/model.js'
import { etagOf } from '../conditional.js'
import { expectedBy, staleFailure } from './conditions.js'

/** Who knows an image and the places where it hangs. */
export type ImageReads = Readonly<{
  editor: Pick<CatalogueEditor, 'image'>
  writer: Pick<CatalogueWriter, 'attachments'>
}>

/** What the API says of an image, with the revision that its ETag names. */
export async function heldImage(
  id: string,
  { editor, writer }: ImageReads,
): Promise<Held<ReturnType<typeof hungImageBody>> | undefined> {
  const image = await editor.image(id)
  if (!image) return undefined
  const value = hungImageBody(image, await writer.attachments(id))
  return { value, revision: etagOf(JSON.stringify(value)).slice(1, -1) }
}

/**
 * Holds the conditions of a request against an image.
 * @returns the version that is to be replaced, nothing where the image is to be new
 * @throws DomainError `stale`, `condition-required`
 */
export async function replacedBy(
  { headers }: Pick<FastifyRequest, 'headers'>,
  id: string,
  reads: ImageReads,
): Promise<string | undefined> {
  const expected = expectedBy(headers)
  const held = await heldImage(id, reads)
  const holds = expected === 'absent' ? !held : held !== undefined && expected.includes(held.revision)
  if (!holds) throw staleFailure(held, expected)
  return held?.value.image.version
}

/** Without where its pyramid stands. */
export const imageBody = ({ id, version, width, height, updatedAt, master }: StoredImage) => ({
  id,
  version,
  width,
  height,
  updatedAt,
  master,
})

const hungImageBody = (image: StoredImage, places: readonly Attachment[]) => ({
  image: imageBody(image),
  hung: places.map(({ work, view, layer }) => ({ image: image.id, work, view, layer })),
})
