import type { Migration } from '../migrate.js'

/**
 * `deletions.content` is what is needed to bring a thing back; `place` its id, or its work's id and what follows it, as a
 * JSON array. `journal.by` is the name of the curator's token; null where a command or an older program wrote.
 */
export const deletions: Migration = {
  name: 'who changed what, and what was deleted',
  sql: `
    ALTER TABLE journal ADD COLUMN "by" TEXT;

    CREATE TABLE deletions (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      place TEXT NOT NULL,
      at TEXT NOT NULL,
      "by" TEXT,
      content TEXT NOT NULL
    ) STRICT;
    CREATE INDEX deletions_by_date ON deletions (at);

    CREATE INDEX works_in_draft ON works (id) WHERE published = 0;
  `,
}
