import type { Face } from './faces.js'
import type { FontFile, Fonts } from './fonts.js'

/** A run of text as glyphs, each in its place; em. */
export type Shaped = Readonly<{ width: number; glyphs: readonly PlacedGlyph[] }>

type PlacedGlyph = Readonly<{ font: FontFile; glyph: number; x: number; scale: number; rise: number }> | Box

/** What stands for a letter that no font here has, so that nothing vanishes unseen. */
type Box = Readonly<{ font: undefined; x: number }>

/** Sets text on one line: ligatures, kerning, substitutes for what the fonts lack; controls are left out. */
export function shape(text: string, face: Face, fonts: Fonts): Shaped {
  const glyphs: PlacedGlyph[] = []
  let x = 0
  for (const piece of pieces(text, fonts[face])) {
    if (piece.kind === 'space') x += piece.width
    else if (piece.kind === 'missing') {
      glyphs.push({ font: undefined, x })
      x += boxWidth
    } else x = setGlyphs(piece, x, glyphs)
  }
  return { width: x, glyphs }
}

/** Letters of one file and one size, which alone can be ligated and kerned. */
type Letters = Readonly<{ kind: 'letters'; font: FontFile; raised: boolean; glyphs: readonly number[] }>
type Piece = Letters | Readonly<{ kind: 'space'; width: number }> | Readonly<{ kind: 'missing' }>

function pieces(text: string, files: readonly FontFile[]): readonly Piece[] {
  const found: Piece[] = []
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) {
    if (unseen.test(segment)) continue
    const piece = pieceOf(segment, files)
    const last = found.at(-1)
    if (
      piece.kind === 'letters' &&
      last?.kind === 'letters' &&
      last.font === piece.font &&
      last.raised === piece.raised
    )
      found[found.length - 1] = { ...last, glyphs: [...last.glyphs, ...piece.glyphs] }
    else found.push(piece)
  }
  return found
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Controls, and marks that steer what these fonts cannot show. */
const unseen = /^[\p{Cc}\p{Cf}\p{Cs}]+$/u

function pieceOf(segment: string, files: readonly FontFile[]): Piece {
  const codePoint = segment.codePointAt(0) ?? 0
  const space = spaces[codePoint]
  if (space !== undefined) return { kind: 'space', width: space }
  const raised = raisedLetters[segment]
  const letter = raised ?? (String.fromCodePoint(codePoint) === segment ? segment : '')
  // A letter whose accent no font has is read without it
  for (const candidate of [letter, segment.normalize('NFD').charAt(0)]) {
    const at = candidate.codePointAt(0)
    if (at === undefined) continue
    const font = files.find(file => file.glyph(at) > 0)
    if (font) return { kind: 'letters', font, raised: raised !== undefined, glyphs: [font.glyph(at)] }
  }
  return { kind: 'missing' }
}

/** em; narrow and thin spaces are in no subset. */
const spaces: Readonly<Record<number, number>> = {
  32: 0.24,
  160: 0.24,
  8194: 0.5,
  8195: 1,
  8199: 0.5,
  8201: 0.16,
  8202: 0.1,
  8239: 0.15,
  12288: 1,
}

/** XVIIIᵉ, Mᵐᵉ: raised letters are in no subset either. */
const raisedLetters: Readonly<Record<string, string>> = {
  ᵉ: 'e',
  ʳ: 'r',
  ˢ: 's',
  ᵈ: 'd',
  ᵐ: 'm',
  ⁿ: 'n',
  ᵗ: 't',
  ʰ: 'h',
  ᵃ: 'a',
  ˡ: 'l',
}
const raisedScale = 0.62
const raisedRise = 0.32

/** @returns where the next piece begins */
function setGlyphs({ font, glyphs, raised }: Letters, start: number, placed: PlacedGlyph[]): number {
  const [scale, rise] = raised ? [raisedScale, raisedRise] : [1, 0]
  const set = ligated(glyphs, font)
  let x = start
  for (const [index, glyph] of set.entries()) {
    const before = set[index - 1]
    if (before !== undefined) x += scale * font.kerning(before, glyph)
    placed.push({ font, glyph, x, scale, rise })
    x += scale * font.advance(glyph)
  }
  return x
}

function ligated(glyphs: readonly number[], font: FontFile): readonly number[] {
  const set: number[] = []
  for (let index = 0; index < glyphs.length; ) {
    const ligature = font.ligature(glyphs, index)
    set.push(ligature?.by ?? glyphs[index] ?? 0)
    index += ligature?.sub.length ?? 1
  }
  return set
}

const boxWidth = 0.6

/** SVG path data of a shaped run; px. */
export const outline = ({ glyphs }: Shaped, x: number, baseline: number, size: number): string =>
  glyphs
    .map(placed => {
      const left = x + placed.x * size
      return placed.font === undefined
        ? boxOutline(left, baseline, size)
        : placed.font.outline(placed.glyph, left, baseline - placed.rise * size, size * placed.scale)
    })
    .join('')

/** A frame, its inside going the other way round. */
function boxOutline(x: number, baseline: number, size: number): string {
  const [left, right, top, line] = [x + 0.06 * size, x + (boxWidth - 0.06) * size, baseline - 0.66 * size, 0.04 * size]
  const n = (value: number) => value.toFixed(1)
  const frame = `M${n(left)} ${n(top)}H${n(right)}V${n(baseline)}H${n(left)}Z`
  return `${frame}M${n(left + line)} ${n(top + line)}V${n(baseline - line)}H${n(right - line)}V${n(top + line)}Z`
}
