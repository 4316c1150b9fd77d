import type { Database } from 'better-sqlite3'
import type { StoryReader } from '../../stories.js'
import type { PublishedStory, StoryKind } from '../../story.js'
import { storyOf, type TextRow } from './rows.js'

type PublishedRow = TextRow & { number: number; published_at: string; current: number }

const publishedOf = (row: PublishedRow): PublishedStory => ({
  story: storyOf(row),
  revision: row.number,
  publishedAt: row.published_at,
  current: row.current === 1,
})

export function sqliteStoryReader(db: Database): StoryReader {
  const columns = `
    SELECT story, number, story_revisions.published_at, number = stories.published AS current
    FROM stories JOIN story_revisions USING (kind, slug)`
  const shown = 'number = stories.published'
  const one = db.prepare<[StoryKind, string], PublishedRow>(`${columns} WHERE kind = ? AND slug = ? AND ${shown}`)
  // Revisions of what was withdrawn are withdrawn with it
  const earlier = db.prepare<[StoryKind, string, number], PublishedRow>(`${columns}
    WHERE kind = ? AND slug = ? AND number = ? AND story_revisions.published_at IS NOT NULL
      AND stories.published IS NOT NULL`)
  const list = db.prepare<[StoryKind, number, number], PublishedRow>(`${columns}
    WHERE kind = ? AND ${shown} ORDER BY stories.published_at DESC, slug LIMIT ? OFFSET ?`)
  const count = db
    .prepare<[StoryKind], number>('SELECT count(*) FROM stories WHERE kind = ? AND published IS NOT NULL')
    .pluck()
  const naming = db.prepare<[string, number], PublishedRow>(`${columns}
    WHERE ${shown} AND (kind, slug) IN (SELECT kind, slug FROM story_names WHERE named_kind = 'work' AND named = ?)
    ORDER BY stories.published_at DESC, kind, slug LIMIT ?`)

  return {
    published: async (kind, slug, revision) => {
      const row = revision === undefined ? one.get(kind, slug) : earlier.get(kind, slug, revision)
      return row && publishedOf(row)
    },
    listPublished: async (kind, { offset, limit }) => list.all(kind, limit, offset).map(publishedOf),
    countPublished: async kind => count.get(kind) ?? 0,
    showing: async (work, limit) => naming.all(work, limit).map(publishedOf),
  }
}
