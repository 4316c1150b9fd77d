import type { LanguageMap, Relatives, Section, Work } from '../catalogue/model.js'
import { sectionsOfViews } from '../catalogue/sections.js'
import { contentsLabel, workTitle } from './label.js'
import { phrase } from './languages.js'
import { plain } from './plain.js'

/** A table of contents, or an entry of it, before it is written in any version; `key` is its place in addresses. */
export type Contents = Readonly<{
  key: string
  label: LanguageMap
  /** Views of the work or of its parts. */
  canvases: readonly Readonly<{ work: string; view: string }>[]
  entries: readonly Contents[]
}>

export const noRelatives: Relatives = { parts: [], related: [] }

/** The works whose views a manifest shows: its own first, then those of its parts; its empty canvas where none has any. */
export function worksShown(work: Work, { parts }: Relatives): readonly Work[] {
  const shown = [work, ...parts].filter(({ views }) => views.length > 0)
  return shown.length > 0 ? shown : [work]
}

/** The work whose picture stands for a work: itself, or its first part that has one. */
export const pictured = (work: Work, relatives: Relatives): Work | undefined => worksShown(work, relatives)[0]

/** Sections as the record has them, else as its views say them, then an entry for each part; undefined where there is nothing to find one's way in. */
export function contentsOf(work: Work, { parts }: Relatives): Contents | undefined {
  const sections = (work.sections ?? sectionsOfViews(work.views)).flatMap((section, index) =>
    sectionOf(work, section, `${index + 1}`),
  )
  const shown = parts.filter(({ views }) => views.length > 0)
  const own = sections.length === 0 && shown.length > 0 && work.views.length > 0 ? [viewsOf(work, 'views')] : sections
  const entries = [...own, ...shown.map(part => viewsOf(part, `part-${part.id}`))]
  if (entries.length === 0) return undefined
  return { key: 'contents', label: phrase(contentsLabel), canvases: [], entries }
}

const viewsOf = (work: Work, key: string): Contents => ({
  key,
  label: plain(workTitle(work)) ?? {},
  canvases: work.views.map(view => ({ work: work.id, view: view.key })),
  entries: [],
})

/** Views that the work has not, and sections without any, are left out. */
function sectionOf(work: Work, { label, views = [], sections = [] }: Section, key: string): readonly Contents[] {
  const canvases = views
    .filter(view => work.views.some(each => each.key === view))
    .map(view => ({ work: work.id, view }))
  const entries = sections.flatMap((section, index) => sectionOf(work, section, `${key}-${index + 1}`))
  if (canvases.length === 0 && entries.length === 0) return []
  return [{ key, label: plain(label) ?? { none: [key] }, canvases, entries }]
}
