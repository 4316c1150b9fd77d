import type { Database } from 'better-sqlite3'
import type { Attachment, LanguageMap } from '../model.js'
import { jsonOf, sameRecord } from './rows.js'

type Place = {
  position: number
  label: string | null
  section: string | null
  layerLabel: string | null
  image: string
}
type Words = LanguageMap | Attachment['section']
type AttachmentRow = Pick<Attachment, 'work' | 'view' | 'position' | 'layer'> &
  Pick<Place, 'label' | 'section' | 'layerLabel'>

/** Where images hang: the layers of the views of works. */
export function hanger(db: Database) {
  const place = db.prepare<[string, string, string], Place>(`
    SELECT position, views.label, section, layers.label AS layerLabel, image
    FROM views JOIN layers ON layers.work = views.work AND layers.view = views.key
    WHERE views.work = ? AND views.key = ? AND layers.kind = ?`)
  // A view keeps its label and section where a further layer brings none.
  const putView = db.prepare(`
    INSERT INTO views (work, key, position, label, section) VALUES (@work, @view, @position, @label, @section)
    ON CONFLICT (work, key) DO UPDATE
    SET position = @position, label = coalesce(@label, label), section = coalesce(@section, section)`)
  const putLayer = db.prepare(`
    INSERT INTO layers (work, view, kind, image, label) VALUES (@work, @view, @layer, @image, @layerLabel)
    ON CONFLICT (work, view, kind) DO UPDATE SET image = @image, label = coalesce(@layerLabel, label)`)
  const pictured = db.prepare('UPDATE works SET pictured = 1 WHERE id = ? AND pictured = 0')
  const places = db.prepare<[string], AttachmentRow>(`
    SELECT views.work, views.key AS view, position, layers.kind AS layer, views.label, section, layers.label AS layerLabel
    FROM layers JOIN views ON views.work = layers.work AND views.key = layers.view
    WHERE layers.image = ? ORDER BY views.work, position, views.key`)
  const placeOf = ({ work, view, layer }: Attachment): Place | undefined => place.get(work, view, layer)

  return {
    /** Whether an image does not yet hang just so. */
    differs(image: string, attachment: Attachment): boolean {
      const { label, section, layerLabel, position } = attachment
      const there = placeOf(attachment)
      if (there?.image !== image || there.position !== position) return true
      return isNew(there.label, label) || isNew(there.section, section) || isNew(there.layerLabel, layerLabel)
    },
    /** The image that hangs in a place, if any. */
    occupant: (attachment: Attachment): readonly string[] => {
      const there = placeOf(attachment)
      return there ? [there.image] : []
    },
    hang(image: string, { label, section, layerLabel, ...rest }: Attachment): void {
      const { work, view, position, layer } = rest
      putView.run({ work, view, position, label: jsonOf(label), section: jsonOf(section) })
      putLayer.run({ work, view, layer, image, layerLabel: jsonOf(layerLabel) })
      pictured.run(work)
    },
    /** Every place of an image, drafts included. */
    attachments: (image: string): readonly Attachment[] =>
      places.all(image).map(({ label, section, layerLabel, ...where }) => ({
        ...where,
        ...(label && { label: JSON.parse(label) as LanguageMap }),
        ...(section && { section: JSON.parse(section) as NonNullable<Attachment['section']> }),
        ...(layerLabel && { layerLabel: JSON.parse(layerLabel) as LanguageMap }),
      })),
  }
}

const isNew = (there: string | null, words: Words): boolean => words !== undefined && !sameRecord(there, words)

/** Tells in a work's row whether it has views, once those have changed. */
export function pictureTeller(db: Database): (work: string) => void {
  const tell = db.prepare(`
    UPDATE works SET pictured = EXISTS (SELECT 1 FROM views WHERE views.work = works.id) WHERE id = ?`)
  return work => void tell.run(work)
}
