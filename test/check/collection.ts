import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import sharp from 'sharp'
import type { Test } from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { run } from '../cli/run.js'
import { hanging, lille, loanOf, workOf } from '../contract/catalogue.js'
import { pyramidOf } from '../image/pyramid-of.js'

const drawn = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })

/** A whole collection in a data directory: a museum, an album with layers, parts and ranges, a work without a picture, a loan. */
export async function fillCollection(data: string): Promise<void> {
  const clock = () => new Date('2026-05-01T12:00:00Z')
  const album = await pyramidOf(data, 'album-1', drawn(1300, 900, '#345'))
  const infrared = await pyramidOf(data, 'album-1.ir', drawn(1300, 900, '#777'))
  const leaf = await pyramidOf(data, 'leaf-1', drawn(200, 300, '#a53'))
  const { writer, close } = openCatalogue(join(data, 'catalogue.db'), clock)
  await writer.putMuseums([{ ...lille, location: { latitude: 50.63, longitude: 3.06 } }])
  await writer.putWorks([
    workOf('album', { museum: lille.id, sections: [{ label: { fr: ['Plats'] }, views: ['1'] }] }),
    workOf('leaf', { museum: lille.id, partOf: { work: 'album', position: 1 } }),
    workOf('bare', { related: ['leaf'] }),
  ])
  await writer.putLoans([loanOf('loan', ['a', 'b'])])
  await writer.putImage(album, hanging('album'))
  await writer.putImage(infrared, hanging('album', { layer: 'infrared' }))
  await writer.putImage(leaf, hanging('leaf'))
  close()
}

/** What one check said, and how it ended. */
export async function check(data: string, ...words: readonly string[]) {
  const { code, stdout, stderr } = await run(['check', '--data', data, '--language', 'en', ...words])
  return { code, report: stdout.toString(), stderr }
}

/** A copy that a test may damage. */
export async function copyOf(t: Test, data: string): Promise<string> {
  const copy = t.testdir()
  await cp(data, copy, { recursive: true })
  return copy
}

/** Changes a catalogue as no program of ours would. */
export function tamper(data: string, sql: string): void {
  const db = new Database(join(data, 'catalogue.db'))
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
}
