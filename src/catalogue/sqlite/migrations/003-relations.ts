import type { Migration } from '../migrate.js'

/**
 * What records say of other works, so that it can be read from either side: `kind` is `part` where `work` is part of
 * `other`, or `related`. `other` need not be in the catalogue. `layers.label` is a layer's own name.
 */
export const relations: Migration = {
  name: 'parts and wholes, related works, names of layers',
  sql: `
    CREATE TABLE relations (
      work TEXT NOT NULL REFERENCES works (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      other TEXT NOT NULL,
      position INTEGER,
      PRIMARY KEY (work, kind, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX relations_by_other ON relations (other, kind);

    ALTER TABLE layers ADD COLUMN label TEXT;
  `,
}
