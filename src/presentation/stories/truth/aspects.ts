import type { Story } from '../../../catalogue/story.js'
import { blocksOf } from '../../../catalogue/story-names.js'

/** What a story may ask of a viewer, in the order of the table. */
export const aspects = {
  text: { fr: 'Les textes', en: 'The texts' },
  order: { fr: 'L’ordre', en: 'The order' },
  contents: { fr: 'Le sommaire', en: 'The table of contents' },
  regions: { fr: 'Les détails', en: 'The details' },
  marks: { fr: 'Les tracés', en: 'The marks' },
  layers: { fr: 'Les couches (infrarouge…)', en: 'The layers (infrared…)' },
  others: { fr: 'Les autres œuvres', en: 'The other works' },
  languages: { fr: 'Les langues', en: 'The languages' },
} as const

export type Aspect = keyof typeof aspects

/** How often a story asks for each aspect: steps, blocks, languages. What it never asks for is in no table. */
export function aspectsOf(story: Story): Readonly<Partial<Record<Aspect, number>>> {
  const counts: Readonly<Record<Aspect, number>> =
    story.kind === 'analysis'
      ? {
          ...always(story.steps.length),
          regions: story.steps.filter(({ region }) => region).length,
          marks: story.steps.filter(({ marks = [] }) => marks.length > 0).length,
          layers: story.steps.filter(({ layer }) => layer && layer !== 'visible').length,
          others: story.steps.filter(({ counterpart }) => counterpart).length,
          languages: others(story),
        }
      : exhibitionAspects(story)
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

function exhibitionAspects(story: Extract<Story, { kind: 'exhibition' }>): Readonly<Record<Aspect, number>> {
  const blocks = blocksOf(story)
  return {
    ...always(blocks.length + story.sections.length),
    regions: blocks.filter(block => block.kind === 'detail').length,
    marks: blocks.filter(block => block.kind === 'detail' && (block.marks ?? []).length > 0).length,
    layers: blocks.filter(block => block.kind === 'work' && block.layer && block.layer !== 'visible').length,
    others: blocks.filter(block => block.kind === 'comparison').length,
    languages: others(story),
  }
}

const always = (count: number) => ({ text: count, order: count, contents: count })

/** A story in one language asks nothing. */
const others = ({ languages }: Story): number => (languages.length > 1 ? languages.length : 0)
