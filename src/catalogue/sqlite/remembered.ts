import type { Database } from 'better-sqlite3'
import { rememberedImages } from '../../config.js'
import type { ImageRecord } from '../../image/record.js'
import type { CatalogueReader, PublishedImage } from '../catalogue.js'
import { visible } from './visible.js'

type Row = { record: string; updated_at: string }
type Remembered = Readonly<{ epoch: number; row: Row; image: PublishedImage }>

/** Published images by id, kept in memory; looked at again, one statement each, once anything has been written. */
export function imageMemory(db: Database, capacity = rememberedImages): Pick<CatalogueReader, 'epoch' | 'image'> {
  // Changes when another connection commits, in this process or elsewhere; this connection never writes.
  const dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck()
  const published = db.prepare<[string], Row>(`SELECT record, updated_at FROM images WHERE id = ? AND ${visible.image}`)
  // A Map keeps the order of insertion: the first key was looked up longest ago.
  const memory = new Map<string, Remembered>()

  const epoch = (): number => dataVersion.get() ?? 0
  return {
    epoch,
    image(id) {
      const now = epoch()
      const known = memory.get(id)
      if (known?.epoch === now) return known.image
      memory.delete(id)
      const row = published.get(id)
      if (!row) return undefined
      const image = known && sameRow(known.row, row) ? known.image : imageOf(row)
      memory.set(id, { epoch: now, row, image })
      for (const oldest of memory.keys()) {
        if (memory.size <= capacity) break
        memory.delete(oldest)
      }
      return image
    },
  }
}

const sameRow = (a: Row, b: Row): boolean => a.updated_at === b.updated_at && a.record === b.record

const imageOf = ({ record, updated_at }: Row): PublishedImage => ({
  ...(JSON.parse(record) as ImageRecord),
  updatedAt: updated_at,
})
