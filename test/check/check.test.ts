import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import type { ImageRecord } from '../../src/image/record.js'
import { loanOf } from '../contract/catalogue.js'
import { schemaPath } from '../presentation/schema.js'
import { needs, shared } from '../shared.js'
import { check, copyOf, fillCollection, tamper } from './collection.js'

const sound = mkdtempSync(join(tmpdir(), 'beffroi-check-'))
await fillCollection(sound)
t.teardown(() => rmSync(sound, { recursive: true }))

const recordOf = (data: string, id: string): ImageRecord => {
  const db = new Database(join(data, 'catalogue.db'), { readonly: true })
  const record = db.prepare<[string], string>('SELECT record FROM images WHERE id = ?').pluck().get(id)
  db.close()
  return JSON.parse(record ?? '')
}

const pyramidOf = (data: string, id: string): string => join(data, recordOf(data, id).pyramid)

async function flip(path: string): Promise<void> {
  const file = await open(path, 'r+')
  const { size } = await file.stat()
  const at = Math.floor(size / 2)
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at)
  await file.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, at)
  await file.close()
}

/** What a damage is called, on a copy of the collection that was damaged so. */
async function afterwards(t: Test, damage: (data: string) => unknown, ...words: readonly string[]) {
  const data = await copyOf(t, sound)
  await damage(data)
  return check(data, ...words)
}

t.test('a sound collection is told so, with what was checked, and the exit code is 0', async t => {
  const { code, report, stderr } = await check(sound)
  t.equal(code, 0, report)
  t.equal(stderr, '')
  t.match(report, /^Check of the collection\n {2}Address: http:\/\/127\.0\.0\.1:8080\n/)
  t.match(report, / 4 published works\n/)
  // The network, a museum and the loose works, in two versions
  t.match(report, / 6 collections and their pages\n/)
  t.match(report, / 8 manifests\n/)
  t.match(report, / 6 descriptions of images/)
  // 1300 × 900 in tiles of 512: 3 × 2 + 2 × 1 + 1 and 3 sizes; 200 × 300: 1 and 1; twice, since there are two versions
  t.match(report, ` ${2 * (2 * (6 + 2 + 1 + 3) + 2)} tiles and sizes planned`)
  t.match(report, / 3 pyramids\n/)
  t.match(report, /\n\nAll is well\.\n$/)
})

t.test('it changes nothing of the data directory', async t => {
  const data = await copyOf(t, sound)
  const names = async () =>
    (await readdir(data, { recursive: true })).filter(name => !/-(wal|shm)$/.test(name)).toSorted()
  const [before, catalogue] = [await names(), await readFile(join(data, 'catalogue.db'))]
  t.equal((await check(data)).code, 0)
  t.strictSame(await names(), before)
  t.ok(catalogue.equals(await readFile(join(data, 'catalogue.db'))))
})

t.test('one bit that changed in a pyramid is found, and named by the work that shows it', async t => {
  const { code, report, stderr } = await afterwards(t, data => flip(pyramidOf(data, 'leaf-1')))
  t.equal(code, 1)
  t.match(
    report,
    /ERRORS: 1\n\n {2}The file of the pyramid is no longer the one that was ingested: bytes have changed\. \(1\)/,
  )
  t.match(report, /- work leaf “Œuvre leaf”, image leaf-1: SHA-256 [0-9a-f]{64} instead of [0-9a-f]{64} \(pyramids\//)
  t.match(report, /What to do: Restore this file from a backup, or delete it/)
  t.match(stderr, /Not all is well: 1 wrong/)
})

t.test('--quick passes over bytes, and says so', async t => {
  const { code, report } = await afterwards(t, data => flip(pyramidOf(data, 'leaf-1')), '--quick')
  t.equal(code, 0)
  t.match(report, /A quick check: the bytes of pyramids were not read/)
  t.notMatch(report, /megabytes/)
})

t.test('pyramids that are cut, of another picture, or gone are told apart', async t => {
  const cut = await afterwards(t, async data => truncate(pyramidOf(data, 'album-1'), 3000), '--quick')
  t.match(cut.report, /cannot be read or is not the one.*\n.*\n {4}- work album “Œuvre album”, image album-1: /)
  const other = await afterwards(t, async data => {
    await writeFile(pyramidOf(data, 'album-1'), await readFile(pyramidOf(data, 'leaf-1')))
  })
  t.match(other.report, 'image album-1: it has 1 levels instead of 3')
  const gone = await afterwards(t, data => rm(pyramidOf(data, 'album-1')))
  t.match(
    gone.report,
    /The file of the pyramid is missing\. \(1\)[\s\S]*- work album “Œuvre album”, image album-1 \(pyramids/,
  )
  for (const { code } of [cut, other, gone]) t.equal(code, 1)
})

t.test('pyramids without a checksum get one, which is no change of anything public', async t => {
  const data = await copyOf(t, sound)
  tamper(data, "UPDATE images SET record = json_remove(record, '$.pyramidSha256')")
  const state = () => {
    const db = new Database(join(data, 'catalogue.db'), { readonly: true })
    const all = db.prepare('SELECT id, updated_at FROM works UNION ALL SELECT id, updated_at FROM images').all()
    const journal = db.prepare('SELECT * FROM journal').all()
    db.close()
    return { all, journal }
  }
  const before = state()
  t.equal((await check(data, '--quick')).code, 0)
  t.equal(recordOf(data, 'leaf-1').pyramidSha256, undefined, 'a quick check reads no bytes')
  t.match(await check(data), { code: 0, report: / 3 checksums noted for the first time\n/ })
  t.strictSame(state(), before)
  t.strictSame(recordOf(data, 'leaf-1'), recordOf(sound, 'leaf-1'), 'the same that ingest noted')
  await flip(pyramidOf(data, 'leaf-1'))
  t.match(await check(data), { code: 1, report: /bytes have changed/ })
})

t.test('a first checksum is not believed where a tile is no tile', async t => {
  const { code, report } = await afterwards(t, async data => {
    tamper(data, "UPDATE images SET record = json_remove(record, '$.pyramidSha256')")
    const path = pyramidOf(data, 'leaf-1')
    const file = await open(path, 'r+')
    const bytes = await readFile(path)
    // Start of scan of the only tile
    const scan = bytes.lastIndexOf(Buffer.from([0xff, 0xda]))
    await file.write(Buffer.from([0xff, 0xd9]), 0, 2, scan)
    await file.close()
  })
  t.equal(code, 1)
  t.match(report, /image leaf-1: level 0, tile 0: /)
  t.match(report, / 2 checksums noted/)
})

t.test('files that no image names are warnings, once they are old enough to be left-overs', async t => {
  const data = await copyOf(t, sound)
  const stray = join(data, 'pyramids', 'zz', 'old.0123456789ab.tif')
  await mkdir(dirname(stray))
  await writeFile(stray, 'x'.repeat(200_000))
  t.notMatch(await check(data), { report: /WARNINGS/ }, 'somebody may be ingesting it just now')
  await utimes(stray, 0, 0)
  const { code, report } = await check(data)
  t.equal(code, 0)
  t.match(report, /WARNINGS: 1\n\n {2}No image of the catalogue has this file/)
  t.match(report, '- pyramids/zz/old.0123456789ab.tif: 0.2 MB')
})

t.test('uploaded masters that no image was made from are warnings, and uploads on their way are none', async t => {
  const data = await copyOf(t, sound)
  await mkdir(join(data, 'masters', 'incoming'), { recursive: true })
  const [used, unused] = [join(data, 'masters', 'used.png'), join(data, 'masters', 'unused.png')]
  await writeFile(used, await readFile(join(data, 'originals', 'leaf-1.png')))
  await writeFile(unused, 'nothing of ours')
  const part = join(data, 'masters', 'incoming', '0123456789abcdef01234567.part')
  await writeFile(part, 'some bytes')
  for (const path of [used, unused, part]) await utimes(path, 0, 0)
  const { code, report } = await check(data)
  t.equal(code, 0)
  t.match(report, /WARNINGS: 1\n[\s\S]*- masters\/unused\.png/)
})

t.test('a damaged store of derivatives is a warning, and stays as it is', async t => {
  const data = await copyOf(t, sound)
  await writeFile(join(data, 'derivatives.db'), 'no database at all'.repeat(100))
  const { code, report } = await check(data)
  t.equal(code, 0)
  t.match(report, /derivatives\.db\) is damaged\. \(1\)[\s\S]*- derivatives\.db: file is not a database/)
  t.equal((await stat(join(data, 'derivatives.db'))).size, 1800)
})

t.test('a record that somebody damaged is named, and so is what it makes of documents', async t => {
  const { code, report } = await afterwards(t, data =>
    tamper(data, `UPDATE works SET record = '{"id": "le' WHERE id = 'leaf'`),
  )
  t.equal(code, 1)
  t.match(report, /The record is damaged\. \(1\)[\s\S]*- work leaf: the record is no JSON/)
  t.match(report, /An address that our documents give does not answer[\s\S]*- work leaf: it answers 500 \(/)
  t.match(report, /A collection does not answer.*\n.*\n {4}- museum M0629: it answers 500 \(/)
  t.notMatch(report, /no collection leads to it/, 'which nobody can know of a collection that is silent')
})

t.test('what the tables say wrongly of each other is found by name', async t => {
  const damages: readonly (readonly [sql: string, found: RegExp])[] = [
    [
      `UPDATE works SET record = json_set(record, '$.id', 'other') WHERE id = 'bare'`,
      /- work bare.*the record names other/,
    ],
    [`DELETE FROM images WHERE id = 'leaf-1'`, /- work leaf.*view 1 shows image leaf-1, which is not there/],
    [`DELETE FROM layers WHERE work = 'leaf'`, /A view of the work has no picture[\s\S]*- work leaf.*view 1/],
    [`UPDATE works SET pictured = 1 WHERE id = 'bare'`, /- work bare.*listed as pictured/],
    [`DELETE FROM journal WHERE kind = 'work' AND id = 'bare'`, /- work bare.*the journal says nothing/],
    [
      `INSERT INTO journal (at, verb, kind, id) VALUES ('2026-06-01T00:00:00Z', 'create', 'work', 'ghost')`,
      /- work ghost: it is not published, but the journal says create/,
    ],
    [
      `INSERT INTO journal (at, verb, kind, id) VALUES ('2020-01-01T00:00:00Z', 'update', 'work', 'bare')`,
      /The journal is not in the order of its dates/,
    ],
  ]
  for (const [sql, found] of damages) {
    const { code, report } = await afterwards(t, data => tamper(data, sql), '--quick')
    t.equal(code, 1, sql)
    t.match(report, found, sql)
  }
})

t.test('a published work that no collection leads to is found, and checked all the same', async t => {
  const { code, report } = await afterwards(t, data =>
    tamper(data, `UPDATE works SET home = 'M9999' WHERE id = 'bare'`),
  )
  t.equal(code, 1)
  t.match(report, /no collection leads to it\. \(2\)/, 'in neither version')
  t.match(
    report,
    /- work bare “Œuvre bare” \(http:\/\/127\.0\.0\.1:8080\/iiif\/presentation\/3\/works\/bare\/manifest\)/,
  )
  t.match(report, / 8 manifests\n/)
})

t.test('a document that does not follow the schema is told by its address and the place in it', async t => {
  const data = await copyOf(t, sound)
  const { writer, close } = openCatalogue(join(data, 'catalogue.db'), () => new Date())
  const loan = loanOf('loan', ['a', 'b'])
  const homepages = [{ address: 'https://lender.example.org/%zz', label: { fr: ['Notice'] } }]
  await writer.putLoans([{ ...loan, record: { ...loan.record, loan: { ...loan.record.loan, homepages } } }])
  close()
  const { code, report } = await check(data)
  t.equal(code, 1)
  t.match(report, /does not follow the schema: viewers may fail to show it\. \(2\)/, 'in both versions')
  t.match(report, /- work loan “Œuvre loan”: \/homepage\/0\/id must match pattern.*works\/loan\/manifest\)/)
})

t.test('a catalogue that cannot be read, or is of another version, ends the check', async t => {
  const torn = await afterwards(t, async data => {
    const file = await open(join(data, 'catalogue.db'), 'r+')
    await file.write(Buffer.alloc(20_000, 7), 0, 20_000, 8192)
    await file.close()
  })
  t.match(torn, { code: 1, report: /file of the database is damaged[\s\S]*The rest could not be checked/ })
  const none = await afterwards(t, data => writeFile(join(data, 'catalogue.db'), 'no database'.repeat(100)))
  t.match(none, { code: 1, report: /database of the catalogue cannot be read[\s\S]*not a database/ })
  const older = await afterwards(t, data => tamper(data, 'PRAGMA user_version = 3'))
  t.match(older, { code: 1, report: /of an older version of Beffroi\. \(1\)[\s\S]*Start the server once/ })
  const newer = await afterwards(t, data => tamper(data, 'PRAGMA user_version = 300'))
  t.match(newer, { code: 1, report: /of a newer version of Beffroi/ })
})

t.test('where there is no catalogue, none is made', async t => {
  const data = t.testdir({})
  t.match(await check(data), { code: 1, stderr: /There is no catalogue in the data directory/ })
  t.strictSame(await readdir(data), [])
})

t.test('it works while another process writes, and waits for nobody', async t => {
  const data = await copyOf(t, sound)
  const writing = new Database(join(data, 'catalogue.db'))
  t.teardown(() => writing.close())
  writing.exec("BEGIN IMMEDIATE; INSERT INTO tombstones VALUES ('work', 'x', '')")
  t.equal((await check(data)).code, 0)
  writing.exec('COMMIT')
})

t.test('addresses are those of the public site', async t => {
  const { code, report } = await check(sound, '--base-url', 'https://collections.example.org/c')
  t.equal(code, 0, report)
  t.match(report, /Address: https:\/\/collections\.example\.org\/c\n/)
  t.match(report, / 8 manifests\n/)
})

t.test("IIIF's own schema can be asked too", needs(schemaPath), async t => {
  t.equal((await check(sound, '--schema', shared(schemaPath) ?? '')).code, 0)
})

t.test('a schema of the operator is asked beside ours, and must be one', async t => {
  const folder = t.testdir({
    'strict.json': JSON.stringify({ type: 'object', properties: { type: { enum: ['Collection'] } } }),
    'none.json': '{"type": 7}',
  })
  const { code, report } = await check(sound, '--schema', join(folder, 'strict.json'))
  t.equal(code, 1)
  t.match(report, /does not follow the schema given by --schema\. \(\d+\)[\s\S]*- work bare.*\/type must be equal/)
  t.match(await check(sound, '--schema', join(folder, 'none.json')), {
    code: 2,
    stderr: /none\.json: it is no JSON Schema/,
  })
  t.match(await check(sound, '--schema', join(folder, 'absent.json')), { code: 2, stderr: /it is not there/ })
})

t.test('--report keeps a page for curators, or a table of all findings', async t => {
  const data = await copyOf(t, sound)
  await flip(pyramidOf(data, 'leaf-1'))
  const [page, table] = [join(data, 'report.html'), join(data, 'report.csv')]
  const french = await check(data, '--language', 'fr', '--report', page)
  t.match(french, { code: 1, report: /^Vérification de la collection\n[\s\S]*ERREURS\u00a0: 1\n/ })
  const html = await readFile(page, 'utf8')
  t.match(french.report, /- œuvre leaf «\u00a0Œuvre leaf\u00a0», image leaf-1\u00a0: SHA-256/)
  t.match(html, /<html lang="fr">[\s\S]*Que faire\u00a0: Restaurez ce fichier/)
  t.match(html, /<th scope="row">leaf<\/th><td>Œuvre leaf<\/td>/)
  await check(data, '--report', table)
  const [, row] = (await readFile(table, 'utf8')).split('\r\n')
  t.match(row, /^error;pyramid-changed;leaf;Œuvre leaf;image leaf-1;/)
  t.match(await check(data, '--report', table), { code: 1, stderr: /it is already there/ })
})
