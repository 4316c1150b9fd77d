import { gunzipSync, gzipSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import type { CatalogueReader, Outcome } from '../catalogue.js'
import type { BorrowedView, BorrowedWork } from '../model.js'
import { pictureTeller } from './hanging.js'
import type { Ledger } from './ledger.js'
import { jsonOf, type PictureRow, sameRecord, viewsFromRows } from './rows.js'
import type { Publication, workPutter } from './works.js'

/** Stores a borrowed work with its views and its owner's document; runs inside a transaction. */
export function loanPutter(
  db: Database,
  ledger: Ledger,
  putWork: ReturnType<typeof workPutter>,
): (loan: BorrowedWork, publication: Publication, at: string) => Outcome {
  const stored = db.prepare<[string], { document: Buffer }>('SELECT document FROM loans WHERE work = ?')
  const putDocument = db.prepare(`
    INSERT INTO loans (work, document) VALUES (?, ?) ON CONFLICT (work) DO UPDATE SET document = excluded.document`)
  const borrowed = db.prepare<[string], PictureRow>(`
    SELECT views.work, views.key, position, views.label, section, kind, borrowed_layers.label AS layerLabel, picture AS record
    FROM views JOIN borrowed_layers ON borrowed_layers.work = views.work AND borrowed_layers.view = views.key
    WHERE views.work = ? ORDER BY position, views.key`)
  const clearLayers = db.prepare('DELETE FROM borrowed_layers WHERE work = ?')
  const clearViews = db.prepare(`
    DELETE FROM views WHERE work = ? AND key NOT IN (SELECT view FROM layers WHERE layers.work = views.work)`)
  const putView = db.prepare(`
    INSERT INTO views (work, key, position, label) VALUES (@work, @key, @position, @label)
    ON CONFLICT (work, key) DO UPDATE SET position = excluded.position, label = excluded.label`)
  const putLayer = db.prepare(
    'INSERT INTO borrowed_layers (work, view, kind, label, picture) VALUES (@work, @view, @kind, @label, @picture)',
  )
  const tellPictured = pictureTeller(db)

  const hang = (work: string, views: readonly BorrowedView[]): void => {
    clearLayers.run(work)
    clearViews.run(work)
    for (const { key, position, label, layers } of views) {
      putView.run({ work, key, position, label: jsonOf(label) })
      for (const { kind, label, image } of layers)
        putLayer.run({ work, view: key, kind, label: jsonOf(label), picture: JSON.stringify(image) })
    }
    tellPictured(work)
  }

  return ({ record, views, document }, publication, at) => {
    const { id } = record
    const before = stored.get(id)
    const hanging = JSON.stringify(viewsFromRows(borrowed.all(id)).get(id) ?? [])
    const outcome = putWork(record, publication, at)
    if (!before || textOf(before.document) !== document) putDocument.run(id, gzipSync(document))
    if (sameRecord(hanging, views)) return outcome
    hang(id, views)
    if (outcome !== 'unchanged') return outcome
    ledger.touchWork(id, at)
    return 'updated'
  }
}

export function loanDocuments(db: Database): Pick<CatalogueReader, 'loanDocument'> {
  const published = db.prepare<[string], { document: Buffer }>(
    'SELECT document FROM loans JOIN works ON works.id = loans.work WHERE work = ? AND published = 1',
  )
  return {
    loanDocument: async work => {
      const row = published.get(work)
      return row && textOf(row.document)
    },
  }
}

const textOf = (document: Buffer): string => gunzipSync(document).toString('utf8')
