import type { CatalogueReader } from '../catalogue/catalogue.js'
import type { StoryReader } from '../catalogue/stories.js'
import { type StoryKind, storyKinds } from '../catalogue/story.js'
import { DomainError } from '../errors.js'
import type { PresentationContext } from '../presentation/context.js'
import type { Projection } from '../presentation/projections.js'
import { stageStory } from '../presentation/stories/stage.js'
import type { Staging } from '../presentation/stories/staging.js'
import { type StoryForm, type StoryProfile, storyFolders } from '../presentation/story-uris.js'
import type { Uris } from '../presentation/uris.js'
import { loadShown } from '../stories/shown.js'
import type { Query } from './asked.js'
import { findStory } from './found.js'
import type { Source } from './kept.js'
import type { DocumentOf, Names } from './presentation.js'

type Address = ReturnType<Uris['story']>

/** The documents of stories, and what stands below their manifests. */
export const storyDocuments = (reader: CatalogueReader, stories: StoryReader): Readonly<Record<string, DocumentOf>> =>
  Object.assign({}, ...storyKinds.map(kind => documentsOfKind(reader, stories, kind)))

function documentsOfKind(
  reader: CatalogueReader,
  stories: StoryReader,
  kind: StoryKind,
): Readonly<Record<string, DocumentOf>> {
  const below = `/${storyFolders[kind]}/:slug`
  const canvas = `${below}/canvas/:key`
  const of = ':of(^(?:comments|marks)$)'
  const staged = (names: Names, { profiles }: Projection, context: PresentationContext, query: Query) =>
    stagedStory({ reader, stories, context, kind, slug: names.slug, form: formOf(query, profiles) })
  const partAt =
    (idOf: (names: Names, at: Address) => string): DocumentOf =>
    async (names, projection, context, query) => {
      const { staging, source } = await staged(names, projection, context, query)
      const id = idOf(names, context.uris.story(kind, names.slug, staging.form))
      const content = projection.storyPart(staging, id, context)
      if (!content) throw new DomainError('not-found', `There is no such part of the ${kind} "${names.slug}".`)
      return { content, ...source }
    }
  return {
    [`${below}/manifest`]: async (names, projection, context, query) => {
      const { staging, source } = await staged(names, projection, context, query)
      return { content: projection.story(staging, context), ...source }
    },
    [`${below}/sequence/normal`]: partAt((_names, at) => at.sequence()),
    [`${below}/range/:key`]: partAt(({ key }, at) => at.range(key)),
    [canvas]: partAt(({ key }, at) => at.canvas(key)),
    [`${canvas}/painting`]: partAt(({ key }, at) => at.annotationPage(key)),
    [`${canvas}/painting/1`]: partAt(({ key }, at) => at.annotation(key)),
    [`${canvas}/${of}`]: partAt(({ key, of }, at) => at.comments(key, of)),
    [`${canvas}/${of}/:name`]: partAt(({ key, of, name }, at) => at.comment(key, of, name)),
  }
}

type StagedRequest = Readonly<{
  reader: CatalogueReader
  stories: StoryReader
  context: PresentationContext
  kind: StoryKind
  slug: string
  form: StoryForm
}>

/**
 * A story on canvases. The newest has a revision, which changes with the works and analyses that it shows; documents of
 * an earlier one hold while nothing at all is written.
 */
export async function stagedStory({
  reader,
  stories,
  context,
  kind,
  slug,
  form,
}: StagedRequest): Promise<Readonly<{ staging: Staging; source: Readonly<{ source?: Source }> }>> {
  // Before all that is read: what is written meanwhile makes the answer older, never newer, than it says
  const revision = form.revision === undefined ? reader.revision(kind, slug) : undefined
  const published = await findStory(reader, stories, kind, slug, form.revision)
  const staging = stageStory(published, form, await loadShown(reader, stories, published.story), context)
  return { staging, source: revision === undefined ? {} : { source: { of: kind, id: slug, revision } } }
}

/** @throws DomainError `invalid-request` where a parameter is not one that stories have */
export function formOf({ lang, revision, profile }: Query, profiles: readonly StoryProfile[] = []): StoryForm {
  if (lang !== undefined && !(typeof lang === 'string' && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/.test(lang)))
    throw new DomainError('invalid-request', 'Expected a language such as fr, en or nl for lang.')
  if (revision !== undefined && !(typeof revision === 'string' && /^[1-9]\d{0,8}$/.test(revision)))
    throw new DomainError('invalid-request', 'Expected the number of a revision for revision.')
  const known = profiles.find(each => each === profile)
  if (profile !== undefined && !known)
    throw new DomainError(
      'invalid-request',
      profiles.length > 0
        ? `Expected ${profiles.join(' or ')} for profile.`
        : 'Expected no profile: there is none here.',
    )
  return {
    ...(typeof lang === 'string' ? { language: lang } : {}),
    ...(typeof revision === 'string' ? { revision: Number(revision) } : {}),
    ...(known ? { profile: known } : {}),
  }
}
