import type { Revision, Story } from '../../story.js'

export type RevisionRow = {
  number: number
  at: string
  by: string | null
  note: string | null
  published_at: string | null
}
export type TextRow = { story: string }

/** Columns of `story_revisions` without the story itself. */
export const revisionColumns = `number, at, "by", note, story_revisions.published_at`

export const revisionOf = ({ number, at, by, note, published_at }: RevisionRow): Revision => ({
  number,
  at,
  ...(by === null ? {} : { by }),
  ...(note === null ? {} : { note }),
  ...(published_at === null ? {} : { published: published_at }),
})

export const storyOf = ({ story }: TextRow): Story => JSON.parse(story) as Story
