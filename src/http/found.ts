import type { CatalogueReader, MuseumSummary } from '../catalogue/catalogue.js'
import type { Kind, Work, WorkInFull } from '../catalogue/model.js'
import type { StoryReader } from '../catalogue/stories.js'
import type { PublishedStory, StoryKind } from '../catalogue/story.js'
import { DomainError } from '../errors.js'

/** @throws DomainError `gone` or `not-found` */
export const findMuseum = async (reader: CatalogueReader, id: string): Promise<MuseumSummary> =>
  (await reader.museum(id)) ?? missing(reader, 'museum', id)

/** @throws DomainError `gone` or `not-found` */
export async function findWork(reader: CatalogueReader, id: string): Promise<Work> {
  const [work] = await reader.works([id])
  return work ?? missing(reader, 'work', id)
}

/** @throws DomainError `gone` or `not-found` */
export const findWorkInFull = async (reader: CatalogueReader, id: string): Promise<WorkInFull> =>
  (await reader.workInFull(id)) ?? missing(reader, 'work', id)

export async function missing(reader: CatalogueReader, kind: Kind, id: string): Promise<never> {
  if ((await reader.presence(kind, id)) === 'gone') {
    throw new DomainError('gone', `The ${kind} "${id}" has been withdrawn.`, { details: { kind } })
  }
  throw new DomainError('not-found', `There is no ${kind} "${id}".`)
}

/**
 * A story at its public address, or an earlier published revision of it.
 * @throws DomainError `gone` or `not-found`
 */
export async function findStory(
  reader: CatalogueReader,
  stories: StoryReader,
  kind: StoryKind,
  slug: string,
  revision?: number,
): Promise<PublishedStory> {
  const found = await stories.published(kind, slug, revision)
  if (found) return found
  if (revision === undefined || (await reader.presence(kind, slug)) !== 'present') return missing(reader, kind, slug)
  throw new DomainError('not-found', `There is no published revision ${revision} of the ${kind} "${slug}".`)
}
