import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Damage, type DerivativeDatabase, openDatabase } from './database.js'

/** Receives a sentence for those who run the server. */
export type Warn = (sentence: string) => void

/**
 * A database that may be lost at any moment: what fails gives undefined, or `busy` while another process writes; a file
 * that is damaged or of another version is made anew, one that was deleted too.
 */
export interface MendedDatabase {
  read<T>(work: (db: DerivativeDatabase) => T): T | 'busy' | undefined
  write<T>(work: (db: DerivativeDatabase) => T): T | 'busy' | undefined
  isOpen(): boolean
  close(): void
}

export function openMended(path: string, warn: Warn): MendedDatabase {
  const said = new Set<string>()
  const sayOnce = (sentence: string): undefined => {
    if (!said.has(sentence)) warn(sentence)
    said.add(sentence)
  }

  const open = (): DerivativeDatabase | undefined => {
    try {
      return openDatabase(path)
    } catch (error) {
      if (!isDamage(error, true)) return void sayOnce(whyNotKept(error))
    }
    return makeAnew()
  }

  const makeAnew = (): DerivativeDatabase | undefined => {
    sayOnce(madeAnew)
    try {
      for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
      return openDatabase(path)
    } catch (error) {
      return sayOnce(whyNotKept(error))
    }
  }

  let database = open()

  const attempt = <T>(work: (db: DerivativeDatabase) => T): T | 'busy' | undefined => {
    if (!database) return undefined
    try {
      return work(database)
    } catch (error) {
      if (isBusy(error)) return 'busy'
      if (isDamage(error)) {
        const inPlace = database.isInPlace()
        database.close()
        // Where it is another file by now, that one may be good
        database = inPlace ? makeAnew() : open()
        return undefined
      }
      if (error instanceof Database.SqliteError) return sayOnce(whyNotKept(error))
      throw error
    }
  }

  return {
    read: attempt,
    write(work) {
      if (database && !database.isInPlace()) {
        database.close()
        database = undefined
      }
      database ??= open()
      return attempt(work)
    },
    isOpen: () => database !== undefined,
    close() {
      database?.close()
      database = undefined
    },
  }
}

const madeAnew =
  'The store of derivatives (derivatives.db) could not be read and has been made anew; what it held is rendered again when asked for.'

const whyNotKept = (error: unknown): string => {
  const code = error instanceof Database.SqliteError ? error.code : ''
  const why = code === 'SQLITE_FULL' ? 'the disc is full' : 'the data directory cannot be written'
  return `Rendered images are not kept (${why}); all are still served, some more slowly.`
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)

/** A file without the tables of its version is damaged too; once open, such an error would be one of the program. */
const isDamage = (error: unknown, opening = false): boolean =>
  error instanceof Damage ||
  (error instanceof Database.SqliteError &&
    (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code) || (opening && error.code === 'SQLITE_ERROR')))
