import type { Database } from 'better-sqlite3'
import type { CatalogueReader, Revised } from '../catalogue.js'
import type { StoryKind } from '../story.js'
import { visible } from './visible.js'

/** Answers `CatalogueReader.revision`, of an image alone by what is remembered of it. */
export function revisions(db: Database, image: CatalogueReader['image']): CatalogueReader['revision'] {
  const work = db.prepare<[string], string>(`SELECT updated_at FROM works WHERE id = ? AND ${visible.work}`).pluck()
  // A work that comes, comes later than all there are, and one that goes is one less: number and latest name the set
  const shownImage = db
    .prepare<[string], string>(`
      SELECT images.updated_at || (
        SELECT ' ' || count(*) || ' ' || coalesce(max(works.updated_at), '')
        FROM layers JOIN works ON works.id = layers.work WHERE layers.image = images.id AND ${visible.work})
      FROM images WHERE id = ? AND ${visible.image}`)
    .pluck()
  // Likewise the works and analyses that a story shows
  const story = db
    .prepare<[StoryKind, string], string>(`
      SELECT published || ' ' || published_at || (
        SELECT ' ' || count(*) || ' ' || coalesce(max(works.updated_at), '')
        FROM story_names JOIN works ON works.id = named
        WHERE story_names.kind = stories.kind AND story_names.slug = stories.slug AND named_kind = 'work'
          AND ${visible.work}) || (
        SELECT ' ' || count(*) || ' ' || coalesce(max(others.published_at), '')
        FROM story_names JOIN stories AS others ON others.kind = named_kind AND others.slug = named
        WHERE story_names.kind = stories.kind AND story_names.slug = stories.slug AND others.published IS NOT NULL)
      FROM stories WHERE kind = ? AND slug = ? AND ${visible.story}`)
    .pluck()
  const revisionOf: Readonly<Record<Revised, (id: string) => string | undefined>> = {
    work: id => work.get(id),
    image: id => image(id)?.updatedAt,
    'shown-image': id => shownImage.get(id),
    analysis: slug => story.get('analysis', slug),
    exhibition: slug => story.get('exhibition', slug),
  }
  return (of, id) => revisionOf[of](id)
}
