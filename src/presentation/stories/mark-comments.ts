import type { Step } from '../../catalogue/story.js'
import type { FoundPlace } from '../../stories/places.js'
import { commentOf, type Tongue } from './comment.js'
import { markBox, markPath } from './marks.js'
import type { MarkComment } from './staging.js'
import { markWords, say } from './words.js'

/** The marks of a step or detail as named shapes on its view; none where they cannot be trusted any more. */
export function markComments(
  { id, marks = [] }: Pick<Step, 'id' | 'marks'>,
  number: string | undefined,
  place: FoundPlace | undefined,
  tongue: Tongue,
): readonly MarkComment[] {
  if (!place || place.displaced) return []
  return marks.flatMap(mark => {
    const named = mark.label ? {} : { named: say(markWords[mark.kind], tongue.language) }
    const comment = commentOf(`${id}.${mark.id}`, { number, title: mark.label, ...named }, tongue)
    if (!comment) return []
    return [{ ...comment, path: markPath(mark, place.scale), region: markBox(mark, place.scale, place.image) }]
  })
}
