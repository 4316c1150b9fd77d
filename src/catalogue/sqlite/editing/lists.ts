import type { Database } from 'better-sqlite3'
import type { ImageRecord } from '../../../image/record.js'
import type { CatalogueEditor, ListedWork, SignedEntry, StoredImage } from '../../editing.js'
import type { Museum, WorkRecord } from '../../model.js'

type WorkRow = { id: string; published: number; pictured: number; record: string; updated_at: string }
type ImageRow = { record: string; updated_at: string }
type Page = { after: string; limit: number }
type Lists = Pick<CatalogueEditor, 'listMuseums' | 'listWorks' | 'listImages' | 'image' | 'journal'>

/** What curators page through, drafts included, in the order of the ids. */
export function listsOf(db: Database): Lists {
  const museums = db
    .prepare<Page, string>('SELECT record FROM museums WHERE id > @after ORDER BY id LIMIT @limit')
    .pluck()
  const worksWhere = (condition: string) =>
    db.prepare<Page & { museum: string }, WorkRow>(`
      SELECT id, published, pictured, record, updated_at FROM works
      WHERE id > @after ${condition} ORDER BY id LIMIT @limit`)
  const worksOf = {
    any: { any: worksWhere(''), one: worksWhere('AND museum = @museum') },
    draft: { any: worksWhere('AND published = 0'), one: worksWhere('AND published = 0 AND museum = @museum') },
    published: { any: worksWhere('AND published = 1'), one: worksWhere('AND published = 1 AND museum = @museum') },
  }
  const images = db.prepare<Page, ImageRow>(
    'SELECT record, updated_at FROM images WHERE id > @after ORDER BY id LIMIT @limit',
  )
  const image = db.prepare<[string], ImageRow>('SELECT record, updated_at FROM images WHERE id = ?')
  const entries = db.prepare<[number, number], SignedEntry>(
    'SELECT seq, at, verb, kind, id, "by" FROM journal WHERE seq > ? ORDER BY seq LIMIT ?',
  )
  return {
    listMuseums: async page => museums.all(page).map(record => JSON.parse(record) as Museum),
    listWorks: async ({ state, museum }, page) =>
      worksOf[state ?? 'any'][museum === undefined ? 'any' : 'one']
        .all({ ...page, museum: museum ?? '' })
        .map(workFrom),
    listImages: async page => images.all(page).map(imageFrom),
    image: async id => {
      const row = image.get(id)
      return row && imageFrom(row)
    },
    journal: async ({ after, limit }) => entries.all(after, limit),
  }
}

function workFrom({ id, published, pictured, record, updated_at }: WorkRow): ListedWork {
  const { title, inventory, museum } = JSON.parse(record) as WorkRecord
  return {
    id,
    state: published === 1 ? 'published' : 'draft',
    ...(title && { title }),
    ...(inventory !== undefined && { inventory }),
    ...(museum !== undefined && { museum }),
    pictured: pictured === 1,
    updatedAt: updated_at,
  }
}

const imageFrom = ({ record, updated_at }: ImageRow): StoredImage => ({
  ...(JSON.parse(record) as ImageRecord),
  updatedAt: updated_at,
})
