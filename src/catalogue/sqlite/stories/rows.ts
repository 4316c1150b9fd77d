import type { Publication } from '../../stories.js'
import type { Revision, Story } from '../../story.js'

export type RevisionRow = {
  number: number
  at: string
  by: string | null
  note: string | null
  published_at: string | null
}
export type StatusRow = { public_revision: number | null; public_since: string | null; was_public: number }
export type TextRow = { story: string }

/** Columns of `story_revisions` without the story itself. */
export const revisionColumns = `number, at, "by", note, story_revisions.published_at`

/** Columns of `stories`: which revision is public, and whether one ever was. */
export const statusColumns = `
  stories.published AS public_revision, stories.published_at AS public_since, EXISTS (
    SELECT 1 FROM story_revisions AS every
    WHERE every.kind = stories.kind AND every.slug = stories.slug AND every.published_at IS NOT NULL) AS was_public`

export const revisionOf = ({ number, at, by, note, published_at }: RevisionRow): Revision => ({
  number,
  at,
  ...(by === null ? {} : { by }),
  ...(note === null ? {} : { note }),
  ...(published_at === null ? {} : { published: published_at }),
})

export const statusOf = ({ public_revision, public_since, was_public }: StatusRow): Publication =>
  public_revision === null || public_since === null
    ? { status: was_public === 1 ? 'withdrawn' : 'draft' }
    : { status: 'published', published: public_revision, since: public_since }

export const storyOf = ({ story }: TextRow): Story => JSON.parse(story) as Story
