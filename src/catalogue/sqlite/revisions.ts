import type { Database } from 'better-sqlite3'
import type { CatalogueReader, Revised } from '../catalogue.js'
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
  const revisionOf: Readonly<Record<Revised, (id: string) => string | undefined>> = {
    work: id => work.get(id),
    image: id => image(id)?.updatedAt,
    'shown-image': id => shownImage.get(id),
  }
  return (of, id) => revisionOf[of](id)
}
