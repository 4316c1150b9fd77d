import type { Database } from 'better-sqlite3'
import { DomainError } from '../../../errors.js'
import type { EditedLayer, EditedView, LayerInput } from '../../editing.js'
import type { BorrowedImage, LayerKind } from '../../model.js'
import { pictureTeller } from '../hanging.js'
import type { Ledger } from '../ledger.js'
import { jsonOf, labelled, rankOf } from '../rows.js'

/** Where a view stands in its work: its place in the order, and its section of the table of contents as it is stored. */
export type Seat = { position: number; section: string | null }
type ViewRow = { key: string; label: string | null } & Seat
type LayerRow = { kind: LayerKind; label: string | null; image: string | null; picture: string | null }
type Id = { id: string }

export type Hangings = ReturnType<typeof hangingsIn>

/** The views of works and their layers, as editors see them; all that writes runs inside a transaction. */
export function hangingsIn(db: Database, ledger: Ledger) {
  const hasWork = db.prepare('SELECT 1 FROM works WHERE id = ?')
  const keys = db.prepare<[string], string>('SELECT key FROM views WHERE work = ? ORDER BY position, key').pluck()
  const oneView = db.prepare<[string, string], ViewRow>(
    'SELECT key, label, position, section FROM views WHERE work = ? AND key = ?',
  )
  const layersOf = db.prepare<{ work: string; view: string }, LayerRow>(`
    SELECT kind, label, image, NULL AS picture FROM layers WHERE work = @work AND view = @view
    UNION ALL SELECT kind, label, NULL, picture FROM borrowed_layers WHERE work = @work AND view = @view`)
  const putView = db.prepare(`
    INSERT INTO views (work, key, position, label, section)
    VALUES (@work, @key, coalesce(@position, (SELECT max(position) + 1 FROM views WHERE work = @work), 1), @label, @section)
    ON CONFLICT (work, key) DO UPDATE SET position = coalesce(@position, position), label = excluded.label,
      section = coalesce(@section, section)`)
  const place = db.prepare('UPDATE views SET position = ? WHERE work = ? AND key = ?')
  const putLayer = db.prepare(`
    INSERT INTO layers (work, view, kind, image, label) VALUES (@work, @view, @kind, @image, @label)
    ON CONFLICT (work, view, kind) DO UPDATE SET image = excluded.image, label = excluded.label`)
  const removeLayer = db.prepare('DELETE FROM layers WHERE work = ? AND view = ? AND kind = ?')
  const removeView = db.prepare('DELETE FROM views WHERE work = ? AND key = ?')
  const missingImages = db
    .prepare<[string], string>('SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM images)')
    .pluck()
  const adopt = db.prepare<[string], Id>(
    'UPDATE images SET standalone = 0 WHERE id = ? AND EXISTS (SELECT 1 FROM layers WHERE image = images.id)',
  )
  const tellPictured = pictureTeller(db)

  const view = (work: string, key: string): EditedView | undefined => {
    const row = oneView.get(work, key)
    if (!row) return undefined
    const layers = layersOf.all({ work, view: key }).map(layerFrom)
    return { key, ...labelled(row.label), layers: layers.sort((a, b) => rankOf(a) - rankOf(b)) }
  }

  return {
    hasWork: (work: string): boolean => hasWork.get(work) !== undefined,
    keys: (work: string): readonly string[] => keys.all(work),
    view,
    seat(work: string, key: string): Seat | undefined {
      const row = oneView.get(work, key)
      return row && { position: row.position, section: row.section }
    },
    place: (work: string, key: string, position: number): void => void place.run(position, work, key),
    /** Without a seat a view stays where it is, and a new one comes last. */
    putView(work: string, { key, label }: Pick<EditedView, 'key' | 'label'>, seat?: Seat): void {
      const { position = null, section = null } = seat ?? {}
      putView.run({ work, key, position, section, label: jsonOf(label) })
    },
    putLayer(work: string, view: string, { kind, image, label }: LayerInput): void {
      putLayer.run({ work, view, kind, image, label: jsonOf(label) })
    },
    removeLayer: (work: string, view: string, kind: LayerKind): void => void removeLayer.run(work, view, kind),
    removeView: (work: string, key: string): void => void removeView.run(work, key),
    /** Changes what hangs in a work; the images that this concerns may become public or cease to be. */
    change(work: string, images: readonly string[], at: string, change: () => void): void {
      requireImages(missingImages.all(JSON.stringify(images)))
      const recordImages = ledger.watchImages(images)
      change()
      for (const image of images) adopt.run(image)
      tellPictured(work)
      recordImages(at)
      ledger.touchWork(work, at)
    },
  }
}

export const imagesOf = ({ layers }: Pick<EditedView, 'layers'>): readonly string[] =>
  layers.flatMap(({ image }) => image ?? [])

function requireImages(missing: readonly string[]): void {
  if (missing.length === 0) return
  const names = missing.map(id => `"${id}"`).join(', ')
  throw new DomainError(
    'refused',
    `There is no image ${names} in the catalogue; upload it first (POST /api/images), then hang it.`,
  )
}

const layerFrom = ({ kind, label, image, picture }: LayerRow): EditedLayer => ({
  kind,
  ...(image === null ? {} : { image }),
  ...(picture === null ? {} : { borrowed: JSON.parse(picture) as BorrowedImage }),
  ...labelled(label),
})
