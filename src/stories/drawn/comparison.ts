import { isBorrowed, type Work } from '../../catalogue/model.js'
import type { Drawing, DrawnShape, LaidPicture } from '../../image/drawing/drawing.js'
import type { Box } from '../../image/geometry.js'
import { type FoundPlace, findPlace } from '../places.js'
import { textIn } from '../texts.js'
import { type ComparisonLayout, comparisonLayout, type Side, sideOf } from '../true-scale.js'
import { setPlain } from '../typesetting/set.js'
import { captionShapes } from './captions.js'
import { ink, paper, quiet, rule } from './colours.js'
import type { DrawingContext } from './context.js'
import type { ComparisonBlock } from './parts.js'
import { filled, rectangle, stroked } from './paths.js'
import { notShown, notToScale, someNotShown } from './phrases.js'
import { personOf, scaleBarOf } from './scale.js'
import { comparisonSize } from './sizes.js'

/** px: the wall that works hang on, and below it their captions. */
const wall: Box = { x: 420, y: 620, width: 5160, height: 2280 }
const captionsFrom = wall.y + wall.height + 110

/** mm: beside a work at least so large somebody stands, who says how large that is. */
const largeWork = 700

type Hung = Readonly<{ work: Work; found: FoundPlace; side: Side; place: Box }>

/**
 * Works beside each other at their true relative scale, or at one height where their sizes are not known. A borrowed one
 * is an empty frame, since its picture stays where it is.
 */
export function comparisonDrawing(block: ComparisonBlock, context: DrawingContext): Drawing {
  const { works } = context
  const shown = block.sides.flatMap(detail => {
    const work = works.get(detail.work)
    const found = work && findPlace(detail, work)
    return found ? [{ work, found, side: sideOf(found, work) }] : []
  })
  if (shown.length === 0) return empty(context)
  const largest = Math.max(...shown.map(({ side }) => Math.max(side.widthMm ?? 0, side.heightMm ?? 0)))
  const layout = comparisonLayout(
    shown.map(({ side }) => side),
    wall,
    { person: largest >= largeWork },
  )
  const origin = { x: wall.x + (wall.width - layout.size.width) / 2, y: wall.y + wall.height - layout.size.height }
  const hung = shown.map((each, index) => ({ ...each, place: moved(layout.places[index] ?? wall, origin) }))
  return {
    ...comparisonSize,
    ground: paper,
    pictures: hung.flatMap(laid),
    shapes: [
      ...hung.flatMap(frame),
      ...standing(layout, origin),
      ...heading(block, context),
      ...captionShapes(
        hung.map(each => ({ ...each, detail: !each.found.whole })),
        { ...wall, y: captionsFrom, height: 620 },
        context,
      ),
      ...measure(layout, context),
      ...(shown.length < block.sides.length ? missing(context) : []),
    ],
  }
}

const moved = ({ x, y, width, height }: Box, by: Readonly<{ x: number; y: number }>): Box => ({
  x: Math.round(x + by.x),
  y: Math.round(y + by.y),
  width: Math.round(x + by.x + width) - Math.round(x + by.x),
  height: Math.round(y + by.y + height) - Math.round(y + by.y),
})

/** The picture so that what is shown of it fills its place. */
function laid({ found: { image, region, whole }, place }: Hung): readonly LaidPicture[] {
  if (isBorrowed(image)) return []
  if (whole) return [{ image, at: place }]
  const [across, down] = [place.width / region.width, place.height / region.height]
  const at = {
    x: place.x - region.x * across,
    y: place.y - region.y * down,
    width: image.width * across,
    height: image.height * down,
  }
  return [{ image, at, window: place }]
}

const frame = ({ found, place }: Hung): readonly DrawnShape[] =>
  isBorrowed(found.image) ? [filled(rectangle(place), place, '#efe9de'), stroked(rectangle(place), place, rule, 6)] : []

/** Somebody beside the works, on the floor where that is seen; what lies below the wall is covered. */
function standing(
  { person, size }: ComparisonLayout,
  origin: Readonly<{ x: number; y: number }>,
): readonly DrawnShape[] {
  if (!person) return []
  const box = moved(person, origin)
  const floor = wall.y + wall.height
  const below = { x: box.x, y: floor, width: box.width, height: Math.max(0, box.y + box.height - floor) }
  const line = { x: origin.x, y: floor, width: size.width, height: 0 }
  return [
    ...personOf(box),
    ...(below.height > 1 ? [filled(rectangle(below), below, paper)] : []),
    stroked(`M${line.x} ${floor}h${line.width}`, line, rule, 4),
  ]
}

function heading({ title }: ComparisonBlock, { story, language, fonts }: DrawingContext): readonly DrawnShape[] {
  const head = textIn(story.title, language, story.languages)
  const own = textIn(title, language, story.languages)
  const above = { x: wall.x, y: 190, width: wall.width, height: 90 }
  const below = { x: wall.x, y: 290, width: wall.width, height: 170 }
  const set = { language, fonts, leading: 1.2 }
  return [
    ...setPlain(head?.text ?? '', above, { ...set, family: 'sans', sizes: [66], colour: quiet }).shapes,
    ...setPlain(own?.text ?? '', below, { ...set, family: 'serif', sizes: [136, 116, 98, 84], colour: ink }).shapes,
  ]
}

/** A bar of a round length at true scale, else a word that there is none. */
function measure({ mmPerUnit }: ComparisonLayout, { language, fonts }: DrawingContext): readonly DrawnShape[] {
  const place = { x: wall.x, y: 3760, width: wall.width, height: 90 }
  if (mmPerUnit !== undefined) return scaleBarOf(mmPerUnit, place, { language, fonts })
  const form = { family: 'sans', language, fonts, sizes: [58], leading: 1.3, colour: quiet } as const
  return setPlain(notToScale(language), place, form).shapes
}

/** At the right, in line with the scale. */
function missing({ language, fonts }: DrawingContext): readonly DrawnShape[] {
  const place = { x: wall.x + wall.width / 2, y: 3760, width: wall.width / 2, height: 90 }
  const form = { family: 'sans', italic: true, language, fonts, sizes: [58], leading: 1.3, colour: quiet } as const
  return setPlain(someNotShown(language), place, { ...form, align: 'right' }).shapes
}

function empty({ language, fonts }: DrawingContext): Drawing {
  const box = { ...wall, y: 1850, height: 300 }
  const form = {
    family: 'serif',
    italic: true,
    language,
    fonts,
    sizes: [120],
    leading: 1.3,
    colour: quiet,
    align: 'center',
  } as const
  return { ...comparisonSize, ground: paper, pictures: [], shapes: setPlain(notShown(language), box, form).shapes }
}
