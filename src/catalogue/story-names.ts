import type { Block, Detail, Exhibition, Story } from './story.js'

/** Ids of the works that a story shows, each once, in the order of its telling. */
export const worksNamed = (story: Story): readonly string[] => [
  ...new Set([
    ...(story.kind === 'analysis'
      ? [story.work, ...story.steps.flatMap(({ counterpart }) => counterpart?.work ?? [])]
      : blocksOf(story).flatMap(blockWorks)),
    ...(story.cover ? [story.cover.work] : []),
  ]),
]

/** Slugs of the analyses that an exhibition invites to. */
export const analysesNamed = (story: Story): readonly string[] =>
  story.kind === 'analysis'
    ? []
    : [...new Set(blocksOf(story).flatMap(block => (block.kind === 'analysis' ? block.analysis : [])))]

export const blocksOf = (story: Exhibition): readonly Block[] => story.sections.flatMap(({ blocks }) => blocks)

function blockWorks(block: Block): readonly string[] {
  switch (block.kind) {
    case 'work':
    case 'detail':
      return [block.work]
    case 'comparison':
      return block.sides.map(({ work }: Detail) => work)
    case 'text':
    case 'analysis':
    case 'quotation':
      return []
  }
}
