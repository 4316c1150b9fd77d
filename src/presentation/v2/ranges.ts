import type { Work } from '../../catalogue/model.js'
import type { Contents } from '../contents.js'
import type { PresentationContext } from '../context.js'
import { texts } from './texts.js'
import type { Range } from './types.js'

/** A table of contents as version 2 has it: all ranges in one list, each naming those below it; the first is the top. */
export function contentsRanges(work: Work, contents: Contents, context: PresentationContext): readonly Range[] {
  const { uris } = context
  const written = ({ key, label, canvases, entries }: Contents): readonly Range[] => [
    {
      '@id': uris.range(work.id, key),
      '@type': 'sc:Range',
      label: texts(label),
      ...(canvases.length > 0 ? { canvases: canvases.map(({ work, view }) => uris.canvas(work, view)) } : {}),
      ...(entries.length > 0 ? { ranges: entries.map(entry => uris.range(work.id, entry.key)) } : {}),
    },
    ...entries.flatMap(written),
  ]
  return written(contents).map((range, index) => (index === 0 ? { ...range, viewingHint: 'top' } : range))
}
