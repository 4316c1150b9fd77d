import type { Block, Detail, Exhibition, Mark, Place, Point, Story } from '../catalogue/story.js'
import type { At, Mistake } from '../schema/mistakes.js'

/** What the fields of a story must say together, beyond their shapes. */
export const ruleMistakes = (story: Story): readonly Mistake[] => [
  ...idMistakes(story),
  ...languageMistakes(story),
  ...(story.cover ? placeMistakes(story.cover, ['cover']) : []),
  ...(story.kind === 'analysis'
    ? story.steps.flatMap((step, index) => [
        ...placeMistakes(step, ['steps', index], step.marks),
        ...(step.counterpart ? placeMistakes(step.counterpart, ['steps', index, 'counterpart']) : []),
      ])
    : [
        ...dateMistakes(story),
        ...story.sections.flatMap((section, index) =>
          section.blocks.flatMap((block, place) => blockMistakes(block, ['sections', index, 'blocks', place])),
        ),
      ]),
]

function blockMistakes(block: Block, at: At): readonly Mistake[] {
  if (block.kind === 'detail') return placeMistakes(block, at, block.marks)
  if (block.kind === 'comparison')
    return block.sides.flatMap((side: Detail, index) => placeMistakes(side, [...at, 'sides', index]))
  return []
}

/** Ids of steps, or of sections and blocks together, name their addresses. */
function idMistakes(story: Story): readonly Mistake[] {
  const named: readonly (readonly [id: string, at: At])[] =
    story.kind === 'analysis'
      ? story.steps.map(({ id }, index) => [id, ['steps', index, 'id']])
      : story.sections.flatMap(({ id, blocks }, index) => [
          [id, ['sections', index, 'id']] as const,
          ...blocks.map((block, place) => [block.id, ['sections', index, 'blocks', place, 'id']] as const),
        ])
  const seen = new Set<string>()
  return named.flatMap(([id, at]) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ at, sentence: `The id "${id}" is given twice; each part needs one of its own.` }]
  })
}

function languageMistakes({ languages, title }: Story): readonly Mistake[] {
  const [first = ''] = languages
  return Object.hasOwn(title, first)
    ? []
    : [{ at: ['title'], sentence: `Expected a title in the first language, "${first}", which is missing.` }]
}

function placeMistakes({ region, picture }: Place, at: At, marks: readonly Mark[] = []): readonly Mistake[] {
  if (!picture) {
    const what = region ? 'region' : marks.length > 0 ? 'marks' : undefined
    return what === undefined
      ? []
      : [{ at, sentence: `Expected the width and height of the picture beside its ${what}, as "picture".` }]
  }
  const outside = region && (region.x + region.width > picture.width || region.y + region.height > picture.height)
  return [
    ...(outside
      ? [
          {
            at: [...at, 'region'],
            sentence: `Expected a region within the picture of ${picture.width} × ${picture.height} px but it ends at ${region.x + region.width}, ${region.y + region.height}.`,
          },
        ]
      : []),
    ...marks.flatMap((mark, index) =>
      extremes(mark).every(({ x, y }) => x >= 0 && y >= 0 && x <= picture.width && y <= picture.height)
        ? []
        : [{ at: [...at, 'marks', index], sentence: `Expected the mark "${mark.id}" to lie within the picture.` }],
    ),
    ...repeated(marks.map(({ id }) => id)).map(index => ({
      at: [...at, 'marks', index, 'id'],
      sentence: `The id "${marks[index]?.id}" is given twice among these marks.`,
    })),
  ]
}

const repeated = (ids: readonly string[]): readonly number[] =>
  ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []))

/** Points of a mark that must lie in the picture; an ellipse may reach beyond it. */
function extremes(mark: Mark): readonly Point[] {
  if (mark.kind === 'ellipse') return [mark.center]
  if (mark.kind !== 'grid') return mark.points
  const { x, y, width, height } = mark.box
  return [
    { x, y },
    { x: x + width, y: y + height },
  ]
}

function dateMistakes({ dates = {} }: Exhibition): readonly Mistake[] {
  const wrong = (['from', 'to'] as const).filter(side => dates[side] !== undefined && !isDay(dates[side]))
  const mistakes = wrong.map(side => ({
    at: ['dates', side],
    sentence: `Expected a day of the calendar but found "${dates[side]}".`,
  }))
  const { from, to } = dates
  if (mistakes.length > 0 || from === undefined || to === undefined || from <= to) return mistakes
  return [{ at: ['dates'], sentence: `Expected the first day before the last but found ${from} to ${to}.` }]
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
