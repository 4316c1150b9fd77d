import type { Block, Story, Texts } from '../catalogue/story.js'
import type { At } from '../schema/mistakes.js'

/** A text of a story, where it stands, and whether it is prose. */
export type StoryText = Readonly<{ at: At; texts: Texts; prose: boolean }>

/** Every text there is, in the order of the telling. */
export const textsOf = (story: Story): readonly StoryText[] => [
  ...entries([], story, { title: false, subtitle: false, summary: true }),
  ...(story.credits ?? []).map(({ role }, index) => ({ at: ['credits', index, 'role'], texts: role, prose: false })),
  ...(story.rights?.credit ? [{ at: ['rights', 'credit'], texts: story.rights.credit, prose: false }] : []),
  ...(story.kind === 'analysis'
    ? story.steps.flatMap((step, index) => {
        const at = ['steps', index]
        return [
          ...entries(at, step, { title: false, text: true, alternativeText: false }),
          ...entries([...at, 'counterpart'], step.counterpart ?? {}, { caption: false }),
          ...(step.marks ?? []).flatMap((mark, place) => entries([...at, 'marks', place], mark, { label: false })),
        ]
      })
    : [
        ...entries([], story, { place: false }),
        ...story.sections.flatMap((section, index) => [
          ...entries(['sections', index], section, { title: false, text: true }),
          ...section.blocks.flatMap((block, place) => blockTexts(block, ['sections', index, 'blocks', place])),
        ]),
      ]),
]

const blockTexts = (block: Block, at: At): readonly StoryText[] => [
  ...entries(at, block, { title: false, text: true, source: false, alternativeText: false }),
  ...(block.kind === 'detail'
    ? (block.marks ?? []).flatMap((mark, place) => entries([...at, 'marks', place], mark, { label: false }))
    : []),
]

/** The named fields of a thing that are there. */
function entries(at: At, thing: object, fields: Readonly<Record<string, boolean>>): readonly StoryText[] {
  return Object.entries(fields).flatMap(([field, prose]) => {
    const texts = (thing as Readonly<Record<string, Texts | undefined>>)[field]
    return texts ? [{ at: [...at, field], texts, prose }] : []
  })
}

/** A text that a story lacks in a language that it is published in. */
export type MissingText = Readonly<{ language: string; at: At }>

export const missingTexts = (story: Story): readonly MissingText[] =>
  textsOf(story).flatMap(({ at, texts }) =>
    story.languages.filter(language => !texts[language]?.trim()).map(language => ({ language, at })),
  )

/** How many of its texts a story has in each of its languages, from 0 to 1. */
export function completeness(story: Story): ReadonlyMap<string, number> {
  const all = textsOf(story)
  const written = (language: string): number => all.filter(({ texts }) => texts[language]?.trim()).length
  return new Map(story.languages.map(language => [language, all.length === 0 ? 1 : written(language) / all.length]))
}

/** The text in a language, or in the nearest there is: the story's languages in order, then any. */
export function textIn(
  texts: Texts | undefined,
  language: string,
  languages: readonly string[],
): Readonly<{ text: string; language: string }> | undefined {
  if (!texts) return undefined
  const found = [language, ...languages, ...Object.keys(texts)].find(each => texts[each]?.trim())
  return found === undefined ? undefined : { text: texts[found] ?? '', language: found }
}
