import type { Analysis, Block, Exhibition, Step, Story, Texts } from '../../../src/catalogue/story.js'
import type { Box } from '../../../src/image/geometry.js'
import { parseProse } from '../../../src/stories/prose/parse.js'
import { prosePlain } from '../../../src/stories/prose/plain.js'
import { type PictureName, pictureOf } from './house.js'

/** What a story tells at one place, as its curators wrote it: no manifest is asked. */
export type Told = Readonly<{
  /** The entry of the table of contents; undefined for what has none of its own. */
  title?: string
  text?: string
  /** Its entry leads on to what is within. */
  isSection?: boolean
  /** Its beginning in each language that it is told in. */
  tongues: Readonly<Record<string, string>>
  /** One of these for each view that makes the point; a text alone is a card. */
  views: readonly Expected[]
  region?: boolean
  marks?: boolean
  layer?: boolean
  other?: boolean
}>

export type Expected = Readonly<{
  pictures: readonly PictureName[]
  /** What of the picture is shown by itself. */
  region?: Box
  marks?: boolean
  /** The picture that must be there to be chosen as well, besides that without marks. */
  beside?: PictureName
  /** Of another work than the one that is read. */
  other?: string
}>

/** The whole view that an analysis begins with, and the steps or blocks in their order. */
export const toldBy = (story: Story): readonly Told[] =>
  story.kind === 'analysis' ? analysisTold(story) : exhibitionTold(story)

const words = (texts: Texts | undefined): Pick<Told, 'text' | 'tongues'> => {
  const tongues = Object.fromEntries(
    Object.entries(texts ?? {}).map(([language, text]) => [language, spaced(prosePlain(parseProse(text).prose))]),
  )
  return { ...(tongues.fr === undefined ? {} : { text: tongues.fr }), tongues }
}

export const spaced = (text: string): string =>
  text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[•]|\b\d\. /g, '')
    .replace(/\s+/g, ' ')
    .trim()

function analysisTold({ work, steps }: Analysis): readonly Told[] {
  return [
    { tongues: {}, views: [{ pictures: [pictureOf(work)] }] },
    ...steps.map((step, index) => ({
      title: `${index + 1}/${steps.length} ${step.title?.fr}`,
      ...words(step.text),
      views: viewsOf(step, work),
      region: step.region !== undefined,
      marks: (step.marks ?? []).length > 0,
      layer: step.layer !== undefined && step.layer !== 'visible',
      other: step.counterpart !== undefined,
    })),
  ]
}

function viewsOf({ view, region, marks, layer, counterpart }: Step, work: string): readonly Expected[] {
  const picture = pictureOf(work, view, layer)
  const isMarked = (marks ?? []).length > 0
  const own: readonly Expected[] =
    isMarked || layer
      ? [{ pictures: [picture], ...(isMarked && { marks: true }), ...(layer && { beside: pictureOf(work, view) }) }]
      : region
        ? [{ pictures: [picture], region }]
        : []
  if (!counterpart) return own
  const other = { pictures: [pictureOf(counterpart.work, counterpart.view)], other: counterpart.work }
  return [...own, { ...other, ...(counterpart.region && { region: counterpart.region }) }]
}

const exhibitionTold = ({ sections }: Exhibition): readonly Told[] =>
  sections.flatMap(section => [
    { title: section.title.fr ?? '', isSection: true, ...words(section.text), views: [{ pictures: [] }] },
    ...section.blocks.map(blockTold),
  ])

function blockTold(block: Block): Told {
  const text = words('text' in block ? block.text : undefined)
  const title = 'title' in block && block.title?.fr ? { title: block.title.fr } : {}
  switch (block.kind) {
    case 'work': {
      const { work, view, layer } = block
      const beside = layer && layer !== 'visible' ? { beside: pictureOf(work, view) } : {}
      const shown: Expected = { pictures: [pictureOf(work, view, layer)], ...beside }
      return { ...title, ...text, views: [shown], layer: 'beside' in shown }
    }
    case 'detail': {
      const { work, view, region, marks } = block
      const isMarked = (marks ?? []).length > 0
      const shown: Expected = {
        pictures: [pictureOf(work, view)],
        ...(region && { region }),
        ...(isMarked && { marks: true }),
      }
      return { ...title, ...text, views: [shown], region: true, marks: isMarked }
    }
    case 'comparison': {
      const sides = block.sides.map(({ work, view, region }) => ({
        pictures: [pictureOf(work, view)],
        other: work,
        ...(region && { region }),
      }))
      const together = { pictures: sides.flatMap(({ pictures }) => pictures), other: block.sides[0]?.work ?? '' }
      return { ...title, ...text, views: block.mode === 'scale' ? [together] : sides, other: true }
    }
    default:
      return { ...title, ...text, views: [{ pictures: [] }] }
  }
}
