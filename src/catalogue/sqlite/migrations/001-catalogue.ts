import type { Migration } from '../migrate.js'

/**
 * `works.museum` is the code that the record names; `home` is the same code once that museum is in the catalogue.
 * `images.standalone` marks an image that was brought in for itself, not for a work.
 */
export const catalogue: Migration = {
  name: 'museums, works, their pictures and the journal',
  sql: `
    CREATE TABLE museums (
      id TEXT PRIMARY KEY,
      record TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE works (
      id TEXT PRIMARY KEY,
      folded TEXT NOT NULL,
      museum TEXT,
      home TEXT REFERENCES museums (id),
      published INTEGER NOT NULL,
      pictured INTEGER NOT NULL DEFAULT 0,
      record TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX works_in_order ON works (pictured DESC, id) WHERE published = 1;
    CREATE INDEX works_at_home ON works (home, pictured DESC, id) WHERE published = 1;
    CREATE INDEX works_by_museum ON works (museum);
    CREATE INDEX works_by_spelling ON works (folded);

    CREATE TABLE images (
      id TEXT PRIMARY KEY,
      standalone INTEGER NOT NULL,
      record TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE views (
      work TEXT NOT NULL REFERENCES works (id) ON DELETE CASCADE,
      key TEXT NOT NULL,
      position INTEGER NOT NULL,
      label TEXT,
      PRIMARY KEY (work, key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE layers (
      work TEXT NOT NULL,
      view TEXT NOT NULL,
      kind TEXT NOT NULL,
      image TEXT NOT NULL REFERENCES images (id),
      PRIMARY KEY (work, view, kind),
      FOREIGN KEY (work, view) REFERENCES views (work, key) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX layers_by_image ON layers (image);

    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      verb TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL
    ) STRICT;

    CREATE TABLE tombstones (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
  `,
}
