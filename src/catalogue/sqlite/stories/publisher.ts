import type { Database } from 'better-sqlite3'
import type { Story, StoryKind } from '../../story.js'
import { analysesNamed, worksNamed } from '../../story-names.js'
import type { Ledger } from '../ledger.js'

export type Publisher = Readonly<{
  publish(story: Story, number: number, before: number | null, at: string): void
  withdraw(kind: StoryKind, slug: string, at: string): void
}>

/** Makes stories public and withdraws them; the works that they show change with them, since their documents name them. */
export function publisher(db: Database, ledger: Ledger): Publisher {
  const show = db.prepare('UPDATE stories SET published = ?, published_at = ? WHERE kind = ? AND slug = ?')
  const hide = db.prepare('UPDATE stories SET published = NULL, published_at = NULL WHERE kind = ? AND slug = ?')
  const stamp = db.prepare(`
    UPDATE story_revisions SET published_at = ?
    WHERE kind = ? AND slug = ? AND number = ? AND published_at IS NULL`)
  const forget = db.prepare('DELETE FROM story_names WHERE kind = ? AND slug = ?')
  const name = db.prepare('INSERT INTO story_names (kind, slug, named_kind, named) VALUES (?, ?, ?, ?)')
  const named = db
    .prepare<[StoryKind, string], string>(
      `SELECT named FROM story_names WHERE kind = ? AND slug = ? AND named_kind = 'work' ORDER BY named`,
    )
    .pluck()

  return {
    publish(story, number, before, at) {
      const { kind, slug } = story
      const shown = worksNamed(story)
      const works = new Set([...named.all(kind, slug), ...shown])
      show.run(number, at, kind, slug)
      stamp.run(at, kind, slug, number)
      forget.run(kind, slug)
      for (const work of shown) name.run(kind, slug, 'work', work)
      for (const analysis of analysesNamed(story)) name.run(kind, slug, 'analysis', analysis)
      ledger.record(kind, slug, at, { before: before !== null, after: true, changed: true })
      ledger.touchWorks([...works], at)
    },
    withdraw(kind, slug, at) {
      const works = named.all(kind, slug)
      hide.run(kind, slug)
      forget.run(kind, slug)
      ledger.record(kind, slug, at, { before: true, after: false, changed: true })
      ledger.touchWorks(works, at)
    },
  }
}
