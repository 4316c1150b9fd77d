import type { Migration } from '../migrate.js'

/**
 * Works of other institutions: `document` is the owner's manifest as it came, compressed with gzip; `picture` says where
 * the owner has the picture that a layer shows.
 */
export const loans: Migration = {
  name: 'works and pictures of other institutions',
  sql: `
    CREATE TABLE loans (
      work TEXT PRIMARY KEY REFERENCES works (id) ON DELETE CASCADE,
      document BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE borrowed_layers (
      work TEXT NOT NULL,
      view TEXT NOT NULL,
      kind TEXT NOT NULL,
      label TEXT,
      picture TEXT NOT NULL,
      PRIMARY KEY (work, view, kind),
      FOREIGN KEY (work, view) REFERENCES views (work, key) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
  `,
}
