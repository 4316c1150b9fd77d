import type { Database } from 'better-sqlite3'

type View = { key: string; position: number; label: string | null; section: string | null }
type Layer = { view: string; kind: string; image: string; label: string | null }
type Borrowed = { view: string; kind: string; label: string | null; picture: string }

/** All that hangs in a work, row by row; the document of a borrowed work in Base64, still compressed. */
export type HungRows = Readonly<{
  views: readonly View[]
  layers: readonly Layer[]
  borrowed: readonly Borrowed[]
  document?: string
}>

/** Takes what hangs in a work and puts it back as it was; runs inside a transaction. */
export function hungRows(db: Database) {
  const views = db.prepare<[string], View>('SELECT key, position, label, section FROM views WHERE work = ?')
  const layers = db.prepare<[string], Layer>('SELECT view, kind, image, label FROM layers WHERE work = ?')
  const borrowed = db.prepare<[string], Borrowed>(
    'SELECT view, kind, label, picture FROM borrowed_layers WHERE work = ?',
  )
  const document = db.prepare<[string], Buffer>('SELECT document FROM loans WHERE work = ?').pluck()
  const putView = db.prepare(
    'INSERT INTO views (work, key, position, label, section) VALUES (@work, @key, @position, @label, @section)',
  )
  const putLayer = db.prepare(
    'INSERT INTO layers (work, view, kind, image, label) VALUES (@work, @view, @kind, @image, @label)',
  )
  const putBorrowed = db.prepare(
    'INSERT INTO borrowed_layers (work, view, kind, label, picture) VALUES (@work, @view, @kind, @label, @picture)',
  )
  const putDocument = db.prepare('INSERT INTO loans (work, document) VALUES (?, ?)')

  return {
    of(work: string): HungRows {
      const owners = document.get(work)
      const hung = { views: views.all(work), layers: layers.all(work), borrowed: borrowed.all(work) }
      return owners ? { ...hung, document: owners.toString('base64') } : hung
    },
    imagesIn: ({ layers }: HungRows): readonly string[] => layers.map(({ image }) => image),
    put(work: string, hung: HungRows): void {
      for (const view of hung.views) putView.run({ work, ...view })
      for (const layer of hung.layers) putLayer.run({ work, ...layer })
      for (const layer of hung.borrowed) putBorrowed.run({ work, ...layer })
      if (hung.document !== undefined) putDocument.run(work, Buffer.from(hung.document, 'base64'))
    },
  }
}
