import type { Section } from '../../catalogue/model.js'
import { levelSeparator, placed } from '../../catalogue/sections.js'
import type { Apply, Value } from './applying.js'

/** An entry of a table of contents as a cell gives it: `Livre I > Chapitre 2: 4-6, 9`. */
type Entry = Readonly<{ path: readonly string[]; views: readonly string[] }>

const mostViews = 10_000

/** Entries of a table of contents, each a value; in a further language the same entries in the same order. */
export const putSections =
  <Draft extends Readonly<{ sections?: readonly Section[] }>>(): Apply<Draft> =>
  (draft, values, language) => {
    const unread: Value[] = []
    let sections: readonly Section[] = []
    for (const value of values) {
      const entry = entryFrom(value.text)
      if (!entry) unread.push(value)
      else {
        const path = entry.path.map(label => ({ [language]: [label] }))
        sections = placed(sections, path, entry.views)
      }
    }
    return {
      draft: sections.length > 0 ? { ...draft, sections: together(draft.sections ?? [], sections) } : draft,
      objections: unread.map(value => ({ kind: 'not-a-section', value })),
    }
  }

/** A label without views is the heading of those that follow below it. */
export function entryFrom(text: string): Entry | undefined {
  const [, labels = text, keys] = /^(.*?)(?<!\s)\s*:\s*(\d[^:]*)$/s.exec(text) ?? []
  const path = labels.split(levelSeparator).map(label => label.trim())
  const views = keys === undefined ? [] : keys.split(',').flatMap(key => viewsFrom(key.trim()) ?? [''])
  const readable = path.every(label => label !== '') && views.every(view => view !== '') && views.length <= mostViews
  return readable ? { path, views } : undefined
}

/** `4`, `4-6`, or a view by its key, such as `4-p02`. */
function viewsFrom(text: string): readonly string[] | undefined {
  const [, from, to] = /^(\d{1,4})\s*[-–]\s*(\d{1,4})$/.exec(text) ?? []
  if (from === undefined) return /^\d[\w.-]{0,99}$/.test(text) ? [text] : undefined
  const [first, count] = [Number(from), Number(to) - Number(from) + 1]
  return count > 0 ? Array.from({ length: count }, (_, index) => String(first + index)) : undefined
}

/** The same table of contents in two languages, entry by entry. */
const together = (a: readonly Section[], b: readonly Section[]): readonly Section[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, index) => {
    const [one, other] = [a[index], b[index]]
    if (!one || !other) return (one ?? other) as Section
    const views = [...new Set([...(one.views ?? []), ...(other.views ?? [])])]
    const below = together(one.sections ?? [], other.sections ?? [])
    return {
      label: { ...one.label, ...other.label },
      ...(views.length > 0 && { views }),
      ...(below.length > 0 && { sections: below }),
    }
  })
