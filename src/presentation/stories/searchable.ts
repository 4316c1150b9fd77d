import type { PresentationContext } from '../context.js'
import type { Searchable } from '../search/find.js'
import { addressesOf } from './manifest.js'
import type { Staging } from './staging.js'

/** What a story says, once each, where its manifest says it. */
export function searchableOf(staging: Staging, context: PresentationContext): readonly Searchable[] {
  const at = addressesOf(staging, context)
  return staging.canvases
    .filter(({ repeats }) => !repeats)
    .flatMap(({ key, comments, marks, width, height }) =>
      [{ of: 'comments', all: comments } as const, { of: 'marks', all: marks } as const].flatMap(({ of, all }) =>
        all.map(comment => ({
          comment,
          id: at.comment(key, of, comment.key),
          canvas: at.canvas(key),
          size: { width, height },
        })),
      ),
    )
}
