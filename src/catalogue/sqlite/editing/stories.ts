import type { Database } from 'better-sqlite3'
import { DomainError } from '../../../errors.js'
import type { EditedPublication, ListedStory, PublicationInput, StoryEditor, StoryPlace } from '../../stories.js'
import type { Story, StoryKind, Texts } from '../../story.js'
import {
  type RevisionRow,
  revisionColumns,
  revisionOf,
  type StatusRow,
  statusColumns,
  statusOf,
} from '../stories/rows.js'
import type { StoryShelf } from '../stories/shelf.js'
import type { Thing } from './editable.js'

/** What is needed to bring a story back: its revisions stay where they are. */
type Kept = Readonly<{ newest: number; published?: number }>

/** Stories of a kind in their newest revision, drafts included. */
export const storyThing = (kind: StoryKind, shelf: StoryShelf): Thing<StoryPlace, Story, Story> => ({
  kind,
  placeOf: ({ slug }) => [slug],
  read: ({ slug }) => shelf.state(kind, slug)?.story,
  write: (_where, story, _before, at, { by, note }) =>
    shelf.save(story, at, { by, ...(note !== undefined && { note }) }),
  remove({ slug }, at) {
    const state = shelf.state(kind, slug)
    const kept: Kept = {
      newest: state?.newest.number ?? 0,
      ...(state?.published !== undefined && { published: state.published }),
    }
    shelf.remove(kind, slug, at)
    return JSON.stringify(kept)
  },
  restore([slug = ''], content, at, by) {
    if (shelf.state(kind, slug))
      throw new DomainError('conflict', `There is an ${kind} "${slug}" again; delete that one first, or change it.`)
    const { newest, published } = JSON.parse(content) as Kept
    if (!shelf.bringBack(kind, slug, newest)) {
      // Another stood in its place meanwhile, whose revisions follow
      const was = shelf.revision(kind, slug, newest)
      if (!was) throw new DomainError('not-found', `The ${kind} "${slug}" has no revision ${newest} any more.`)
      shelf.save(was.story, at, { by, note: `Back to revision ${newest}` })
    }
    if (published !== undefined) shelf.publish(kind, slug, published, at)
  },
})

/** Which revision of a story is public. */
export const publicationOf = (kind: StoryKind, shelf: StoryShelf) => ({
  read({ slug }: StoryPlace): EditedPublication | undefined {
    const state = shelf.state(kind, slug)
    if (!state) return undefined
    const { newest, status, published = null, since } = state
    return { status, newest: newest.number, published, ...(since !== undefined && { since }) }
  },
  write: (
    { slug }: StoryPlace,
    { published }: PublicationInput,
    _before: EditedPublication | undefined,
    at: string,
  ): void => shelf.publish(kind, slug, published ?? undefined, at),
})

type ListedRow = RevisionRow & StatusRow & { slug: string; title: string; languages: string }
type Page = Readonly<{ kind: StoryKind; after: string; limit: number }>
type Lists = Pick<StoryEditor, 'list' | 'revisions' | 'revision'>

/** What curators page through. */
export function storyLists(db: Database, kind: StoryKind, shelf: StoryShelf): Lists {
  const listWhere = (condition: string) =>
    db.prepare<Page, ListedRow>(`
      SELECT * FROM (
        SELECT slug, ${revisionColumns}, ${statusColumns}, story ->> 'title' AS title, story ->> 'languages' AS languages
        FROM stories JOIN story_revisions USING (kind, slug)
        WHERE kind = @kind AND slug > @after AND number = newest AND removed = 0)
      WHERE ${condition} ORDER BY slug LIMIT @limit`)
  const lists = {
    any: listWhere('true'),
    draft: listWhere('public_revision IS NULL AND was_public = 0'),
    published: listWhere('public_revision IS NOT NULL'),
    withdrawn: listWhere('public_revision IS NULL AND was_public = 1'),
  }
  const history = db.prepare<[StoryKind, string, number, number], RevisionRow>(`
    SELECT ${revisionColumns} FROM story_revisions WHERE kind = ? AND slug = ? AND number < ?
    ORDER BY number DESC LIMIT ?`)
  return {
    list: async ({ status }, { after, limit }) => lists[status ?? 'any'].all({ kind, after, limit }).map(listedFrom),
    revisions: async (slug, { before, limit }) =>
      shelf.state(kind, slug) && history.all(kind, slug, before, limit).map(revisionOf),
    revision: async (slug, number) => (shelf.state(kind, slug) ? shelf.revision(kind, slug, number) : undefined),
  }
}

const listedFrom = ({ slug, title, languages, ...row }: ListedRow): ListedStory => ({
  slug,
  title: JSON.parse(title) as Texts,
  languages: JSON.parse(languages) as readonly string[],
  ...statusOf(row),
  newest: revisionOf(row),
})
