import type { Work } from '../catalogue/model.js'
import type { Contents } from './contents.js'
import type { PresentationContext } from './context.js'
import type { Range } from './types.js'

/** A table of contents as ranges within ranges, below a single one: Mirador shows no other as a table. */
export function contentsRange(work: Work, contents: Contents, context: PresentationContext): Range {
  const { uris } = context
  return {
    id: uris.range(work.id, contents.key),
    type: 'Range',
    label: contents.label,
    items: [
      ...contents.canvases.map(({ work, view }) => ({ id: uris.canvas(work, view), type: 'Canvas' }) as const),
      ...contents.entries.map(entry => contentsRange(work, entry, context)),
    ],
  }
}

/** The range at an address, however deep it lies. */
export function rangeAt(ranges: readonly Range['items'][number][], id: string): Range | undefined {
  for (const range of ranges) {
    if (range.type !== 'Range') continue
    const found = range.id === id ? range : rangeAt(range.items, id)
    if (found) return found
  }
  return undefined
}
