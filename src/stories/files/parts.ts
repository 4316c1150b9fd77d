import { type BlockKind, blockKinds, type StoryKind } from '../../catalogue/story.js'
import type { At } from '../../schema/mistakes.js'
import type { ToldFields } from './data.js'
import { wordsOf } from './fields.js'
import { blockForms, type Fields, sectionForms, stepForms } from './forms.js'
import { nameFrom, openIds } from './ids.js'
import type { Say } from './mistake.js'
import { dataOf, type Opened, withWords } from './open.js'
import type { Piece } from './pieces.js'

/** A step, section or block, and where it stands in the story. */
export type Part = Readonly<{
  at: At
  id: string
  line: number
  told: ToldFields
  forms: Fields
  /** Of blocks alone. */
  kind?: BlockKind
}>

/** The parts of the file that says all but texts, in their order; those without ids get them. */
export function partsOf({ pieces, say }: Opened, kind: StoryKind): readonly Part[] {
  const idFor = openIds(pieces.parts.flatMap(({ id }) => id ?? []))
  const outermost = kind === 'analysis' ? 'steps' : 'sections'
  let outer = -1
  let inner = -1
  return pieces.parts.flatMap((piece, index): readonly Part[] => {
    if (piece.level === 1) return []
    const { line } = piece
    const id = piece.id ?? idFor(piece.title, piece.text, `part-${index + 1}`)
    if (piece.level === 2) {
      outer += 1
      inner = -1
      const forms = kind === 'analysis' ? stepForms : sectionForms
      return [{ at: [outermost, outer], id, line, told: partTold(piece, say), forms }]
    }
    if (kind === 'analysis' || outer < 0) {
      say(line, kind === 'analysis' ? noBlocks : noSection)
      return []
    }
    inner += 1
    return [blockOf(piece, id, ['sections', outer, 'blocks', inner], say)]
  })
}

const noBlocks = 'The steps of an analysis begin with "##"; an exhibition says "kind: exhibition" at its very top.'
const noSection = 'Expected a section, "## …", before its first block.'

/** What is said below a heading, its title and text among the rest. */
export const partTold = (piece: Piece, say: Say): ToldFields => {
  const words = { title: { text: piece.title, line: piece.line }, text: { text: piece.text, line: piece.textLine } }
  return withWords({ ...dataOf(piece.data, say), line: piece.line }, words, say)
}

/** A block without data is a text. */
function blockOf(piece: Piece, id: string, at: At, say: Say): Part {
  const told = partTold(piece, say)
  const given = told.fields.get('kind')
  const kind = given || piece.data ? blockKinds.find(each => each === wordsOf(given)) : 'text'
  if (!kind) {
    const found = given ? ` but found "${(wordsOf(given) ?? '').slice(0, 60)}"` : ''
    say(given?.line ?? piece.line, `Expected the "kind" of this block to be one of ${blockKinds.join(', ')}${found}.`)
    return { at, id, line: piece.line, told: { ...told, fields: new Map() }, forms: {}, kind: 'text' }
  }
  const forms: Fields = { kind: { kind: 'word' }, ...blockForms[kind] }
  const block = { at, id, line: piece.line, forms, kind }
  if (piece.title === '' || Object.hasOwn(forms, 'title')) return { ...block, told }
  const written = `"### {#${piece.id ?? (nameFrom(piece.title) || 'id')}}"`
  say(piece.line, `A block of kind "${kind}" has no title of its own; write ${written}, without words.`)
  return { ...block, told: { ...told, fields: new Map([...told.fields].filter(([name]) => name !== 'title')) } }
}
