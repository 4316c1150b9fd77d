import type { Migration } from '../migrate.js'

/** `images.updated_at` is when this version of an image entered the catalogue; of older ones the journal knows the day. */
export const imageDates: Migration = {
  name: 'since when an image is as it is',
  sql: `
    ALTER TABLE images ADD COLUMN updated_at TEXT NOT NULL DEFAULT '';
    UPDATE images SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
    UPDATE images SET updated_at = dated.at
      FROM (SELECT id, max(at) AS at FROM journal WHERE kind = 'image' GROUP BY id) AS dated
      WHERE dated.id = images.id;
  `,
}
