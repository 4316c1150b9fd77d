import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'

/** Looks at the file of derivatives without changing it. @returns what is wrong with it, or undefined, also where there is none */
export function derivativesFlaw(path: string, quick: boolean): string | undefined {
  if (!existsSync(path)) return undefined
  try {
    const db = new Database(path, { readonly: true })
    try {
      const [first] = db
        .prepare<[], string>(`PRAGMA ${quick ? 'quick_check' : 'integrity_check'}(1)`)
        .pluck()
        .all()
      return first === 'ok' ? undefined : first
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof Database.SqliteError && !error.code.startsWith('SQLITE_BUSY')) return error.message
    throw error
  }
}
