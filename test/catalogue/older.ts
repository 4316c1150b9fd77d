import Database from 'better-sqlite3'
import { migrate, migrations } from '../../src/catalogue/sqlite/migrate.js'

/** What `fillOlder` wrote of so many works: every tenth is a draft, every third has a picture. */
export const olderCounts = (works: number) => ({
  works,
  drafts: Math.floor(works / 10),
  images: Math.floor(works / 3),
  tombstones: 1,
})

/** Writes a catalogue as a program of an older version left it. @param version how many steps of the schema it knew */
export function fillOlder(path: string, version: 1 | 2 | 3, works: number): void {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  migrate(db, migrations.slice(0, version))
  const at = "strftime('%Y-%m-%dT%H:%M:%fZ', 1700000000 + n, 'unixepoch')"
  const numbers = (where = 'TRUE') => `
    WITH RECURSIVE numbered (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbered WHERE n < ${works}),
    picked (n, id, image) AS (SELECT n, printf('OLD%06d', n), printf('old%06d', n) FROM numbered WHERE ${where})`
  db.transaction(() =>
    db.exec(`
    INSERT INTO museums VALUES ('M0629', '{"id":"M0629","name":{"fr":["Palais des Beaux-Arts"]},"town":"Lille"}', '2023-01-01T00:00:00.000Z');
    INSERT INTO journal (at, verb, kind, id) VALUES ('2023-01-01T00:00:00.000Z', 'create', 'museum', 'M0629');
    ${numbers()} INSERT INTO works (id, folded, museum, home, published, pictured, record, updated_at)
      SELECT id, lower(id), 'M0629', 'M0629', n % 10 <> 0, n % 3 = 0, json_object('id', id, 'museum', 'M0629', 'title',
        json_object('fr', json_array('Œuvre ' || n)), 'inventory', 'inv. ' || n), ${at} FROM picked;
    ${numbers('n % 3 = 0')} INSERT INTO images (id, standalone, record) SELECT image, 0, json_object('id', image, 'version', 'v1',
      'width', 4000, 'height', 3001, 'tileSize', 512, 'levels', 4, 'pyramid', 'pyramids/' || image || '.tif', 'master',
      json_object('fileName', image || '.tif', 'format', 'tiff', 'bytes', 12, 'sha256', '00', 'width', 4000, 'height', 3001)) FROM picked;
    ${numbers('n % 3 = 0')} INSERT INTO views SELECT id, '1', 1, NULL FROM picked;
    ${numbers('n % 3 = 0')} INSERT INTO layers (work, view, kind, image) SELECT id, '1', 'visible', image FROM picked;
    ${numbers('n % 10 <> 0')} INSERT INTO journal (at, verb, kind, id) SELECT ${at}, 'create', 'work', id FROM picked;
    ${numbers('n % 10 <> 0 AND n % 3 = 0')} INSERT INTO journal (at, verb, kind, id)
      SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 1800000000 + n, 'unixepoch'), 'create', 'image', image FROM picked;
    INSERT INTO journal (at, verb, kind, id) VALUES ('2027-12-31T00:00:00.000Z', 'delete', 'work', 'GONE');
    INSERT INTO tombstones VALUES ('work', 'GONE', '2027-12-31T00:00:00.000Z');
    ${version > 1 ? "UPDATE images SET updated_at = '2023-06-01T00:00:00.000Z';" : ''}
  `),
  )()
  db.close()
}
