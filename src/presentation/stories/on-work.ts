import type { LanguageMap, Work } from '../../catalogue/model.js'
import type { Analysis, PublishedStory } from '../../catalogue/story.js'
import type { Dimensions } from '../../image/geometry.js'
import type { PresentationContext } from '../context.js'
import type { Searchable } from '../search/find.js'
import { tourKey } from './analysis.js'
import { stageStory } from './stage.js'
import type { Comment } from './staging.js'

/** What an analysis says of a view of its work: its steps, in its first language alone, since viewers show all at once. */
export type WorkComments = Readonly<{
  view: string
  slug: string
  label: LanguageMap
  comments: readonly Comment[]
  /** px of the view's canvas */
  size: Dimensions
}>

export type ToldWork = Readonly<{ work: Work; stories: readonly PublishedStory[] }>

/** The analyses of a work among the stories that show it. */
export const analysesOf = ({ work, stories }: ToldWork): readonly PublishedStory<Analysis>[] =>
  stories.flatMap(({ story, ...rest }) =>
    story.kind === 'analysis' && story.work === work.id ? [{ ...rest, story }] : [],
  )

export const workComments = (told: ToldWork, context: PresentationContext): readonly WorkComments[] =>
  analysesOf(told).flatMap(analysis => {
    const { canvases, label } = stageStory(
      analysis,
      {},
      { works: new Map([[told.work.id, told.work]]), analyses: new Map() },
      context,
    )
    return told.work.views.flatMap(({ key }) => {
      const canvas = canvases.find(canvas => canvas.key === tourKey(key))
      if (!canvas || canvas.comments.length === 0) return []
      const { comments, width, height } = canvas
      return [{ view: key, slug: analysis.story.slug, label, comments, size: { width, height } }]
    })
  })

export const searchableOfWork = (told: ToldWork, context: PresentationContext): readonly Searchable[] =>
  workComments(told, context).flatMap(({ view, slug, comments, size }) =>
    comments.map(comment => ({
      comment,
      id: context.uris.workComment(told.work.id, view, slug, comment.key),
      canvas: context.uris.canvas(told.work.id, view),
      size,
    })),
  )
