import type { Database } from 'better-sqlite3'
import { DomainError } from '../../errors.js'
import type { ImageRecord } from '../../image/record.js'
import type { Outcome, PutImageOptions, PyramidChecksum } from '../catalogue.js'
import type { Attachment } from '../model.js'
import { hanger } from './hanging.js'
import type { Ledger } from './ledger.js'
import { sameRecord } from './rows.js'
import { secondAfter } from './transaction.js'

type Stored = { standalone: number; record: string; updated_at: string }

/**
 * Stores an image and, where given, hangs it; the works that show it change with it. One that hangs nowhere is public
 * unless it is a draft. Runs inside a transaction.
 */
export function imagePutter(
  db: Database,
  ledger: Ledger,
): (image: ImageRecord, attachment: Attachment | undefined, options: PutImageOptions, at: string) => Outcome {
  const stored = db.prepare<[string], Stored>('SELECT standalone, record, updated_at FROM images WHERE id = ?')
  const write = db.prepare(`
    INSERT INTO images (id, standalone, record, updated_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE
    SET standalone = excluded.standalone, record = excluded.record, updated_at = excluded.updated_at`)
  const worksShowing = db.prepare<[string], { id: string }>(
    'SELECT DISTINCT work AS id FROM layers WHERE image = ? ORDER BY work',
  )
  const workExists = db.prepare('SELECT 1 FROM works WHERE id = ?')
  const hanging = hanger(db)

  return (image, attachment, { draft = false, replaces }, at) => {
    if (attachment && !workExists.get(attachment.work))
      throw new DomainError('not-found', `There is no work "${attachment.work}" to hang the image "${image.id}" in.`)
    const before = stored.get(image.id)
    const changed = !before || !sameRecord(before.record, image)
    if (changed && replaces !== undefined) checkReplaced(image.id, before?.record, replaces)
    const moved = attachment !== undefined && hanging.differs(image.id, attachment)
    const alone = !attachment && worksShowing.get(image.id) === undefined
    const standalone = alone && (!draft || before?.standalone === 1)
    if (!changed && !moved && standalone === (before.standalone === 1)) return 'unchanged'

    const recordImages = ledger.watchImages([image.id, ...(attachment && moved ? hanging.occupant(attachment) : [])])
    const since = !before ? at : changed ? secondAfter(before.updated_at, at) : before.updated_at
    write.run(image.id, standalone ? 1 : 0, JSON.stringify(image), since)
    if (attachment && moved) hanging.hang(image.id, attachment)
    recordImages(at, changed ? image.id : undefined)
    const touched = changed ? worksShowing.all(image.id).map(({ id }) => id) : attachment ? [attachment.work] : []
    for (const work of touched) ledger.touchWork(work, at)
    return before ? 'updated' : 'created'
  }
}

/** Adds a checksum to the record of that version of an image, where it has none. Runs inside a transaction. */
export function checksumNoter(db: Database): (checksum: PyramidChecksum) => boolean {
  const note = db.prepare(`
    UPDATE images SET record = json_set(record, '$.pyramidSha256', @sha256)
    WHERE id = @image AND json_extract(record, '$.version') = @version AND json_extract(record, '$.pyramidSha256') IS NULL`)
  return checksum => note.run(checksum).changes > 0
}

function checkReplaced(id: string, stored: string | undefined, replaces: string): void {
  const version = stored === undefined ? undefined : (JSON.parse(stored) as ImageRecord).version
  if (version !== replaces)
    throw new DomainError(
      'conflict',
      `The image "${id}" has changed since it was read; read it again, then replace it.`,
    )
}
