import type { Database } from 'better-sqlite3'
import type { Museum, Work } from '../model.js'
import { type PictureRow, viewsFromRows, type WorkRow, workFromRow } from './rows.js'

type Id = { id: string }

/**
 * Reads works with their museums, views, layers and images, in the order asked: the published ones, or those in any state.
 * Lists of ids travel as one JSON parameter: a page costs the same few statements whatever its size.
 */
export function worksReader(db: Database, state: 'published' | 'any'): (ids: readonly string[]) => readonly Work[] {
  const someMuseums = db.prepare<[string], Id & { record: string }>(
    'SELECT id, record FROM museums WHERE id IN (SELECT value FROM json_each(?))',
  )
  const someWorks = db.prepare<[string], WorkRow>(`
    SELECT works.id, home, record, updated_at FROM json_each(?) AS wanted
    CROSS JOIN works ON works.id = wanted.value ${state === 'published' ? 'WHERE published = 1' : ''} ORDER BY wanted.key`)
  const pictures = db.prepare<[string], PictureRow>(`
    WITH hanging (work, view, kind, label, record) AS (
      SELECT work, view, kind, label, record FROM layers JOIN images ON images.id = layers.image
      UNION ALL SELECT work, view, kind, label, picture FROM borrowed_layers)
    SELECT views.work, views.key, position, views.label, section, kind, hanging.label AS layerLabel, hanging.record
    FROM json_each(?) AS wanted
    CROSS JOIN views ON views.work = wanted.value
    JOIN hanging ON hanging.work = views.work AND hanging.view = views.key ORDER BY views.work, position, views.key`)

  return ids => {
    const rows = someWorks.all(JSON.stringify(ids))
    if (rows.length === 0) return []
    const homes = new Set(rows.flatMap(({ home }) => home ?? []))
    const museums = homes.size === 0 ? [] : someMuseums.all(JSON.stringify([...homes]))
    const museumOf = new Map(museums.map(({ id, record }) => [id, JSON.parse(record) as Museum]))
    const views = viewsFromRows(pictures.all(JSON.stringify([...new Set(rows.map(({ id }) => id))])))
    return rows.map(row => workFromRow(row, museumOf, views))
  }
}
