import type { LanguageMap, Work } from '../../catalogue/model.js'
import type { Analysis } from '../../catalogue/story.js'
import { findPlace } from '../../stories/places.js'
import type { PresentationContext } from '../context.js'
import { notPhotographed, viewLabel } from '../label.js'
import { plain } from '../plain.js'
import { commentOf, mapIn } from './comment.js'
import { caption, creditOf, headOf, toldBeside, tongueOf } from './head.js'
import { markComments } from './mark-comments.js'
import { imagePicture, layersOf, noticePicture, pictureSize } from './pictures.js'
import type { Comment, StagedCanvas, StagedEntry, Staging, StoryAsked } from './staging.js'
import { listed, type Placed, prefixed, regionOf, type Stage, stepCanvases, stepComment, type Works } from './steps.js'
import { inOne, said, say, words } from './words.js'

/**
 * An analysis on canvases. First each view that it speaks of, with all its steps as comments in their order: viewers that
 * show comments read it there from end to end. Then a canvas for each step whose point the whole view does not show, in
 * the order of the steps: the marks drawn, the layer in front, the detail, the counterpart. Viewers that hide comments
 * or go to no region still page through the story.
 */
export function stageAnalysis(asked: StoryAsked, story: Analysis, works: Works, context: PresentationContext): Staging {
  const tongue = tongueOf(asked)
  const stage: Stage = { analysis: { ...asked.published, story }, works, tongue, context }
  const work = works.get(story.work)
  const placed = story.steps.map((step, index): Placed => {
    const number = `${index + 1}/${story.steps.length}`
    const title = plain(mapIn(step.title, tongue))
    const label = title ? prefixed(number, title) : prefixed(say(words.step, tongue.language), { none: [number] })
    return { step, number, label, place: work && findPlace(step, work) }
  })
  const shown = [work, ...story.steps.map(({ counterpart }) => works.get(counterpart?.work ?? ''))]
  const distinct = [...new Set(shown.filter(each => each !== undefined))]
  const head = headOf(asked, distinct, context)
  const tours = work && work.views.length > 0 ? viewCanvases(work, placed, stage) : [withdrawn(work, placed, stage)]
  const steps = work ? placed.map(each => stepCanvases(work, each, stage)) : []
  return {
    ...asked,
    ...head,
    canvases: [...tours, ...steps.flat()],
    contents: [
      entryOf('introduction', said(words.introduction, tongue.language), [{ canvas: tours[0]?.key ?? '' }]),
      ...placed.map((each, index) => stepEntry(each, tours, steps[index] ?? [])),
    ],
    works: distinct,
  }
}

/** The views that steps are in, the first one first; steps of none are told with the first. */
function viewCanvases(work: Work, placed: readonly Placed[], stage: Stage): readonly StagedCanvas[] {
  const { tongue, context } = stage
  const used = new Set(placed.map(({ place }) => place?.index ?? 0))
  const views = [...work.views.entries()].filter(([index]) => used.has(index))
  return views.map(([index, view], order) => {
    const told = placed.filter(({ place }) => (place?.index ?? views[0]?.[0]) === index)
    const [picture, ...others] = layersOf(view, tongue.language)
    return {
      key: tourKey(view.key),
      part: 'tour',
      label: inOne(plain(viewLabel(view, index, work)) ?? {}, tongue.language),
      ...pictureSize(picture ?? imagePicture((view.layers[0] as (typeof view.layers)[0]).image)),
      pictures: picture ? [picture, ...others] : [],
      metadata: [
        ...told.flatMap(({ step, label }) => toldBeside(label, step.text, tongue)),
        ...caption(work, tongue.language),
      ],
      statement: creditOf(work, tongue.language, context),
      comments: [...(order === 0 ? introduction(stage) : []), ...told.flatMap(each => stepComment(each, stage))],
      marks: told.flatMap(({ step, number, place }) => markComments(step, number, place, tongue)),
      work,
    }
  })
}

/** Of the canvas of a view. */
export const tourKey = (view: string): string => `view.${view}`

const introduction = ({ analysis: { story }, tongue }: Stage): readonly Comment[] =>
  listed(commentOf('introduction', { title: story.title, text: story.summary }, tongue))

/** A step leads to the picture that makes its point, and to its region in the whole: viewers show the first they can. */
function stepEntry(
  { step, label, place }: Placed,
  tours: readonly StagedCanvas[],
  canvases: readonly StagedCanvas[],
): StagedEntry {
  const tour = tours.find(({ key }) => key === tourKey(place?.view.key ?? '')) ?? tours[0]
  const region = regionOf(place)
  return entryOf(`step.${step.id}`, label, [
    ...canvases.map(({ key }) => ({ canvas: key })),
    ...(tour ? [{ canvas: tour.key, ...region }] : []),
  ])
}

/** The whole text where the work has no picture, or is not published any more. */
function withdrawn(work: Work | undefined, placed: readonly Placed[], stage: Stage): StagedCanvas {
  const { tongue, analysis, works, context } = stage
  const { language } = tongue
  const label = said(work ? notPhotographed : words.withdrawn, language)
  return {
    key: 'withdrawn',
    part: 'missing',
    label,
    metadata: [
      ...placed.flatMap(each => toldBeside(each.label, each.step.text, tongue)),
      ...(work ? caption(work, language) : []),
    ],
    ...(work ? { statement: creditOf(work, language, context), work } : {}),
    ...noticePicture(analysis.story.steps[0]?.id ?? '', label, { published: analysis, works, language }),
    comments: [...introduction(stage), ...placed.flatMap(each => stepComment(each, stage))],
    marks: [],
  }
}

const entryOf = (key: string, label: LanguageMap, targets: StagedEntry['targets']): StagedEntry => ({
  key,
  label,
  targets,
  entries: [],
})
