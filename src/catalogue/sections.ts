import type { LanguageMap, Section, View } from './model.js'

/** Between the levels of a section in a cell: `Livre I > Chapitre 2`. */
export const levelSeparator = /(?:^|\s)>(?=\s|$)/

/** A table of contents with views put where a path of labels leads; what is not there on the way is added at the end. */
export function placed(
  sections: readonly Section[],
  [label, ...below]: readonly LanguageMap[],
  views: readonly string[],
): readonly Section[] {
  if (label === undefined) return sections
  const at = sections.findIndex(section => agree(section.label, label))
  const known = sections[at] ?? { label }
  const section = withViews({ ...known, label: { ...label, ...known.label } }, below, views)
  return at === -1 ? [...sections, section] : sections.with(at, section)
}

function withViews(section: Section, below: readonly LanguageMap[], views: readonly string[]): Section {
  if (below.length > 0) return { ...section, sections: placed(section.sections ?? [], below, views) }
  const all = [...new Set([...(section.views ?? []), ...views])]
  return all.length > 0 ? { ...section, views: all } : section
}

/** Labels agree where they say the same in a language that both speak. */
const agree = (a: LanguageMap, b: LanguageMap): boolean =>
  Object.entries(a).some(([language, texts]) => texts.join('\n') === b[language]?.join('\n'))

/** The table of contents that views make by saying where they stand, in their order. */
export const sectionsOfViews = (views: readonly View[]): readonly Section[] =>
  views.reduce<readonly Section[]>((sections, { key, section = [] }) => placed(sections, section, [key]), [])
