import type { Migration } from '../migrate.js'

/**
 * `stories.published` is the revision at the public address, `published_at` since when; `story_revisions.published_at` is
 * when a revision first was public. `story_names` holds what the public revision shows: works, and analyses of an exhibition.
 */
export const stories: Migration = {
  name: 'analyses and exhibitions',
  sql: `
    CREATE TABLE stories (
      kind TEXT NOT NULL,
      slug TEXT NOT NULL,
      newest INTEGER NOT NULL,
      published INTEGER,
      published_at TEXT,
      removed INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (kind, slug)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX stories_in_order ON stories (kind, published_at DESC, slug) WHERE published IS NOT NULL;

    CREATE TABLE story_revisions (
      kind TEXT NOT NULL,
      slug TEXT NOT NULL,
      number INTEGER NOT NULL,
      at TEXT NOT NULL,
      "by" TEXT,
      note TEXT,
      published_at TEXT,
      story TEXT NOT NULL,
      PRIMARY KEY (kind, slug, number),
      FOREIGN KEY (kind, slug) REFERENCES stories (kind, slug)
    ) STRICT;

    CREATE TABLE story_names (
      kind TEXT NOT NULL,
      slug TEXT NOT NULL,
      named_kind TEXT NOT NULL,
      named TEXT NOT NULL,
      PRIMARY KEY (kind, slug, named_kind, named),
      FOREIGN KEY (kind, slug) REFERENCES stories (kind, slug)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX stories_naming ON story_names (named_kind, named);
  `,
}
