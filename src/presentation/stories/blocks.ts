import type { LanguageMap, View } from '../../catalogue/model.js'
import type { Block, Texts } from '../../catalogue/story.js'
import { cardSize } from '../../stories/drawn/sizes.js'
import { findPlace } from '../../stories/places.js'
import { escapeHtml } from '../../stories/prose/html.js'
import { plain } from '../plain.js'
import { type CommentParts, mapIn, proseMap } from './comment.js'
import { comparisonCanvases } from './comparison.js'
import { caption, creditOf, titleWords, toldBeside } from './head.js'
import { legendHtml, legendLine, markComments, marksLegend } from './mark-comments.js'
import { missingCanvas } from './missing.js'
import { drawnOf, imagePicture, layersOf, ownLayers, pictureSize, placePicture } from './pictures.js'
import { type BlockOf, blockKey, blockLabel, commentsOf, type Rooms, toldIn } from './rooms.js'
import { isCut, type OfferedPicture, type StagedCanvas, type StagedPart } from './staging.js'
import { said, say, siteLanguage, words } from './words.js'

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

/** A work, or a detail of one: the text stands beside it. Marks are drawn into the picture, which is also there without. */
function pictureCanvas(block: BlockOf<'work' | 'detail'>, rooms: Rooms): StagedCanvas {
  const { tongue, shown, context } = rooms
  const { language } = tongue
  const label = blockLabel(block, rooms)
  const work = shown.works.get(block.work)
  const place = work && findPlace(block, work)
  const title = block.kind === 'detail' ? block.title : undefined
  const named = title || !work ? {} : { named: titleWords(work, language) }
  const parts = { title, ...named, text: block.text }
  if (!work || !place) return missingCanvas(block, commentsOf(block.id, parts, rooms), rooms)
  const pictures = block.kind === 'work' ? workPictures(block, place.view, rooms) : detailPictures(block, rooms)
  const [first] = pictures
  const text = proseMap(block.text, tongue)
  const seen = block.kind === 'detail' ? plain(mapIn(block.alternativeText, tongue)) : undefined
  const isWhole = !isCut(first)
  const legend = block.kind === 'detail' && pictures.length > 1 ? marksLegend(block.marks, tongue) : []
  const comments = commentsOf(block.id, { ...parts, after: legendHtml(legend, tongue) }, rooms)
  return {
    key: blockKey(block.id),
    part: 'picture',
    label,
    ...(seen ? { summary: seen } : {}),
    ...(text ? { text } : {}),
    metadata: [
      ...toldBeside(said(words.commentary, language), block.text, tongue),
      ...legendLine(legend, tongue),
      ...caption(work, language),
    ],
    statement: creditOf(work, language, context),
    ...pictureSize(first ?? imagePicture(place.image)),
    pictures,
    comments: comments.map(comment => (isWhole && !place.whole ? { ...comment, region: place.region } : comment)),
    marks: isWhole && block.kind === 'detail' ? markComments(block, undefined, place, tongue) : [],
    work,
  }
}

function workPictures({ id, layer }: BlockOf<'work'>, view: View, rooms: Rooms): readonly OfferedPicture[] {
  const isFirst = layer === undefined || view.layers[0]?.kind === layer
  return isFirst ? layersOf(view, rooms.tongue.language) : ownLayers(view, id, toldIn(rooms), layer)
}

function detailPictures(block: BlockOf<'detail'>, rooms: Rooms): readonly OfferedPicture[] {
  const { tongue, shown } = rooms
  const work = shown.works.get(block.work)
  const place = work && findPlace(block, work)
  if (!place) return []
  const told = toldIn(rooms)
  const drawn = drawnOf(block.id, told)
  const [whole] = drawn && place.whole ? ownLayers(place.view, block.id, told) : []
  const own = {
    ...(whole ?? placePicture(place, block.id, told, 'detail')),
    label: said(drawn ? words.withoutMarks : words.detail, tongue.language),
  }
  return drawn ? [{ ...drawn, label: said(words.withMarks, tongue.language) }, own] : [own]
}

type Card = Readonly<{ part: StagedPart; id: string; label: LanguageMap; text?: Texts | undefined }>

/** A text as a picture, with the same text as summary. */
export function cardCanvas({ part, id, label, text }: Card, rooms: Rooms): StagedCanvas {
  const drawn = drawnOf(id, toldIn(rooms))
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

function textCanvas(block: BlockOf<'text' | 'quotation' | 'analysis'>, rooms: Rooms): StagedCanvas {
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

function textParts(block: BlockOf<'text' | 'quotation'>, { tongue }: Rooms): CommentParts {
  if (block.kind === 'text') return { title: block.title, text: block.text }
  const source = mapIn(block.source, tongue)
  const words = source && Object.values(source)[0]?.[0]
  return { text: block.text, after: words ? [`<p>— ${escapeHtml(words)}</p>`] : [] }
}
