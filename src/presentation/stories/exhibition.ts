import type { Block, Exhibition, ExhibitionSection } from '../../catalogue/story.js'
import { worksNamed } from '../../catalogue/story-names.js'
import type { Shown } from '../../stories/shown.js'
import type { PresentationContext } from '../context.js'
import { plain } from '../plain.js'
import { blockCanvases, cardCanvas } from './blocks.js'
import { commentOf, mapIn } from './comment.js'
import { headOf, tongueOf } from './head.js'
import { blockLabel, type Rooms } from './rooms.js'
import type { StagedCanvas, StagedEntry, Staging, StoryAsked } from './staging.js'
import { said, words } from './words.js'

/**
 * An exhibition on canvases: each section opens with its card, then its blocks follow in their order, each on a canvas of
 * its own. Texts are cards, real pictures, since viewers paint no text; beside works they are comments and summaries.
 */
export function stageExhibition(
  asked: StoryAsked,
  story: Exhibition,
  shown: Shown,
  context: PresentationContext,
): Staging {
  const rooms: Rooms = { asked, story, shown, tongue: tongueOf(asked), context }
  const named = worksNamed(story).flatMap(id => shown.works.get(id) ?? [])
  const sections = story.sections.map((section, index) => sectionStage(section, index, rooms))
  return {
    ...asked,
    ...headOf(asked, named, context),
    canvases: sections.flatMap(({ canvases }) => canvases),
    contents: sections.map(({ entry }) => entry),
    works: named,
  }
}

function sectionStage(
  section: ExhibitionSection,
  index: number,
  rooms: Rooms,
): Readonly<{ canvases: readonly StagedCanvas[]; entry: StagedEntry }> {
  const { tongue, story } = rooms
  const label = plain(mapIn(section.title, tongue)) ?? { none: [section.id] }
  const opening = commentOf('introduction', { title: story.title, text: story.summary }, tongue)
  const comment = commentOf(section.id, { title: section.title, text: section.text }, tongue)
  const card = cardCanvas({ part: 'section', id: section.id, label, text: section.text }, rooms)
  const comments = [...(index === 0 && opening ? [opening] : []), ...(comment ? [comment] : [])]
  const blocks = section.blocks.map(block => ({ block, canvases: blockCanvases(block, rooms) }))
  return {
    canvases: [{ ...card, comments }, ...blocks.flatMap(({ canvases }) => canvases)],
    entry: {
      key: `section.${section.id}`,
      label,
      targets: [],
      // Viewers lead to entries without entries of their own alone, so the card is one
      entries: [
        {
          key: `card.${section.id}`,
          label: said(words.introduction, tongue.language),
          targets: [{ canvas: card.key }],
          entries: [],
        },
        ...blocks.map(({ block, canvases }) => blockEntry(block, canvases, rooms)),
      ],
    },
  }
}

const blockEntry = (block: Block, canvases: readonly StagedCanvas[], rooms: Rooms): StagedEntry => ({
  key: `block.${block.id}`,
  label: blockLabel(block, rooms),
  targets: canvases.map(({ key }) => ({ canvas: key })),
  entries: [],
})
