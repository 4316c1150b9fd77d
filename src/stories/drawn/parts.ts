import { type LayerKind, layerKinds } from '../../catalogue/model.js'
import type { Block, Detail, ExhibitionSection, Mark, Place, Step, Story, Texts } from '../../catalogue/story.js'
import { blocksOf } from '../../catalogue/story-names.js'
import type { Cut, Instead } from './ids.js'

/** What is drawn of a part of a story. Views are drawn without words; cards and comparisons in a language. */
export type DrawnPart =
  /** `cut`: its region alone; `layer`: where it is not the first of the view. */
  | Readonly<{ kind: 'view'; detail: Detail; cut: boolean; marks: readonly Mark[]; layer?: LayerKind }>
  /** `number` counts sections from 1. */
  | Readonly<{ kind: 'card'; of: 'section'; section: ExhibitionSection; number: number }>
  | Readonly<{ kind: 'card'; of: 'block'; block: CardBlock }>
  | Readonly<{ kind: 'card'; of: 'notice'; work?: string; title?: Texts | undefined; text?: Texts | undefined }>
  | Readonly<{ kind: 'comparison'; block: ComparisonBlock }>

export type CardBlock = Extract<Block, { kind: 'text' | 'quotation' | 'analysis' }>
export type ComparisonBlock = Extract<Block, { kind: 'comparison' }>

/** Undefined where the story has no such part, or nothing is drawn of it. */
export function drawnPart(story: Story, id: string, cut?: Cut | Instead): DrawnPart | undefined {
  if (cut === 'notice') return noticeOf(story, id)
  const layer = layerKinds.find(kind => cut === `layer-${kind}`)
  if (layer) return layerOf(story, id, layer)
  if (cut) return cutOf(cut === 'detail' ? detailOf(story, id) : besideOf(story, id, cut))
  if (story.kind === 'analysis') {
    const step = stepOf(story, id)
    const drawn = step && marked({ ...step, work: story.work }, step.marks, false)
    return drawn && step.layer ? { ...drawn, layer: step.layer } : drawn
  }
  const number = 1 + story.sections.findIndex(section => section.id === id)
  const section = story.sections[number - 1]
  if (section) return { kind: 'card', of: 'section', section, number }
  const block = blockOf(story, id)
  return block && drawnBlock(block)
}

/** Of an analysis at its first step, for the whole. */
function noticeOf(story: Story, id: string): DrawnPart | undefined {
  if (story.kind === 'analysis') {
    const { work, title, summary, steps } = story
    return steps[0]?.id === id ? { kind: 'card', of: 'notice', work, title, text: summary } : undefined
  }
  const block = blockOf(story, id)
  switch (block?.kind) {
    case 'work':
      return { kind: 'card', of: 'notice', work: block.work, text: block.text }
    case 'detail':
      return { kind: 'card', of: 'notice', work: block.work, title: block.title, text: block.text }
    case 'comparison':
      return { kind: 'card', of: 'notice', title: block.title, text: block.text }
    default:
      return undefined
  }
}

function drawnBlock(block: Block): DrawnPart | undefined {
  switch (block.kind) {
    case 'detail':
      return marked(block, block.marks, block.region !== undefined)
    case 'text':
    case 'quotation':
    case 'analysis':
      return { kind: 'card', of: 'block', block }
    case 'comparison':
      return block.mode === 'scale' ? { kind: 'comparison', block } : undefined
    case 'work':
      return undefined
  }
}

type DrawnView = Extract<DrawnPart, { kind: 'view' }>

const marked = (detail: Detail, marks: readonly Mark[] | undefined, cut: boolean): DrawnView | undefined =>
  marks && marks.length > 0 ? { kind: 'view', detail, cut, marks } : undefined

const cutOf = (detail: Detail | undefined): DrawnPart | undefined =>
  detail?.region && { kind: 'view', detail, cut: true, marks: [] }

function layerOf(story: Story, id: string, layer: LayerKind): DrawnPart | undefined {
  const named = story.kind === 'analysis' ? detailOf(story, id) : wholeIn(blockOf(story, id))
  if (!named) return undefined
  const { work, view } = named
  return { kind: 'view', detail: { work, ...(view === undefined ? {} : { view }) }, cut: false, marks: [], layer }
}

/** What a block shows whole. */
const wholeIn = (block: Block | undefined): Detail | undefined =>
  block?.kind === 'work' || (block?.kind === 'detail' && block.region === undefined) ? block : undefined

function detailOf(story: Story, id: string): Detail | undefined {
  if (story.kind === 'exhibition') {
    const block = blockOf(story, id)
    return block?.kind === 'detail' ? block : undefined
  }
  const step: Place | undefined = stepOf(story, id)
  return step && { ...step, work: story.work }
}

function besideOf(story: Story, id: string, cut: Cut): Detail | undefined {
  if (story.kind === 'analysis') return cut === 'counterpart' ? stepOf(story, id)?.counterpart : undefined
  const block = blockOf(story, id)
  if (block?.kind !== 'comparison') return undefined
  return block.sides.find((_side, index) => cut === `side-${index + 1}`)
}

const stepOf = ({ steps }: Extract<Story, { kind: 'analysis' }>, id: string): Step | undefined =>
  steps.find(step => step.id === id)

const blockOf = (story: Extract<Story, { kind: 'exhibition' }>, id: string): Block | undefined =>
  blocksOf(story).find(block => block.id === id)
