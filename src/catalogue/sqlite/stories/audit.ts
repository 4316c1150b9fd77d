import type { Database } from 'better-sqlite3'
import type { AuditedStory, CatalogueAudit } from '../../audit.js'
import type { StoryKind } from '../../story.js'
import { visible } from '../visible.js'

/** @param pages reads what `read` gives, a bounded part at a time */
export function auditedStories(
  db: Database,
  pages: (read: (after: string, limit: number) => readonly string[]) => Iterable<string>,
): Pick<CatalogueAudit, 'publishedStories' | 'story'> {
  const slugs = db
    .prepare<[StoryKind, string, number], string>(
      `SELECT slug FROM stories WHERE kind = ? AND ${visible.story} AND slug > ? ORDER BY slug LIMIT ?`,
    )
    .pluck()
  const since = db
    .prepare<[StoryKind, string], string>(
      `SELECT published_at FROM stories WHERE kind = ? AND slug = ? AND ${visible.story}`,
    )
    .pluck()
  const earlier = db
    .prepare<[StoryKind, string], number>(`
      SELECT number FROM stories JOIN story_revisions USING (kind, slug)
      WHERE kind = ? AND slug = ? AND story_revisions.published_at IS NOT NULL AND number <> stories.published
      ORDER BY number`)
    .pluck()
  return {
    publishedStories: kind => pages((after, limit) => slugs.all(kind, after, limit)),
    story(kind, slug): AuditedStory | undefined {
      const at = since.get(kind, slug)
      return at === undefined ? undefined : { since: at, earlier: earlier.all(kind, slug) }
    },
  }
}
