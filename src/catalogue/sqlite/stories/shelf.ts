import type { Database } from 'better-sqlite3'
import { keptDrafts } from '../../../config.js'
import { DomainError } from '../../../errors.js'
import type { Authorship, StoryState } from '../../stories.js'
import type { Revision, Story, StoryKind } from '../../story.js'
import type { Ledger } from '../ledger.js'
import { sameRecord } from '../rows.js'
import { publisher } from './publisher.js'
import {
  type RevisionRow,
  revisionColumns,
  revisionOf,
  type StatusRow,
  statusColumns,
  statusOf,
  storyOf,
  type TextRow,
} from './rows.js'

type StoryRow = { newest: number; published: number | null; removed: number }
type StateRow = RevisionRow & StatusRow & TextRow

/** Stories and their revisions; each call runs inside a transaction. */
export interface StoryShelf {
  state(kind: StoryKind, slug: string): StoryState | undefined
  /** Kept even where the story was removed. */
  revision(kind: StoryKind, slug: string, number: number): Readonly<{ revision: Revision; story: Story }> | undefined
  /** Keeps a new revision, unless it says what the newest says. */
  save(story: Story, at: string, authorship?: Authorship): void
  /** Makes a revision the public one, or none. @throws DomainError `not-found` */
  publish(kind: StoryKind, slug: string, number: number | undefined, at: string): void
  /** @throws DomainError `not-found` */
  remove(kind: StoryKind, slug: string, at: string): void
  /** Undoes `remove`, where that was the last that happened to it. @returns whether it did */
  bringBack(kind: StoryKind, slug: string, newest: number): boolean
}

export function storyShelf(db: Database, ledger: Ledger): StoryShelf {
  const publishing = publisher(db, ledger)
  const found = db.prepare<[StoryKind, string], StoryRow>(
    'SELECT newest, published, removed FROM stories WHERE kind = ? AND slug = ?',
  )
  const advance = db
    .prepare<[StoryKind, string], number>(`
      INSERT INTO stories (kind, slug, newest) VALUES (?, ?, 1)
      ON CONFLICT (kind, slug) DO UPDATE SET newest = newest + 1, removed = 0 RETURNING newest`)
    .pluck()
  const hide = db.prepare('UPDATE stories SET removed = 1 WHERE kind = ? AND slug = ?')
  const show = db.prepare('UPDATE stories SET removed = 0 WHERE kind = ? AND slug = ? AND removed = 1 AND newest = ?')
  const write = db.prepare(`
    INSERT INTO story_revisions (kind, slug, number, at, "by", note, story) VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const thin = db.prepare(`
    DELETE FROM story_revisions WHERE kind = @kind AND slug = @slug AND published_at IS NULL AND number <= (
      SELECT number FROM story_revisions WHERE kind = @kind AND slug = @slug AND published_at IS NULL
      ORDER BY number DESC LIMIT 1 OFFSET ${keptDrafts})`)
  const newest = db.prepare<[StoryKind, string], StateRow>(`
    SELECT ${revisionColumns}, ${statusColumns}, story FROM stories JOIN story_revisions USING (kind, slug)
    WHERE kind = ? AND slug = ? AND number = newest AND removed = 0`)
  const numbered = db.prepare<[StoryKind, string, number], RevisionRow & TextRow>(`
    SELECT ${revisionColumns}, story FROM story_revisions WHERE kind = ? AND slug = ? AND number = ?`)

  const state: StoryShelf['state'] = (kind, slug) => {
    const row = newest.get(kind, slug)
    return row && { story: storyOf(row), newest: revisionOf(row), ...statusOf(row) }
  }
  const demand = (kind: StoryKind, slug: string): StoryRow => {
    const row = found.get(kind, slug)
    if (!row || row.removed === 1) throw new DomainError('not-found', `There is no ${kind} "${slug}".`)
    return row
  }

  return {
    state,
    revision(kind, slug, number) {
      const row = numbered.get(kind, slug, number)
      return row && { revision: revisionOf(row), story: storyOf(row) }
    },
    save(story, at, { by, note } = {}) {
      const { kind, slug } = story
      const before = state(kind, slug)
      if (before && sameRecord(JSON.stringify(before.story), story)) return
      const number = advance.get(kind, slug)
      write.run(kind, slug, number, at, by ?? null, note ?? null, JSON.stringify(story))
      thin.run({ kind, slug })
    },
    publish(kind, slug, number, at) {
      const { published } = demand(kind, slug)
      if (number === (published ?? undefined)) return
      if (number === undefined) return publishing.withdraw(kind, slug, at)
      const row = numbered.get(kind, slug, number)
      if (!row) throw new DomainError('not-found', `The ${kind} "${slug}" has no revision ${number}.`)
      publishing.publish(storyOf(row), number, published, at)
    },
    remove(kind, slug, at) {
      const { published } = demand(kind, slug)
      if (published !== null) publishing.withdraw(kind, slug, at)
      hide.run(kind, slug)
    },
    bringBack: (kind, slug, number) => show.run(kind, slug, number).changes > 0,
  }
}
