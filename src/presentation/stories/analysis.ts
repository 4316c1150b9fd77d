import type { Work } from '../../catalogue/model.js'
import type { Analysis, PublishedStory, Step } from '../../catalogue/story.js'
import { drawnImageId } from '../../stories/drawn/ids.js'
import { drawnPart } from '../../stories/drawn/parts.js'
import { drawnSize } from '../../stories/drawn/sizes.js'
import { type FoundPlace, findPlace } from '../../stories/places.js'
import { escapeHtml } from '../../stories/prose/html.js'
import { emptyView } from '../canvas.js'
import type { PresentationContext } from '../context.js'
import { viewLabel } from '../label.js'
import { plain } from '../plain.js'
import { commentOf, mapIn, proseMap, type Tongue } from './comment.js'
import { caption, creditOf, headOf, titleOf, titleWords, tongueOf } from './head.js'
import { markComments } from './mark-comments.js'
import { detailOf, imagePicture, layersOf, pictureSize } from './pictures.js'
import type {
  Comment,
  OfferedPicture,
  StagedCanvas,
  StagedEntry,
  Staging,
  StoryAsked,
  WholePicture,
} from './staging.js'
import { inOne, said, say, words } from './words.js'

type Works = ReadonlyMap<string, Work>

/** A step with its number, and where it is in the work as that is now. */
type Placed = Readonly<{ step: Step; number: string; label: Staging['label']; place: FoundPlace | undefined }>

type Stage = Readonly<{
  analysis: PublishedStory<Analysis>
  works: Works
  tongue: Tongue
  context: PresentationContext
}>

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
    const title = mapIn(step.title, tongue) ?? said(words.step, tongue.language)
    return { step, number, label: prefixed(number, plain(title) ?? {}), place: work && findPlace(step, work) }
  })
  const shown = [work, ...story.steps.map(({ counterpart }) => works.get(counterpart?.work ?? ''))]
  const distinct = [...new Set(shown.filter(each => each !== undefined))]
  const head = headOf(asked, distinct, context)
  const tours = work && work.views.length > 0 ? viewCanvases(work, placed, stage) : [withdrawn(placed, stage)]
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
      metadata: caption(work, tongue.language),
      statement: creditOf(work, tongue.language, context),
      comments: [...(order === 0 ? introduction(stage) : []), ...told.flatMap(each => stepComment(each, stage))],
      marks: told.flatMap(({ step, number, place }) => markComments(step, number, place, tongue)),
      work,
    }
  })
}

const tourKey = (view: string): string => `view.${view}`

const introduction = ({ analysis: { story }, tongue }: Stage): readonly Comment[] =>
  listed(commentOf('introduction', { title: story.title, text: story.summary }, tongue))

function stepComment({ step, number, place }: Placed, { works, tongue }: Stage): readonly Comment[] {
  const other = step.counterpart && works.get(step.counterpart.work)
  const beside = other && [
    `<p><i>${say(words.beside, tongue.language)}</i> — ${escapeHtml(titleWords(other, tongue.language))}</p>`,
  ]
  const parts = { number, title: step.title, text: step.text, ...(beside ? { after: beside } : {}) }
  const comment = commentOf(step.id, parts, tongue)
  return listed(comment && { ...comment, ...regionOf(place) })
}

const regionOf = (place: FoundPlace | undefined): Pick<Comment, 'region'> =>
  place && !place.whole ? { region: place.region } : {}

/** The pictures that make a step's point where the whole view does not. */
function stepCanvases(work: Work, placed: Placed, stage: Stage): readonly StagedCanvas[] {
  const { step, place } = placed
  if (!place) return []
  const { language } = stage.tongue
  const drawn = drawnOf(step.id, stage)
  const layer = step.layer && place.view.layers.some(({ kind }) => kind === step.layer) ? step.layer : undefined
  const views: StagedCanvas[] = []
  if (drawn) {
    const plain = layersOf(place.view, language, layer).map((each, index) =>
      index === 0 ? { ...each, label: said(words.withoutMarks, language) } : each,
    )
    views.push(stepCanvas('', [{ ...drawn, label: said(words.withMarks, language) }, ...plain], work, placed, stage))
  }
  if (layer) views.push(stepCanvas(drawn ? '.layer' : '', layersOf(place.view, language, layer), work, placed, stage))
  if (views.length === 0 && !place.whole) {
    const picture = detailOf(imagePicture(place.image), place.region)
    views.push(stepCanvas('', [{ ...picture, label: said(words.detail, language) }], work, placed, stage))
  }
  return [...views, ...counterpart(placed, stage)]
}

function drawnOf(part: string, { analysis, works }: Stage): Extract<WholePicture, { kind: 'drawn' }> | undefined {
  const drawn = drawnPart(analysis.story, part)
  const size = drawn && drawnSize(drawn, works)
  const id = drawnImageId({ kind: 'analysis', slug: analysis.story.slug, revision: analysis.revision, part })
  return size && { kind: 'drawn', id, ...size }
}

function stepCanvas(
  suffix: string,
  pictures: readonly OfferedPicture[],
  work: Work,
  placed: Placed,
  stage: Stage,
): StagedCanvas {
  const { step, label, place } = placed
  const { tongue, context } = stage
  const [first] = pictures
  const summary = proseMap(step.text, tongue)
  const seen = plain(mapIn(step.alternativeText, tongue))
  const isDetail = first?.kind === 'crop'
  return {
    key: `step.${step.id}${suffix}`,
    part: 'step',
    label,
    ...(summary ? { summary } : {}),
    ...(seen ? { metadata: [{ label: said(words.seen, tongue.language), value: seen }] } : {}),
    ...(first ? pictureSize(first) : emptyView),
    statement: creditOf(work, tongue.language, context),
    pictures,
    comments: stepComment(placed, stage).map(({ region, ...comment }) =>
      isDetail || !region || !place ? comment : { ...comment, region },
    ),
    marks: [],
    repeats: true,
    work,
  }
}

function counterpart({ step, number }: Placed, { works, tongue, context }: Stage): readonly StagedCanvas[] {
  const { counterpart } = step
  const work = counterpart && works.get(counterpart.work)
  const place = work && findPlace(counterpart, work)
  if (!counterpart || !work || !place) return []
  const whole = imagePicture(place.image)
  const picture = place.whole ? whole : detailOf(whole, place.region)
  const title = titleWords(work, tongue.language)
  const comment = commentOf(`${step.id}.counterpart`, { number, named: title, text: counterpart.caption }, tongue)
  return [
    {
      key: `step.${step.id}.counterpart`,
      part: 'counterpart',
      label: prefixed(`${number} ${say(words.beside, tongue.language)} —`, titleOf(work, tongue.language)),
      ...pictureSize(picture),
      metadata: caption(work, tongue.language),
      statement: creditOf(work, tongue.language, context),
      pictures: [{ ...picture, label: titleOf(work, tongue.language) }],
      comments: listed(comment),
      marks: [],
      work,
    },
  ]
}

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

/** The whole text where the work is not published any more. */
const withdrawn = (placed: readonly Placed[], stage: Stage): StagedCanvas => ({
  key: 'withdrawn',
  part: 'missing',
  label: said(words.withdrawn, stage.tongue.language),
  width: emptyView.width,
  height: emptyView.height,
  pictures: [],
  comments: [...introduction(stage), ...placed.flatMap(each => stepComment(each, stage))],
  marks: [],
})

const entryOf = (key: string, label: Staging['label'], targets: StagedEntry['targets']): StagedEntry => ({
  key,
  label,
  targets,
  entries: [],
})

const prefixed = (before: string, map: Staging['label']): Staging['label'] =>
  Object.fromEntries(Object.entries(map).map(([language, texts]) => [language, texts.map(text => `${before} ${text}`)]))

const listed = <Each>(value: Each | undefined): readonly Each[] => (value === undefined ? [] : [value])
