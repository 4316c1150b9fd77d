import type { Block, ExhibitionSection, Mark, Place, Story } from '../../catalogue/story.js'

/** What is drawn of a part of a story. Marks are drawn without words; cards and comparisons in a language. */
export type DrawnPart =
  | Readonly<{ kind: 'marks'; work: string; place: Place; marks: readonly Mark[] }>
  /** `number` counts sections from 1. */
  | Readonly<{ kind: 'card'; of: 'section'; section: ExhibitionSection; number: number }>
  | Readonly<{ kind: 'card'; of: 'block'; block: CardBlock }>
  | Readonly<{ kind: 'comparison'; block: ComparisonBlock }>

export type CardBlock = Extract<Block, { kind: 'text' | 'quotation' | 'analysis' }>
export type ComparisonBlock = Extract<Block, { kind: 'comparison' }>

/** Undefined where the story has no such part, or nothing is drawn of it. */
export function drawnPart(story: Story, id: string): DrawnPart | undefined {
  if (story.kind === 'analysis') {
    const step = story.steps.find(step => step.id === id)
    return step && marksOf(story.work, step, step.marks)
  }
  const number = 1 + story.sections.findIndex(section => section.id === id)
  const section = story.sections[number - 1]
  if (section) return { kind: 'card', of: 'section', section, number }
  const block = story.sections.flatMap(({ blocks }) => blocks).find(block => block.id === id)
  return block && drawnBlock(block)
}

function drawnBlock(block: Block): DrawnPart | undefined {
  switch (block.kind) {
    case 'detail':
      return marksOf(block.work, block, block.marks)
    case 'text':
    case 'quotation':
    case 'analysis':
      return { kind: 'card', of: 'block', block }
    case 'comparison':
      return block.mode === 'scale' ? { kind: 'comparison', block } : undefined
    case 'work':
      return undefined
  }
}

const marksOf = (work: string, place: Place, marks: readonly Mark[] = []): DrawnPart | undefined =>
  marks.length > 0 ? { kind: 'marks', work, place, marks } : undefined
