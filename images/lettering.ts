import type { Motif, Point } from './mark.js'
import { strokes, sweeps } from './pen.js'

/** Letters drawn stroke by stroke on a grid four wide and six high, so that no font is needed. */
const glyphs: Readonly<Record<string, string>> = {
  A: '0,6 2,0 4,6|1,4 3,4',
  B: '0,0 0,6 3,6 4,5 4,4 3,3 0,3|0,0 3,0 4,1 4,2 3,3',
  C: '4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5',
  D: '0,0 0,6 2,6 4,4.5 4,1.5 2,0 0,0',
  E: '4,0 0,0 0,6 4,6|0,3 3,3',
  F: '4,0 0,0 0,6|0,3 3,3',
  G: '4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5 4,3.4 2.6,3.4',
  H: '0,0 0,6|4,0 4,6|0,3 4,3',
  I: '2,0 2,6',
  J: '3,0 3,5 2,6 1,6 0,5',
  K: '0,0 0,6|4,0 0,3.4|1.2,2.6 4,6',
  L: '0,0 0,6 4,6',
  M: '0,6 0,0 2,4 4,0 4,6',
  N: '0,6 0,0 4,6 4,0',
  O: '1,0 3,0 4,1.4 4,4.6 3,6 1,6 0,4.6 0,1.4 1,0',
  P: '0,6 0,0 3,0 4,1 4,2.4 3,3.4 0,3.4',
  Q: '1,0 3,0 4,1.4 4,4.6 3,6 1,6 0,4.6 0,1.4 1,0|2.6,4.6 4.4,6.6',
  R: '0,6 0,0 3,0 4,1 4,2.2 3,3.2 0,3.2|2,3.2 4,6',
  S: '4,0.9 3,0 1,0 0,1 0,2 1,2.8 3,3.2 4,4 4,5 3,6 1,6 0,5.1',
  T: '0,0 4,0|2,0 2,6',
  U: '0,0 0,4.8 1,6 3,6 4,4.8 4,0',
  V: '0,0 2,6 4,0',
  W: '0,0 1,6 2,2 3,6 4,0',
  X: '0,0 4,6|4,0 0,6',
  Y: '0,0 2,3 4,0|2,3 2,6',
  Z: '0,0 4,0 0,6 4,6',
  0: '1,0 3,0 4,1.4 4,4.6 3,6 1,6 0,4.6 0,1.4 1,0',
  1: '0.8,1.2 2,0 2,6',
  2: '0,1.2 1,0 3,0 4,1 4,2.2 0,6 4,6',
  3: '0,0 4,0 2,2.4 4,3.6 4,5 3,6 1,6 0,5',
  4: '3,6 3,0 0,4 4,4',
  5: '4,0 0,0 0,2.6 3,2.6 4,3.6 4,5 3,6 0,6',
  6: '3.6,0 1,1.6 0,4 0,5 1,6 3,6 4,5 4,4 3,3 0.4,3.2',
  7: '0,0 4,0 1.4,6',
  8: '1,3 0,2 0,1 1,0 3,0 4,1 4,2 3,3 1,3 0,4 0,5 1,6 3,6 4,5 4,4 3,3',
  9: '4,2.4 3,3.2 1,3.2 0,2.2 0,1 1,0 3,0 4,1 4,3 2.6,6',
  '.': '1.8,5.7 2.2,6',
  ',': '2.2,5.4 1.6,7',
  '-': '1,3.2 3,3.2',
  '·': '1.9,3 2.1,3.2',
  "'": '2,0 1.7,1.6',
  '/': '0,7 4,-1',
  ':': '2,2 2,2.3|2,5.4 2,5.7',
  '&': '4,6 1,2 1,0.8 2,0 3,0.8 3,1.8 0,4 0,5.2 1,6 2.4,6 4,3.6',
  '*': '0.5,1 3.5,5|3.5,1 0.5,5|0,3 4,3',
  '°': '1.4,0 2.6,0 2.6,1.4 1.4,1.4 1.4,0',
  a: '3.4,3 1.2,2.6 0.3,4.4 1.2,6 2.6,5.6 3.4,3 3.3,5.4 4.2,6',
  b: '0.6,0 0.6,5.6 2,6 3.6,4.6 2.8,2.8 0.6,3.6',
  c: '3.6,3.2 2.4,2.6 0.8,3.6 0.8,5.2 2.2,6 3.8,5.2',
  d: '3.2,3.2 1.2,2.8 0.4,4.6 1.4,6 2.8,5.4 3.6,0 3.4,5.4 4.2,6',
  e: '0.6,4.6 3.2,4 3,2.8 1.6,2.6 0.6,4.2 1.2,5.8 2.6,6 3.8,5.2',
  f: '4,0.4 2.8,0 2,1.6 1.4,6 0.8,8|0.6,2.8 3.4,2.6',
  g: '3.4,3 1.2,2.6 0.4,4.2 1.4,5.6 2.8,5 3.4,3 3,7 1.6,8.2 0.2,7.4',
  h: '0.8,0 0.4,6|0.5,4 2.4,2.6 3.2,3.4 2.8,5.6 4,6',
  i: '1.8,2.8 1.6,5.4 2.6,6|2,1.2 2.1,1.4',
  j: '2.4,2.8 1.8,7.2 0.4,8|2.6,1.2 2.7,1.4',
  k: '0.8,0 0.4,6|3.2,2.8 0.6,4.4 3.4,6',
  l: '2,3.4 3,0.8 2.2,0 1.4,1.6 1.2,5.2 2.4,6',
  m: '0.2,3 0.3,6 1.6,3 1.8,6 3.2,3 3.4,5.6 4.2,6',
  n: '0.4,3 0.4,6 2,2.8 3,3.4 2.8,5.6 4,6',
  o: '2,2.6 0.6,3.6 0.8,5.4 2,6 3.4,5 3.2,3.2 2,2.6 4,3',
  p: '0.8,2.8 0.2,8.4|0.7,4 2.4,2.6 3.6,3.8 2.6,5.8 0.8,5.6',
  q: '3.4,3 1.2,2.6 0.4,4.2 1.4,5.8 2.8,5 3.4,3 2.8,8.4',
  r: '0.6,2.8 0.6,6|0.6,4.2 2,2.8 3.4,3',
  s: '3.4,3 1.6,2.6 1,3.6 3,4.8 2.4,6 0.6,5.6',
  t: '2,0.8 1.4,5 2.2,6 3.6,5.4|0.6,2.6 3.4,2.4',
  u: '0.6,2.8 0.6,5 1.6,6 3,5 3.4,2.8 3.2,5.4 4.2,6',
  v: '0.4,2.8 1.8,6 3.4,2.8',
  w: '0.2,2.8 1,6 2,3.4 2.8,6 4,2.8',
  x: '0.6,2.8 3.4,6|3.4,2.8 0.6,6',
  y: '0.6,2.8 1.2,5.2 2.8,4.8|3.6,2.8 2.4,7.4 0.6,8.2',
  z: '0.6,2.8 3.4,2.8 0.6,6 3.6,5.8',
}

const accents: Readonly<Record<string, string>> = {
  '\u0301': '1.4,1.4 2.8,0.2',
  '\u0300': '1.2,0.2 2.6,1.4',
  '\u0302': '1,1.4 2,0.2 3,1.4',
  '\u0308': '1.2,1 1.4,1|2.6,1 2.8,1',
}

const ADVANCE = 5.4

const points = (written: string): Point[] =>
  written.split(' ').map(pair => {
    const [x = 0, y = 0] = pair.split(',').map(Number)
    return [x, y]
  })

export type Hand = Readonly<{
  size: number
  ink: string
  weight?: number
  slant?: number
  flowing?: boolean
  opacity?: number
}>

/** Width of a line of lettering whose capitals are size units high. */
export const measure = (text: string, size: number): number =>
  ([...text.normalize('NFC')].length * ADVANCE - 1.4) * (size / 6)

/** A line of lettering; its first capital's upper left corner stands at x, y. */
export function letters(
  text: string,
  x: number,
  y: number,
  { size, ink, weight = 0.7, slant = 0, flowing = false, opacity }: Hand,
): Motif {
  const unit = size / 6
  const set =
    (column: number, rise: number) =>
    ([px, py]: Point): Point => [x + (column * ADVANCE + px + (6 - py) * slant) * unit, y + (py + rise) * unit]
  const lines = [...text.normalize('NFC')].flatMap((letter, column) => {
    const [base = ' ', mark] = [...letter.normalize('NFD')]
    const body = (glyphs[base] ?? '')
      .split('|')
      .filter(Boolean)
      .map(line => points(line).map(set(column, 0)))
    const capital = base === base.toUpperCase()
    const above = ((mark && accents[mark]) ?? '')
      .split('|')
      .filter(Boolean)
      .map(line => points(line).map(set(column, capital ? -2 : 0)))
    return [...body, ...above]
  })
  if (lines.length === 0) return []
  const look = { stroke: ink, width: weight * unit, ...(opacity === undefined ? {} : { opacity }) }
  return [flowing ? sweeps(lines, look) : strokes(lines, look)]
}

export const centred = (text: string, x: number, y: number, hand: Hand): Motif =>
  letters(text, x - measure(text, hand.size) / 2, y, hand)
