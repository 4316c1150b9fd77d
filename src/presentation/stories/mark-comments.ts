import type { Mark, Step } from '../../catalogue/story.js'
import { markNumbers } from '../../stories/drawn/mark-numbers.js'
import type { FoundPlace } from '../../stories/places.js'
import { escapeHtml } from '../../stories/prose/html.js'
import { plain } from '../plain.js'
import type { LabelledValue } from '../types.js'
import { commentOf, type Tongue, titleIn } from './comment.js'
import { markBox, markPath } from './marks.js'
import type { MarkComment } from './staging.js'
import { markWords, said, say, words } from './words.js'

/** What the numbers on marks that are drawn into a picture stand for, in a language; the name alone of one without number. */
export function marksLegend(marks: readonly Mark[] = [], tongue: Tongue): readonly string[] {
  const numbers = markNumbers(marks)
  return marks.flatMap(({ id, label }) => {
    const name = titleIn(label, tongue)?.text
    const number = numbers.get(id)
    return name === undefined ? [] : number === undefined ? [name] : [`${number}. ${name}`]
  })
}

/** A legend as a line of metadata. */
export const legendLine = (legend: readonly string[], { language }: Tongue): readonly LabelledValue[] => {
  const value = plain({ [language]: legend })
  return legend.length > 0 && value ? [{ label: said(words.marks, language), value }] : []
}

/** A legend as what follows a comment. */
export const legendHtml = (legend: readonly string[], { language }: Tongue): readonly string[] =>
  legend.length > 0 ? [`<p><i>${say(words.marks, language)}</i><br>${legend.map(escapeHtml).join('<br>')}</p>`] : []

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
