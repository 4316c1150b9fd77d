import type { LanguageMap } from '../../catalogue/model.js'
import type { Detail } from '../../catalogue/story.js'
import { findPlace } from '../../stories/places.js'
import { marked } from '../plain.js'
import type { LabelledValue } from '../types.js'
import { proseMap } from './comment.js'
import { caption, creditOf, titleOf, toldBeside } from './head.js'
import { missingCanvas } from './missing.js'
import { drawnOf, pictureSize, placePicture } from './pictures.js'
import { type BlockOf, blockKey, blockLabel, commentsOf, type Rooms, toldIn } from './rooms.js'
import type { StagedCanvas } from './staging.js'
import { said, words } from './words.js'

/** At true scale one picture that is drawn of all sides; else each side is a canvas of its own, one after the other. */
export function comparisonCanvases(block: BlockOf<'comparison'>, rooms: Rooms): readonly StagedCanvas[] {
  const { tongue, shown, context } = rooms
  const label = blockLabel(block, rooms)
  const comments = commentsOf(block.id, { title: block.title, text: block.text }, rooms)
  const drawn = block.mode === 'scale' ? drawnOf(block.id, toldIn(rooms)) : undefined
  const works = block.sides.flatMap(({ work }) => shown.works.get(work) ?? [])
  if (works.length === 0) return [missingCanvas(block, comments, rooms)]
  if (drawn) {
    const credits = works.map(work => creditOf(work, tongue.language, context))
    const lines = credits.flatMap(credit => Object.values(credit.value).flat())
    const value = marked({ [tongue.language]: [...new Set(lines)] }) ?? {}
    const part = { part: 'picture', key: blockKey(block.id), label, comments, marks: [] } as const
    const statement = { label: said(words.credit, tongue.language), value }
    return [{ ...part, ...besideOf(block, rooms), ...pictureSize(drawn), statement, pictures: [{ ...drawn, label }] }]
  }
  const sides = block.sides.flatMap((side, index) => sideCanvas(block, side, index, rooms))
  const [first, ...others] = sides
  if (!first) return [missingCanvas(block, comments, rooms)]
  const { text, metadata } = besideOf(block, rooms)
  return [
    { ...first, ...(text ? { text } : {}), metadata: [...metadata, ...(first.metadata ?? [])], comments },
    ...others,
  ]
}

function sideCanvas(block: BlockOf<'comparison'>, side: Detail, index: number, rooms: Rooms): readonly StagedCanvas[] {
  const { tongue, shown, context } = rooms
  const work = shown.works.get(side.work)
  const place = work && findPlace(side, work)
  if (!work || !place) return []
  const picture = placePicture(place, block.id, toldIn(rooms), `side-${index + 1}`)
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
      comments: [],
      marks: [],
      work,
    },
  ]
}

type Beside = Readonly<{ text?: LanguageMap; metadata: readonly LabelledValue[] }>

function besideOf({ text }: BlockOf<'comparison'>, { tongue }: Rooms): Beside {
  const prose = proseMap(text, tongue)
  const metadata = toldBeside(said(words.commentary, tongue.language), text, tongue)
  return prose ? { text: prose, metadata } : { metadata }
}
