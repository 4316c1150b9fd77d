import Database from 'better-sqlite3'
import { mostDeletions } from '../../config.js'
import { DomainError } from '../../errors.js'
import type { CatalogueReader, CatalogueWriter } from '../catalogue.js'
import type { CatalogueEditor } from '../editing.js'
import type { StoryReader, StoryWriter } from '../stories.js'
import { sqliteEditor } from './editing/editor.js'
import { ledgerOf } from './ledger.js'
import { migrate } from './migrate.js'
import { sqliteReader } from './reader.js'
import { sqliteStoryReader } from './stories/reader.js'
import { storyShelf } from './stories/shelf.js'
import { sqliteStoryWriter } from './stories/writer.js'
import { transactions } from './transaction.js'
import { sqliteWriter } from './writer.js'

export type Catalogue = Readonly<{
  reader: CatalogueReader
  writer: CatalogueWriter
  editor: CatalogueEditor
  stories: StoryReader
  storyWriter: StoryWriter
  close(): void
}>

/** Settings of the connection that writes, each with its reason. */
const pragmas = [
  'journal_mode = WAL', // readers never wait for a writer
  'foreign_keys = ON', // off by default in SQLite
]

/** How long a write waits for that of another process, ms; then it is refused as `busy`. */
const patience = 10_000

/**
 * Opens the catalogue, making or updating its file: a connection that writes and one that cannot.
 * @param trace receives each statement as it runs
 * @param deletedDays how long what curators delete can be brought back
 * @throws DomainError `damaged` where the file is no catalogue, `unsupported` where a newer program has written it
 */
export function openCatalogue(
  path: string,
  clock: () => Date,
  trace?: (statement: string) => void,
  deletedDays = 90,
): Catalogue {
  const verbose = trace && ((statement?: unknown) => trace(String(statement)))
  const writing = connect(path, { timeout: patience, verbose })
  try {
    for (const pragma of pragmas) writing.pragma(pragma)
    migrate(writing)
    const [transact, ledger] = [transactions(writing, clock), ledgerOf(writing)]
    const shelf = storyShelf(writing, ledger)
    const reading = connect(path, { readonly: true, timeout: patience, verbose })
    return {
      reader: sqliteReader(reading),
      writer: sqliteWriter(writing, transact, ledger),
      editor: sqliteEditor(writing, transact, ledger, shelf, { days: deletedDays, most: mostDeletions }),
      stories: sqliteStoryReader(reading),
      storyWriter: sqliteStoryWriter(writing, transact, shelf),
      close() {
        reading.close()
        writing.close() // last, so that the write-ahead log is folded into the file
      },
    }
  } catch (error) {
    writing.close()
    throw explained(error)
  }
}

function connect(
  path: string,
  { verbose, ...options }: { readonly?: boolean; timeout: number; verbose: ((s?: unknown) => void) | undefined },
): Database.Database {
  try {
    return new Database(path, verbose ? { ...options, verbose } : options)
  } catch (error) {
    throw explained(error)
  }
}

function explained(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code === 'SQLITE_NOTADB' || error.code === 'SQLITE_CORRUPT')
    return new DomainError('damaged', 'The catalogue cannot be read as a SQLite database; restore a backup.', {
      cause: error,
    })
  if (error.code.startsWith('SQLITE_CANTOPEN') || error.code.startsWith('SQLITE_READONLY'))
    return new DomainError(
      'refused',
      'The catalogue cannot be opened for writing; check who owns the data directory.',
      {
        cause: error,
      },
    )
  if (error.code.startsWith('SQLITE_BUSY'))
    return new DomainError('busy', 'Another process is opening the catalogue; try again in a moment.', { cause: error })
  return error
}
