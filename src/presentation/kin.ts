import type { LanguageMap, Relatives, Work } from '../catalogue/model.js'
import { escapeHtml } from '../stories/prose/html.js'
import type { PresentationContext } from './context.js'
import { workTitle } from './label.js'
import { inLanguages, type Phrase, phrase, readIn, siteLanguages } from './languages.js'
import type { LabelledValue } from './types.js'

/** What the works around a work are to it. */
export const kinLabels = {
  whole: { fr: 'Fait partie de', en: 'Part of', nl: 'Deel van' },
  parts: { fr: 'Comprend', en: 'Consists of', nl: 'Bestaat uit' },
  related: { fr: 'Œuvres en rapport', en: 'Related works', nl: 'Verwante werken' },
} as const satisfies Record<string, Phrase>

/** The works around a work, as links to their pages: the one kind of HTML that these documents carry (Presentation 3 §4.2). */
export function kinMetadata({ whole, parts, related }: Relatives, context: PresentationContext): LabelledValue[] {
  const entries = { whole: whole ? [whole] : [], parts, related }
  return (['whole', 'parts', 'related'] as const).flatMap(kind => {
    const value = links(entries[kind], context)
    return value ? [{ label: phrase(kinLabels[kind]), value }] : []
  })
}

const links = (works: readonly Work[], { uris }: PresentationContext): LanguageMap | undefined =>
  inLanguages(siteLanguages, language =>
    works.map(work => {
      const title = readIn(workTitle(work), language)[0] ?? work.id
      return `<a href="${escapeHtml(uris.workPage(work.id, language))}">${escapeHtml(title)}</a>`
    }),
  )
