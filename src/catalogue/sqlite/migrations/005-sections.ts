import type { Migration } from '../migrate.js'

/** Where a view stands in its work's table of contents: labels from the top down, as JSON. */
export const sections: Migration = {
  name: 'sections of views',
  sql: 'ALTER TABLE views ADD COLUMN section TEXT;',
}
