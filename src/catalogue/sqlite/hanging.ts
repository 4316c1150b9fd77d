import type { Database } from 'better-sqlite3'
import type { Attachment, LanguageMap, LayerKind } from '../model.js'
import { sameRecord } from './rows.js'

type Place = { position: number; label: string | null; image: string }
type AttachmentRow = { work: string; view: string; position: number; layer: LayerKind; label: string | null }

/** Where images hang: the layers of the views of works. */
export function hanger(db: Database) {
  const place = db.prepare<[string, string, string], Place>(`
    SELECT position, label, image FROM views JOIN layers ON layers.work = views.work AND layers.view = views.key
    WHERE views.work = ? AND views.key = ? AND layers.kind = ?`)
  // A view keeps its label where a further layer brings none.
  const putView = db.prepare(`
    INSERT INTO views (work, key, position, label) VALUES (@work, @view, @position, @label)
    ON CONFLICT (work, key) DO UPDATE SET position = @position, label = coalesce(@label, label)`)
  const putLayer = db.prepare(`
    INSERT INTO layers (work, view, kind, image) VALUES (@work, @view, @layer, @image)
    ON CONFLICT (work, view, kind) DO UPDATE SET image = @image`)
  const pictured = db.prepare('UPDATE works SET pictured = 1 WHERE id = ? AND pictured = 0')
  const places = db.prepare<[string], AttachmentRow>(`
    SELECT views.work, views.key AS view, position, layers.kind AS layer, label
    FROM layers JOIN views ON views.work = layers.work AND views.key = layers.view
    WHERE layers.image = ? ORDER BY views.work, position, views.key`)
  const placeOf = ({ work, view, layer }: Attachment): Place | undefined => place.get(work, view, layer)

  return {
    /** Whether an image does not yet hang just so. */
    differs(image: string, attachment: Attachment): boolean {
      const { label, position } = attachment
      const there = placeOf(attachment)
      const sameLabel = label === undefined || (there !== undefined && sameRecord(there.label, label))
      return there?.image !== image || there.position !== position || !sameLabel
    },
    /** The image that hangs in a place, if any. */
    occupant: (attachment: Attachment): readonly string[] => {
      const there = placeOf(attachment)
      return there ? [there.image] : []
    },
    hang(image: string, { label, ...rest }: Attachment): void {
      const { work, view, position, layer } = rest
      putView.run({ work, view, position, label: label ? JSON.stringify(label) : null })
      putLayer.run({ work, view, layer, image })
      pictured.run(work)
    },
    /** Every place of an image, drafts included. */
    attachments: (image: string): readonly Attachment[] =>
      places
        .all(image)
        .map(({ label, ...where }) => ({ ...where, ...(label && { label: JSON.parse(label) as LanguageMap }) })),
  }
}
