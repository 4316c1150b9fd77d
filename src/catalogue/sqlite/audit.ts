import Database from 'better-sqlite3'
import { mostFlaws } from '../../config.js'
import { DomainError } from '../../errors.js'
import type { ImageRecord } from '../../image/record.js'
import type { Age, AuditedImage, CatalogueAudit, CatalogueFlaw } from '../audit.js'
import { type Doubt, doubts } from './doubts.js'
import { migrations } from './migrate.js'
import { auditedStories } from './stories/audit.js'
import { visible } from './visible.js'

type ImageRow = { id: string; record: string; published: number }

/** Read at a time, so that no read of the file lasts. */
const PAGE = 500

/** @throws DomainError `damaged` where the file is no SQLite database */
export function openAudit(path: string): CatalogueAudit {
  const db = new Database(path, { readonly: true, timeout: 10_000 })
  try {
    const age = ageOf(Number(db.pragma('user_version', { simple: true })))
    return { age, ...(age === 'current' ? vocabulary(db) : nothing), close: () => db.close() }
  } catch (cause) {
    db.close()
    throw cause instanceof Database.SqliteError
      ? new DomainError('damaged', `The catalogue cannot be read: ${cause.message}.`, { cause })
      : cause
  }
}

const ageOf = (version: number): Age =>
  version === migrations.length ? 'current' : version < migrations.length ? 'older' : 'newer'

/** Of a file with other tables than are known. */
const nothing: Omit<CatalogueAudit, 'age' | 'close'> = {
  count: () => ({ works: 0, images: 0 }),
  damage: () => [],
  flaws: () => [],
  publishedWorks: () => [],
  publishedStories: () => [],
  story: () => undefined,
  images: () => [],
  image: () => undefined,
}

function vocabulary(db: Database.Database): Omit<CatalogueAudit, 'age' | 'close'> {
  const counts = db.prepare<[], { works: number; images: number }>(
    'SELECT (SELECT count(*) FROM works WHERE published = 1) AS works, (SELECT count(*) FROM images) AS images',
  )
  const works = db
    .prepare<[string, number], string>('SELECT id FROM works WHERE published = 1 AND id > ? ORDER BY id LIMIT ?')
    .pluck()
  const image = `SELECT id, record, ${visible.image} AS published FROM images`
  const images = db.prepare<[string, number], ImageRow>(`${image} WHERE id > ? ORDER BY id LIMIT ?`)
  const oneImage = db.prepare<[string], ImageRow>(`${image} WHERE id = ?`)
  return {
    count: () => counts.get() ?? { works: 0, images: 0 },
    *damage() {
      for (const detail of attempt(() => db.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all()))
        if (detail !== 'ok') yield { kind: 'file-damaged', detail }
    },
    *flaws() {
      yield* brokenReferences(db)
      for (const doubt of doubts) yield* answersTo(db, doubt)
    },
    publishedWorks: () =>
      pages(
        after => works.all(after, PAGE),
        id => id,
      ),
    ...auditedStories(db, read =>
      pages(
        after => read(after, PAGE),
        slug => slug,
      ),
    ),
    *images() {
      const rows = pages(
        after => images.all(after, PAGE),
        ({ id }) => id,
      )
      for (const row of rows) {
        const audited = imageOf(row)
        if (audited) yield audited
      }
    },
    image(id) {
      const row = oneImage.get(id)
      return row && imageOf(row)
    },
  }
}

function* pages<Row>(read: (after: string) => readonly Row[], idOf: (row: Row) => string): Iterable<Row> {
  for (let after = '', full = true; full; ) {
    const page = read(after)
    yield* page
    const last = page.at(-1)
    full = page.length === PAGE
    if (last !== undefined) after = idOf(last)
  }
}

/** Records that cannot be read are told among the flaws. */
function imageOf({ record, published }: ImageRow): AuditedImage | undefined {
  try {
    return { record: JSON.parse(record) as ImageRecord, published: published === 1 }
  } catch {
    return undefined
  }
}

function* brokenReferences(db: Database.Database): Iterable<CatalogueFlaw> {
  const rows = db.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').iterate()
  const pairs = new Set<string>()
  for (const { table, parent } of rows) pairs.add(`${table} → ${parent}`)
  for (const detail of pairs) yield { kind: 'reference-broken', detail }
}

const answersTo = (db: Database.Database, { kind, about, sql }: Doubt): readonly CatalogueFlaw[] =>
  db
    .prepare<[number], { id: string; detail: string }>(`${sql} LIMIT ?`)
    .all(mostFlaws)
    .map(({ id, detail }) => ({ kind, ...(about && { about: { kind: about, id } }), detail }))

/** A file may be too damaged for the question itself; what SQLite says then is the answer. */
function attempt(ask: () => readonly string[]): readonly string[] {
  try {
    return ask()
  } catch (error) {
    if (error instanceof Database.SqliteError) return [error.message]
    throw error
  }
}
