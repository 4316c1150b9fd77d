import type { LanguageMap } from '../../catalogue/model.js'
import type { Block, Detail, Exhibition, Texts } from '../../catalogue/story.js'
import { drawnImageId } from '../../stories/drawn/ids.js'
import { drawnPart } from '../../stories/drawn/parts.js'
import { cardSize, drawnSize } from '../../stories/drawn/sizes.js'
import { findPlace } from '../../stories/places.js'
import { escapeHtml } from '../../stories/prose/html.js'
import type { Shown } from '../../stories/shown.js'
import { emptyView } from '../canvas.js'
import type { PresentationContext } from '../context.js'
import { plain } from '../plain.js'
import { type CommentParts, commentOf, mapIn, proseMap, type Tongue } from './comment.js'
import { caption, creditOf, titleOf, titleWords } from './head.js'
import { markComments } from './mark-comments.js'
import { detailOf, imagePicture, layersOf, pictureSize } from './pictures.js'
import type { Comment, OfferedPicture, StagedCanvas, StagedPart, StoryAsked, WholePicture } from './staging.js'
import { said, say, siteLanguage, words } from './words.js'

/** What blocks are staged with. */
export type Rooms = Readonly<{
  asked: StoryAsked
  story: Exhibition
  shown: Shown
  tongue: Tongue
  context: PresentationContext
}>

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

/** The canvases of a block: one, or one for each side of works that are compared by zooming. */
export function blockCanvases(block: Block, rooms: Rooms): readonly StagedCanvas[] {
  switch (block.kind) {
    case 'work':
    case 'detail':
      return [pictureCanvas(block, rooms)]
    case 'text':
    case 'quotation':
    case 'analysis':
      return [textCanvas(block, rooms)]
    case 'comparison':
      return comparisonCanvases(block, rooms)
  }
}

/** What a block is called in the table of contents. */
export function blockLabel(block: Block, { tongue, shown }: Rooms): LanguageMap {
  const { language } = tongue
  const title = plain(mapIn('title' in block ? block.title : undefined, tongue))
  switch (block.kind) {
    case 'work':
    case 'detail': {
      const work = shown.works.get(block.work)
      return title ?? (work ? titleOf(work, language) : said(words.withdrawn, language))
    }
    case 'analysis':
      return plain(mapIn(shown.analyses.get(block.analysis)?.story.title, tongue)) ?? said(words.analysis, language)
    default:
      return title ?? said(words[block.kind], language)
  }
}

const commentsOf = (key: string, parts: CommentParts, { tongue }: Rooms): readonly Comment[] => {
  const comment = commentOf(key, parts, tongue)
  return comment ? [comment] : []
}

/** A work, or a detail of one: the text stands beside it. Marks are drawn into the picture, which is also there without. */
function pictureCanvas(block: Of<'work' | 'detail'>, rooms: Rooms): StagedCanvas {
  const { tongue, shown, context } = rooms
  const { language } = tongue
  const label = blockLabel(block, rooms)
  const work = shown.works.get(block.work)
  const place = work && findPlace(block, work)
  const title = block.kind === 'detail' ? block.title : undefined
  const named = title || !work ? {} : { named: titleWords(work, language) }
  const comments = commentsOf(block.id, { title, ...named, text: block.text }, rooms)
  if (!work || !place) return missingCanvas(block.id, label, comments, rooms)
  const pictures = block.kind === 'work' ? layersOf(place.view, language, block.layer) : detailPictures(block, rooms)
  const [first] = pictures
  const summary = proseMap(block.text, tongue)
  const seen = block.kind === 'detail' ? plain(mapIn(block.alternativeText, tongue)) : undefined
  const isWhole = first?.kind !== 'crop'
  return {
    key: blockKey(block.id),
    part: 'picture',
    label,
    ...(summary ? { summary } : {}),
    metadata: [...(seen ? [{ label: said(words.seen, language), value: seen }] : []), ...caption(work, language)],
    statement: creditOf(work, language, context),
    ...pictureSize(first ?? imagePicture(place.image)),
    pictures,
    comments: comments.map(comment => (isWhole && !place.whole ? { ...comment, region: place.region } : comment)),
    marks: isWhole && block.kind === 'detail' ? markComments(block, undefined, place, tongue) : [],
    work,
  }
}

function detailPictures(block: Of<'detail'>, rooms: Rooms): readonly OfferedPicture[] {
  const { tongue, shown } = rooms
  const work = shown.works.get(block.work)
  const place = work && findPlace(block, work)
  if (!place) return []
  const cut = (of: WholePicture) => (place.whole ? of : detailOf(of, place.region))
  const drawn = drawnOf(block.id, rooms)
  const own = {
    ...cut(imagePicture(place.image)),
    label: said(drawn ? words.withoutMarks : words.detail, tongue.language),
  }
  return drawn ? [{ ...cut(drawn), label: said(words.withMarks, tongue.language) }, own] : [own]
}

function drawnOf(part: string, rooms: Rooms): Extract<WholePicture, { kind: 'drawn' }> | undefined {
  const { story, asked, shown, tongue } = rooms
  const drawn = drawnPart(story, part)
  const size = drawn && drawnSize(drawn, shown.works)
  if (!drawn || !size) return undefined
  const { slug } = story
  const language = drawn.kind === 'marks' ? {} : { language: tongue.language }
  const id = drawnImageId({ kind: 'exhibition', slug, revision: asked.published.revision, part, ...language })
  return { kind: 'drawn', id, ...size }
}

type Card = Readonly<{ part: StagedPart; id: string; label: LanguageMap; text?: Texts | undefined }>

/** A text as a picture, with the same text as summary. */
export function cardCanvas({ part, id, label, text }: Card, rooms: Rooms): StagedCanvas {
  const drawn = drawnOf(id, rooms)
  const summary = proseMap(text, rooms.tongue)
  return {
    key: part === 'section' ? `section.${id}` : blockKey(id),
    part,
    label,
    ...(summary ? { summary } : {}),
    ...cardSize,
    pictures: drawn ? [{ ...drawn, label }] : [],
    comments: [],
    marks: [],
  }
}

function textCanvas(block: Of<'text' | 'quotation' | 'analysis'>, rooms: Rooms): StagedCanvas {
  const label = blockLabel(block, rooms)
  const card = cardCanvas({ part: 'text', id: block.id, label, text: block.text }, rooms)
  if (block.kind !== 'analysis') return { ...card, comments: commentsOf(block.id, textParts(block, rooms), rooms) }
  const { uris } = rooms.context
  const { language } = rooms.tongue
  const analysis = rooms.shown.analyses.get(block.analysis)
  const page = uris.storyPage('analysis', block.analysis, { language: siteLanguage(language) })
  const link = `<p><a href="${escapeHtml(page)}">${escapeHtml(say(words.readAnalysis, language))}</a></p>`
  const parts = {
    title: analysis?.story.title,
    text: block.text ?? analysis?.story.summary,
    after: analysis ? [link] : [],
  }
  return { ...card, comments: commentsOf(block.id, parts, rooms), ...(analysis ? { analysis } : {}) }
}

function textParts(block: Of<'text' | 'quotation'>, { tongue }: Rooms): CommentParts {
  if (block.kind === 'text') return { title: block.title, text: block.text }
  const source = mapIn(block.source, tongue)
  const words = source && Object.values(source)[0]?.[0]
  return { text: block.text, after: words ? [`<p>— ${escapeHtml(words)}</p>`] : [] }
}

/** At true scale one picture that is drawn of all sides; else each side is a canvas of its own, one after the other. */
function comparisonCanvases(block: Of<'comparison'>, rooms: Rooms): readonly StagedCanvas[] {
  const { tongue, shown, context } = rooms
  const label = blockLabel(block, rooms)
  const comments = commentsOf(block.id, { title: block.title, text: block.text }, rooms)
  const summary = proseMap(block.text, tongue)
  const drawn = block.mode === 'scale' ? drawnOf(block.id, rooms) : undefined
  const works = block.sides.flatMap(({ work }) => shown.works.get(work) ?? [])
  if (works.length === 0) return [missingCanvas(block.id, label, comments, rooms)]
  if (drawn) {
    const credits = works.map(work => creditOf(work, tongue.language, context))
    const value = { [tongue.language]: [...new Set(credits.flatMap(credit => Object.values(credit.value).flat()))] }
    const part = { part: 'picture', key: blockKey(block.id), label, comments, marks: [] } as const
    const statement = { label: said(words.credit, tongue.language), value }
    return [
      { ...part, ...(summary ? { summary } : {}), ...pictureSize(drawn), statement, pictures: [{ ...drawn, label }] },
    ]
  }
  return block.sides.flatMap((side, index) => sideCanvas(block, side, index, index === 0 ? comments : [], rooms))
}

function sideCanvas(
  block: Of<'comparison'>,
  side: Detail,
  index: number,
  comments: readonly Comment[],
  rooms: Rooms,
): readonly StagedCanvas[] {
  const { tongue, shown, context } = rooms
  const work = shown.works.get(side.work)
  const place = work && findPlace(side, work)
  if (!work || !place) return []
  const whole = imagePicture(place.image)
  const picture = place.whole ? whole : detailOf(whole, place.region)
  const label = titleOf(work, tongue.language)
  const numbered = Object.entries(label).map(([language, texts]) => [
    language,
    texts.map(text => `${text} (${index + 1}/${block.sides.length})`),
  ])
  return [
    {
      key: `${blockKey(block.id)}.${index + 1}`,
      part: 'picture',
      label: Object.fromEntries(numbered),
      ...pictureSize(picture),
      metadata: caption(work, tongue.language),
      statement: creditOf(work, tongue.language, context),
      pictures: [{ ...picture, label }],
      comments,
      marks: [],
      work,
    },
  ]
}

const blockKey = (id: string): string => `block.${id}`

/** The text of a block whose work is not published any more. */
const missingCanvas = (
  id: string,
  label: LanguageMap,
  comments: readonly Comment[],
  { tongue }: Rooms,
): StagedCanvas => ({
  key: blockKey(id),
  part: 'missing',
  label,
  summary: said(words.withdrawn, tongue.language),
  width: emptyView.width,
  height: emptyView.height,
  pictures: [],
  comments,
  marks: [],
})
