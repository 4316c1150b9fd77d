import { isBorrowed } from '../../catalogue/model.js'
import type { Detail, Texts } from '../../catalogue/story.js'
import type { Drawing, DrawnShape, LaidPicture } from '../../image/drawing/drawing.js'
import type { Box } from '../../image/geometry.js'
import { findPlace } from '../places.js'
import { parseProse } from '../prose/parse.js'
import type { Prose } from '../prose/prose.js'
import { textIn } from '../texts.js'
import { setPlain, setProse, type TextForm } from '../typesetting/set.js'
import { brick, ink, paper, quiet } from './colours.js'
import type { DrawingContext } from './context.js'
import type { CardBlock, DrawnPart } from './parts.js'
import { filled, rectangle } from './paths.js'
import { invitation, notPhotographed, notShown, quoted, shortened } from './phrases.js'
import { cardSize } from './sizes.js'
import { type Stacked, stack } from './stack.js'

/** px; the measure of a text is some 65 letters of the size that most have. */
const area: Box = { x: 240, y: 230, width: 1520, height: 1100 }
const measure = 1320

/** A text of a story as a picture, since viewers show pictures; where it is too long even for columns of small type, a line says so. */
export function cardDrawing(part: Extract<DrawnPart, { kind: 'card' }>, context: DrawingContext): Drawing {
  const { shapes, pictures } = cardOf(part, context)
  return { ...cardSize, ground: paper, pictures, shapes: [...header(context), ...shapes] }
}

type Card = Pick<Drawing, 'pictures' | 'shapes'>

function cardOf(part: Extract<DrawnPart, { kind: 'card' }>, context: DrawingContext): Card {
  switch (part.of) {
    case 'section':
      return sectionCard(part, context)
    case 'notice':
      return noticeCard(part, context)
    case 'block':
      return blockCard(part.block, context)
  }
}

function blockCard(block: CardBlock, context: DrawingContext): Card {
  switch (block.kind) {
    case 'text':
      return words([title(block.title, titleSizes, context), text(block.text, textSizes, context)])
    case 'quotation':
      return words([dash(), quotation(block.text, context), source(block.source, context)])
    case 'analysis':
      return invitationCard(block, context)
  }
}

const sectionCard = ({ section, number }: Extract<DrawnPart, { of: 'section' }>, context: DrawingContext): Card =>
  words([
    plain(String(number), { ...serif(context), sizes: [104], leading: 1.1, colour: brick }, 0),
    title(section.title, openingSizes, context),
    text(section.text, textSizes, context),
  ])

/** The label of a work that is not there to be seen, why, and what is told of it. */
function noticeCard(part: Extract<DrawnPart, { of: 'notice' }>, context: DrawingContext): Card {
  const { works, language, captionOf } = context
  const work = works.get(part.work ?? '')
  const why = work?.views.length === 0 ? notPhotographed(language) : notShown(language)
  const label = work && captionOf(work, language)
  const facts = (...words: readonly (string | undefined)[]): string => words.filter(Boolean).join(' · ')
  const line = { ...sans(context), sizes: [34, 30], leading: 1.4, colour: quiet }
  const titled = { ...serif(context), italic: true, sizes: [64, 56, 48], leading: 1.2, colour: ink }
  return words([
    plain(why, { ...line, colour: brick }, 0),
    title(part.title, titleSizes, context),
    plain(label?.title ?? '', titled, 28),
    plain(facts(label?.maker, label?.date), line, 16),
    plain(facts(label?.dimensions, label?.keeper), line, 0),
    text(part.text, textSizes, context),
  ])
}

function invitationCard(
  { analysis: slug, text: own }: Extract<CardBlock, { kind: 'analysis' }>,
  context: DrawingContext,
): Card {
  const { analysis, language } = context
  const told = analysis?.story
  const picture = told && coverPicture(told.cover ?? { work: told.work }, context)
  const column: Box = picture ? { x: 1130, y: 230, width: 690, height: 1100 } : area
  const { languages } = told ?? context.story
  const inLanguage = { ...context, story: { ...context.story, languages } }
  const authors = told?.authors?.join(', ') ?? ''
  const shapes = stack(
    [
      plain(invitation(language), { ...sans(context), sizes: [32], leading: 1.3, colour: brick }, 0),
      title(told?.title ?? { '': slug }, [84, 76, 68, 60, 54, 48], inLanguage),
      subtitle(told?.subtitle, inLanguage),
      leaving(text(own ?? told?.summary, invitationSizes, inLanguage), authors ? roomBelow : 0),
      plain(authors, { ...sans(context), sizes: [30, 27], leading: 1.35, colour: quiet }, 44),
    ],
    column,
  )
  return { pictures: picture ? [picture] : [], shapes }
}

const words = (parts: readonly Stacked[]): Card => ({ pictures: [], shapes: stack(parts, area) })

const openingSizes = [136, 120, 106, 94, 84, 74, 64]
const titleSizes = [88, 80, 72, 64, 58]
/** px, from a sentence or two to some seven hundred words. */
const textSizes: Sizes = {
  sizes: [64, 58, 52, 48, 44, 40, 37],
  columns: [
    { columns: 2, size: 36 },
    { columns: 2, size: 33 },
    { columns: 2, size: 30 },
    { columns: 3, size: 27 },
    { columns: 3, size: 24 },
    { columns: 3, size: 22 },
    { columns: 3, size: 20 },
  ],
}
const invitationSizes: Sizes = { sizes: [44, 40, 36, 33, 30, 27, 24, 22] }
const quotationSizes: Sizes = {
  sizes: [100, 92, 84, 76, 68, 60, 54, 48, 42],
  columns: [
    { columns: 2, size: 36 },
    { columns: 2, size: 31 },
    { columns: 3, size: 26 },
    { columns: 3, size: 22 },
  ],
}
type Sizes = Pick<TextForm, 'sizes' | 'columns'>

type Setting = Pick<TextForm, 'family' | 'language' | 'fonts'>
const serif = ({ fonts, language }: DrawingContext): Setting => ({ family: 'serif', fonts, language })
const sans = ({ fonts, language }: DrawingContext): Setting => ({ family: 'sans', fonts, language })

const plain = (words: string, form: TextForm, gap: number): Stacked => ({
  gap,
  set: box => setPlain(words, box, form),
})

/** In the card's language, or the nearest there is, set by that one's own rules. */
const read = (texts: Texts | undefined, { language, story }: DrawingContext) =>
  textIn(texts, language, story.languages) ?? { text: '', language }

function title(texts: Texts | undefined, sizes: readonly number[], context: DrawingContext): Stacked {
  const { text, language } = read(texts, context)
  const form = { ...serif(context), language, sizes, leading: 1.1, colour: ink }
  return { gap: 20, set: box => setPlain(text, { ...box, height: box.height * 0.5 }, form) }
}

function subtitle(texts: Texts | undefined, context: DrawingContext): Stacked {
  const { text, language } = read(texts, context)
  return plain(
    text,
    { ...serif(context), language, italic: true, sizes: [46, 42, 38], leading: 1.25, colour: quiet },
    18,
  )
}

function text(texts: Texts | undefined, sizes: Sizes, context: DrawingContext): Stacked {
  const { text, language } = read(texts, context)
  const form = { ...serif(context), ...sizes, language, measure, leading: 1.44, colour: ink }
  return body(parseProse(text).prose, 48, form, context)
}

/** Prose, and where not all of it has room, a line below that says so. */
const body = (prose: Prose, gap: number, form: TextForm, context: DrawingContext): Stacked => ({
  gap,
  set(box) {
    const all = setProse(prose, box, form)
    if (all.complete) return all
    const note = { ...box, y: box.y + box.height - 36, height: 36 }
    const below = { ...sans(context), sizes: [27, 24], leading: 1.3, colour: brick }
    const beginning = setProse(prose, { ...box, height: Math.max(0, box.height - 72) }, form)
    return {
      height: box.height,
      get shapes() {
        return [...beginning.shapes, ...setPlain(shortened(context.language), note, below).shapes]
      },
    }
  },
})

function quotation(texts: Texts, context: DrawingContext): Stacked {
  const { text, language } = read(texts, context)
  const prose: Prose = quoted(parseProse(text).prose, language)
  const form = { ...serif(context), ...quotationSizes, language, italic: true, leading: 1.26, colour: ink }
  return leaving(body(prose, 56, form, context), roomBelow)
}

/** px, for a line or two below a text */
const roomBelow = 150

const leaving = ({ gap, set }: Stacked, room: number): Stacked => ({
  gap,
  set: box => set({ ...box, height: box.height - room }),
})

const source = (texts: Texts | undefined, context: DrawingContext): Stacked =>
  plain(read(texts, context).text, { ...sans(context), sizes: [36, 32, 28], leading: 1.35, colour: quiet }, 52)

/** A short stroke of the accent, where a pause begins. */
const dash = (): Stacked => ({
  gap: 0,
  set({ x, y }) {
    const box = { x, y, width: 96, height: 5 }
    return { shapes: [filled(rectangle(box), box, brick)], height: box.height }
  },
})

/** The story's name, small, as at the head of a page. */
function header(context: DrawingContext): readonly DrawnShape[] {
  const { text, language } = read(context.story.title, context)
  const box = { x: area.x, y: 112, width: area.width, height: 44 }
  return setPlain(text, box, { ...sans(context), language, sizes: [30, 27], leading: 1.4, colour: quiet }).shapes
}

/** The part of a work that stands for an analysis, as large as the left side of a card allows. */
function coverPicture(detail: Detail, { works }: DrawingContext): LaidPicture | undefined {
  const work = works.get(detail.work)
  const found = work && findPlace(detail, work)
  if (!found || isBorrowed(found.image)) return undefined
  const { image, region } = found
  const room: Box = { x: 240, y: 230, width: 800, height: 1100 }
  const scale = Math.min(room.width / region.width, room.height / region.height)
  const [width, height] = [Math.round(region.width * scale), Math.round(region.height * scale)]
  const x = room.x + room.width - width
  const y = room.y + Math.round((room.height - height) * 0.46)
  return {
    image,
    at: { x: x - region.x * scale, y: y - region.y * scale, width: image.width * scale, height: image.height * scale },
    window: { x, y, width, height },
  }
}
