import type { Database } from 'better-sqlite3'
import { DomainError } from '../../errors.js'
import { catalogue } from './migrations/001-catalogue.js'
import { imageDates } from './migrations/002-image-dates.js'
import { relations } from './migrations/003-relations.js'
import { loans } from './migrations/004-loans.js'
import { sections } from './migrations/005-sections.js'
import { deletions } from './migrations/006-deletions.js'
import { stories } from './migrations/007-stories.js'

/** One step of the schema; never edited once released. */
export type Migration = Readonly<{ name: string; sql: string }>

/** In order; `PRAGMA user_version` counts those that a database has seen. */
export const migrations: readonly Migration[] = [catalogue, imageDates, relations, loans, sections, deletions, stories]

/**
 * Brings a database up to date, one transaction a step, so that a kill leaves it between two steps.
 * @throws DomainError `unsupported` where a newer program has written it
 */
export function migrate(db: Database, steps: readonly Migration[] = migrations): void {
  // Another process may be migrating the same file: the version is read again once the write lock is held.
  while (versionOf(db) !== steps.length) {
    if (versionOf(db) > steps.length) throw newerThanProgram(versionOf(db), steps.length)
    db.transaction(() => {
      const version = versionOf(db)
      const step = steps[version]
      if (!step) return
      db.exec(step.sql)
      db.pragma(`user_version = ${version + 1}`)
    }).immediate()
  }
}

const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }))

const newerThanProgram = (found: number, known: number): DomainError =>
  new DomainError(
    'unsupported',
    `Expected a catalogue of version ${known} or older but found version ${found}, written by a newer Beffroi; ` +
      'run that one, or restore an older backup.',
  )
