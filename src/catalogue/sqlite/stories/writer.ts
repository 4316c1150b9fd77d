import type { Database } from 'better-sqlite3'
import { keptDrafts } from '../../../config.js'
import { DomainError } from '../../../errors.js'
import type { Authorship, StoryState, StoryWriter } from '../../stories.js'
import type { Story, StoryKind } from '../../story.js'
import type { Ledger } from '../ledger.js'
import { sameRecord } from '../rows.js'
import type { Transact } from '../transaction.js'
import { publisher } from './publisher.js'
import { type RevisionRow, revisionColumns, revisionOf, storyOf, type TextRow } from './rows.js'

type StoryRow = { newest: number; published: number | null; removed: number }
type StateRow = RevisionRow & TextRow & { current: number | null }

export function sqliteStoryWriter(db: Database, transact: Transact, ledger: Ledger): StoryWriter {
  const publishing = publisher(db, ledger)
  const found = db.prepare<[StoryKind, string], StoryRow>(
    'SELECT newest, published, removed FROM stories WHERE kind = ? AND slug = ?',
  )
  const advance = db
    .prepare<[StoryKind, string], number>(`
      INSERT INTO stories (kind, slug, newest) VALUES (?, ?, 1)
      ON CONFLICT (kind, slug) DO UPDATE SET newest = newest + 1, removed = 0 RETURNING newest`)
    .pluck()
  const remove = db.prepare('UPDATE stories SET removed = 1 WHERE kind = ? AND slug = ?')
  const write = db.prepare(`
    INSERT INTO story_revisions (kind, slug, number, at, "by", note, story) VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const thin = db.prepare(`
    DELETE FROM story_revisions WHERE kind = @kind AND slug = @slug AND published_at IS NULL AND number <= (
      SELECT number FROM story_revisions WHERE kind = @kind AND slug = @slug AND published_at IS NULL
      ORDER BY number DESC LIMIT 1 OFFSET ${keptDrafts})`)
  const stateColumns = `
    SELECT ${revisionColumns}, story, stories.published AS current
    FROM stories JOIN story_revisions USING (kind, slug)`
  const newest = db.prepare<[StoryKind, string], StateRow>(
    `${stateColumns} WHERE kind = ? AND slug = ? AND number = newest AND removed = 0`,
  )
  const list = db.prepare<[StoryKind, number, number, number], StateRow>(
    `${stateColumns} WHERE kind = ? AND number = newest AND removed = ? ORDER BY slug LIMIT ? OFFSET ?`,
  )
  const history = db.prepare<[StoryKind, string, number, number], RevisionRow>(`
    SELECT ${revisionColumns} FROM story_revisions WHERE kind = ? AND slug = ? ORDER BY number DESC LIMIT ? OFFSET ?`)
  const numbered = db.prepare<[StoryKind, string, number], RevisionRow & TextRow>(`
    SELECT ${revisionColumns}, story FROM story_revisions WHERE kind = ? AND slug = ? AND number = ?`)

  const stateOf = (kind: StoryKind, slug: string): StoryState | undefined => {
    const row = newest.get(kind, slug)
    return row && inState(row)
  }
  const stateAfter = (kind: StoryKind, slug: string): StoryState => {
    const state = stateOf(kind, slug)
    if (!state) throw missing(kind, slug)
    return state
  }
  const demand = (kind: StoryKind, slug: string): StoryRow => {
    const row = found.get(kind, slug)
    if (!row || row.removed === 1) throw missing(kind, slug)
    return row
  }
  const append = (story: Story, at: string, { by, note }: Authorship): void => {
    const { kind, slug } = story
    const number = advance.get(kind, slug)
    write.run(kind, slug, number, at, by ?? null, note ?? null, JSON.stringify(story))
    thin.run({ kind, slug })
  }

  return {
    save: async (story, { expected, ...authorship } = {}) =>
      transact(true, at => {
        const { kind, slug } = story
        const before = stateOf(kind, slug)
        mustBe(expected, before?.newest.number ?? 0)
        if (!before || !sameRecord(JSON.stringify(before.story), story)) append(story, at, authorship)
        return stateAfter(kind, slug)
      }),
    publish: async (kind, slug, { revision, by } = {}) =>
      transact(
        true,
        at => {
          const before = demand(kind, slug)
          const number = revision ?? before.newest
          const row = numbered.get(kind, slug, number)
          if (!row) throw noRevision(kind, slug, number)
          if (before.published !== number) publishing.publish(storyOf(row), number, before.published, at)
          return stateAfter(kind, slug)
        },
        by,
      ),
    unpublish: async (kind, slug, { by } = {}) =>
      transact(
        true,
        at => {
          const { published } = demand(kind, slug)
          if (published !== null) publishing.withdraw(kind, slug, at)
          return stateAfter(kind, slug)
        },
        by,
      ),
    returnTo: async (kind, slug, number, authorship = {}) =>
      transact(true, at => {
        const row = numbered.get(kind, slug, number)
        if (!row) throw noRevision(kind, slug, number)
        const note = authorship.note ?? `Back to revision ${number}`
        append(storyOf(row), at, { ...authorship, note })
        return stateAfter(kind, slug)
      }),
    remove: async (kind, slug, { expected, by } = {}) =>
      transact(
        true,
        at => {
          const { newest: number, published } = demand(kind, slug)
          mustBe(expected, number)
          if (published !== null) publishing.withdraw(kind, slug, at)
          remove.run(kind, slug)
        },
        by,
      ),
    state: async (kind, slug) => stateOf(kind, slug),
    states: async (kind, { offset, limit, removed = false }) =>
      list.all(kind, removed ? 1 : 0, limit, offset).map(inState),
    revisions: async (kind, slug, { offset, limit }) => history.all(kind, slug, limit, offset).map(revisionOf),
    revision: async (kind, slug, number) => {
      const row = numbered.get(kind, slug, number)
      return row && { revision: revisionOf(row), story: storyOf(row) }
    },
  }
}

const inState = (row: StateRow): StoryState => ({
  story: storyOf(row),
  newest: revisionOf(row),
  ...(row.current === null ? {} : { published: row.current }),
})

function mustBe(expected: number | undefined, found: number): void {
  if (expected === undefined || expected === found) return
  throw new DomainError(
    'conflict',
    found === 0
      ? `Expected revision ${expected} but the story is not there any more; bring it back first.`
      : `Expected revision ${expected} but somebody has saved revision ${found} meanwhile; compare the two and save again.`,
  )
}

const missing = (kind: StoryKind, slug: string): DomainError =>
  new DomainError('not-found', `There is no ${kind} "${slug}".`)

const noRevision = (kind: StoryKind, slug: string, number: number): DomainError =>
  new DomainError('not-found', `The ${kind} "${slug}" has no revision ${number}.`)
