import type { Database } from 'better-sqlite3'
import type { CatalogueWriter } from '../catalogue.js'
import type { WorkRecord } from '../model.js'
import { hanger } from './hanging.js'
import { checksumNoter, imagePutter } from './images.js'
import type { Ledger } from './ledger.js'
import { loanPutter } from './loans.js'
import { museumPutter } from './museums.js'
import { imageFromRow } from './rows.js'
import type { Transact } from './transaction.js'
import { workDeleter, workPutter } from './works.js'

export function sqliteWriter(db: Database, transact: Transact, ledger: Ledger): CatalogueWriter {
  const putMuseum = museumPutter(db, ledger)
  const putWork = workPutter(db, ledger)
  const putLoan = loanPutter(db, ledger, putWork)
  const putImage = imagePutter(db, ledger)
  const noteChecksum = checksumNoter(db)
  const deleteWork = workDeleter(db, ledger)
  const { attachments } = hanger(db)
  const someImages = db.prepare<[string], { record: string }>(`
    SELECT record FROM json_each(?) AS wanted CROSS JOIN images ON images.id = wanted.value ORDER BY wanted.key`)
  const someRecords = db.prepare<[string], { record: string }>(`
    SELECT record FROM json_each(?) AS wanted CROSS JOIN works ON works.id = wanted.value ORDER BY wanted.key`)
  const spelt = db.prepare<[string], { folded: string; id: string }>(
    'SELECT folded, id FROM works WHERE folded IN (SELECT value FROM json_each(?)) ORDER BY id DESC',
  )

  return {
    putMuseums: async (museums, { preview = false } = {}) =>
      transact(!preview, at => museums.map(museum => putMuseum(museum, at))),
    putWorks: async (works, { preview = false, draft = false } = {}) =>
      transact(!preview, at => works.map(work => putWork(work, draft ? 'keep' : 'publish', at))),
    putLoans: async (loans, { preview = false, draft = false } = {}) =>
      transact(!preview, at => loans.map(loan => putLoan(loan, draft ? 'keep' : 'publish', at))),
    putImage: async (image, attachment, options = {}) =>
      transact(true, at => putImage(image, attachment, options, at), options.by),
    noteChecksums: async checksums => transact(true, () => checksums.filter(noteChecksum).length),
    deleteWorks: async ids => transact(true, at => ids.filter(id => deleteWork(id, at)).length),
    records: async ids => someRecords.all(JSON.stringify(ids)).map(({ record }) => JSON.parse(record) as WorkRecord),
    images: async ids => someImages.all(JSON.stringify(ids)).map(imageFromRow),
    attachments: async image => attachments(image),
    spellings: async ids => {
      const folded = ids.map(id => id.toLowerCase())
      return new Map(spelt.all(JSON.stringify(folded)).map(row => [row.folded, row.id]))
    },
  }
}
