import type { LanguageMap } from '../../catalogue/model.js'
import type { Block, Exhibition } from '../../catalogue/story.js'
import type { Shown } from '../../stories/shown.js'
import type { PresentationContext } from '../context.js'
import { plain } from '../plain.js'
import { type CommentParts, commentOf, mapIn, type Tongue } from './comment.js'
import { titleOf } from './head.js'
import type { Comment, StoryAsked } from './staging.js'
import { said, words } from './words.js'

/** What blocks are staged with. */
export type Rooms = Readonly<{
  asked: StoryAsked
  story: Exhibition
  shown: Shown
  tongue: Tongue
  context: PresentationContext
}>

export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

export const blockKey = (id: string): string => `block.${id}`

/** What a block is called in the table of contents. */
export function blockLabel(block: Block, { tongue, shown }: Rooms): LanguageMap {
  const { language } = tongue
  const title = plain(mapIn('title' in block ? block.title : undefined, tongue))
  switch (block.kind) {
    case 'work':
    case 'detail': {
      const work = shown.works.get(block.work)
      return title ?? (work ? titleOf(work, language) : said(words.withdrawn, language))
    }
    case 'analysis':
      return plain(mapIn(shown.analyses.get(block.analysis)?.story.title, tongue)) ?? said(words.analysis, language)
    default:
      return title ?? said(words[block.kind], language)
  }
}

export const commentsOf = (key: string, parts: CommentParts, { tongue }: Rooms): readonly Comment[] => {
  const comment = commentOf(key, parts, tongue)
  return comment ? [comment] : []
}

export const toldIn = ({ asked, shown, tongue }: Rooms) => ({
  published: asked.published,
  works: shown.works,
  language: tongue.language,
})
