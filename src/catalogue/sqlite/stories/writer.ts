import type { Database } from 'better-sqlite3'
import { DomainError } from '../../../errors.js'
import type { StoryState, StoryWriter } from '../../stories.js'
import type { StoryKind } from '../../story.js'
import type { Transact } from '../transaction.js'
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
import type { StoryShelf } from './shelf.js'

export function sqliteStoryWriter(db: Database, transact: Transact, shelf: StoryShelf): StoryWriter {
  const list = db.prepare<[StoryKind, number, number], RevisionRow & StatusRow & TextRow>(`
    SELECT ${revisionColumns}, ${statusColumns}, story FROM stories JOIN story_revisions USING (kind, slug)
    WHERE kind = ? AND number = newest AND removed = 0 ORDER BY slug LIMIT ? OFFSET ?`)
  const stateOf = (kind: StoryKind, slug: string): StoryState => {
    const state = shelf.state(kind, slug)
    if (!state) throw new DomainError('not-found', `There is no ${kind} "${slug}".`)
    return state
  }

  return {
    save: async (story, authorship) =>
      transact(true, at => {
        shelf.save(story, at, authorship)
        return stateOf(story.kind, story.slug)
      }),
    publish: async (kind, slug, { revision, by } = {}) =>
      transact(
        true,
        at => {
          shelf.publish(kind, slug, revision ?? stateOf(kind, slug).newest.number, at)
          return stateOf(kind, slug)
        },
        by,
      ),
    unpublish: async (kind, slug, { by } = {}) =>
      transact(
        true,
        at => {
          shelf.publish(kind, slug, undefined, at)
          return stateOf(kind, slug)
        },
        by,
      ),
    state: async (kind, slug) => shelf.state(kind, slug),
    states: async (kind, { offset, limit }) =>
      list.all(kind, limit, offset).map(row => ({ story: storyOf(row), newest: revisionOf(row), ...statusOf(row) })),
  }
}
