import type { LanguageMap, Work } from '../../catalogue/model.js'
import type { Analysis, PublishedStory, Step } from '../../catalogue/story.js'
import { type FoundPlace, findPlace } from '../../stories/places.js'
import { escapeHtml } from '../../stories/prose/html.js'
import { emptyView } from '../canvas.js'
import type { PresentationContext } from '../context.js'
import { plain } from '../plain.js'
import { commentOf, mapIn, proseMap, type Tongue } from './comment.js'
import { caption, creditOf, titleOf, titleWords, toldBeside } from './head.js'
import { legendHtml, legendLine, marksLegend } from './mark-comments.js'
import { drawnOf, ownLayers, pictureSize, placePicture } from './pictures.js'
import { type Comment, isCut, type OfferedPicture, type StagedCanvas } from './staging.js'
import { said, say, words } from './words.js'

export type Works = ReadonlyMap<string, Work>

/** A step with its number, and where it is in the work as that is now. */
export type Placed = Readonly<{ step: Step; number: string; label: LanguageMap; place: FoundPlace | undefined }>

export type Stage = Readonly<{
  analysis: PublishedStory<Analysis>
  works: Works
  tongue: Tongue
  context: PresentationContext
}>

/** The pictures that make a step's point where the whole view does not. */
export function stepCanvases(work: Work, placed: Placed, stage: Stage): readonly StagedCanvas[] {
  const { step, place } = placed
  if (!place) return []
  const pictures = picturesOf(step, place, stage)
  const own = pictures.length > 0 ? [stepCanvas(pictures, work, placed, stage)] : []
  return [...own, ...counterpart(placed, stage)]
}

/** With marks, in the step's layer, or of its region alone; none where the whole view shows the same. */
function picturesOf(step: Step, place: FoundPlace, stage: Stage): readonly OfferedPicture[] {
  const { language } = stage.tongue
  const told = toldIn(stage)
  const drawn = drawnOf(step.id, told)
  const layer = place.view.layers.find(({ kind }) => kind === step.layer)?.kind
  if (!drawn && !layer)
    return place.whole ? [] : [{ ...placePicture(place, step.id, told, 'detail'), label: said(words.detail, language) }]
  const layers = ownLayers(place.view, step.id, told, layer)
  if (!drawn) return layers
  const [first, ...others] = layers
  return [
    { ...drawn, label: said(words.withMarks, language) },
    ...listed(first && { ...first, label: said(words.withoutMarks, language) }),
    ...others,
  ]
}

const toldIn = ({ analysis, works, tongue }: Stage) => ({ published: analysis, works, language: tongue.language })

function stepCanvas(pictures: readonly OfferedPicture[], work: Work, placed: Placed, stage: Stage): StagedCanvas {
  const { step, label, place } = placed
  const { tongue, context } = stage
  const [first] = pictures
  const text = proseMap(step.text, tongue)
  const seen = plain(mapIn(step.alternativeText, tongue))
  const isDetail = isCut(first)
  const legend = first?.kind === 'drawn' ? marksLegend(step.marks, tongue) : []
  return {
    key: `step.${step.id}`,
    part: 'step',
    label,
    ...(seen ? { summary: seen } : {}),
    ...(text ? { text } : {}),
    metadata: [...toldBeside(label, step.text, tongue), ...legendLine(legend, tongue)],
    ...(first ? pictureSize(first) : emptyView),
    statement: creditOf(work, tongue.language, context),
    pictures,
    comments: stepComment(placed, stage, legend).map(({ region, ...comment }) =>
      isDetail || !region || !place ? comment : { ...comment, region },
    ),
    marks: [],
    repeats: true,
    work,
  }
}

function counterpart({ step, number }: Placed, stage: Stage): readonly StagedCanvas[] {
  const { works, tongue, context } = stage
  const { counterpart } = step
  const work = counterpart && works.get(counterpart.work)
  const place = work && findPlace(counterpart, work)
  if (!counterpart || !work || !place) return []
  const picture = placePicture(place, step.id, toldIn(stage), 'counterpart')
  const title = titleWords(work, tongue.language)
  const comment = commentOf(`${step.id}.counterpart`, { number, named: title, text: counterpart.caption }, tongue)
  return [
    {
      key: `step.${step.id}.counterpart`,
      part: 'counterpart',
      label: prefixed(`${number} ${say(words.beside, tongue.language)} —`, titleOf(work, tongue.language)),
      ...pictureSize(picture),
      metadata: [
        ...toldBeside(said(words.commentary, tongue.language), counterpart.caption, tongue),
        ...caption(work, tongue.language),
      ],
      statement: creditOf(work, tongue.language, context),
      pictures: [{ ...picture, label: titleOf(work, tongue.language) }],
      comments: listed(comment),
      marks: [],
      work,
    },
  ]
}

/** @param legend of the marks on the picture that the comment stands beside */
export function stepComment(
  { step, number, place }: Placed,
  { works, tongue }: Stage,
  legend: readonly string[] = [],
): readonly Comment[] {
  const other = step.counterpart && works.get(step.counterpart.work)
  const beside = listed(other).map(
    work => `<p><i>${say(words.beside, tongue.language)}</i> — ${escapeHtml(titleWords(work, tongue.language))}</p>`,
  )
  const after = [...legendHtml(legend, tongue), ...beside]
  const parts = { number, title: step.title, text: step.text, after }
  const comment = commentOf(step.id, parts, tongue)
  return listed(comment && { ...comment, ...regionOf(place) })
}

export const regionOf = (place: FoundPlace | undefined): Pick<Comment, 'region'> =>
  place && !place.whole ? { region: place.region } : {}

export const prefixed = (before: string, map: LanguageMap): LanguageMap =>
  Object.fromEntries(Object.entries(map).map(([language, texts]) => [language, texts.map(text => `${before} ${text}`)]))

export const listed = <Each>(value: Each | undefined): readonly Each[] => (value === undefined ? [] : [value])
