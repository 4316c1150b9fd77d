import type { Run } from '../prose/prose.js'
import type { Face } from './faces.js'
import type { Fonts } from './fonts.js'
import { type Shaped, shape } from './shape.js'
import { typographic } from './typography.js'

/** What stands between two places where a line may end. Lengths are parts of the text's size (em). */
export type Word = Readonly<{
  pieces: readonly Piece[]
  width: number
  /** Before it, where it does not begin a line. */
  space: number
  /** It begins a line. */
  begins: boolean
}>

export type Piece = Readonly<{ shaped: Shaped; x: number; scale: number; rise: number; underlined: boolean }>

export type Family = 'serif' | 'sans'

type Style = Readonly<{ bold: boolean; italic: boolean; scale: number; rise: number; underlined: boolean }>
type Fragment = Readonly<{ text: string; style: Style }> | 'break'

export type Setting = Readonly<{ family: Family; italic?: boolean; bold?: boolean; language: string; fonts: Fonts }>

export function wordsOf(runs: readonly Run[], setting: Setting): readonly Word[] {
  const words: Word[] = []
  let open: Piece[] = []
  let [space, begins] = [0, false]
  const close = (): void => {
    const last = open.at(-1)
    if (last) {
      words.push({ pieces: open, width: last.x + last.shaped.width * last.scale, space, begins })
      ;[space, begins] = [0, false]
    }
    open = []
  }
  const style = { bold: setting.bold === true, italic: setting.italic === true, scale: 1, rise: 0, underlined: false }
  for (const fragment of fragments(runs, style, setting.language)) {
    if (fragment === 'break') {
      close()
      begins = true
      continue
    }
    for (const token of fragment.text.split(/( +)/)) {
      if (token.startsWith(' ')) {
        close()
        space = wordSpace
      } else {
        for (const [nth, part] of breakable(token).entries()) {
          if (nth > 0) close()
          const last = open.at(-1)
          const x = last ? last.x + last.shaped.width * last.scale : 0
          open.push({
            ...fragment.style,
            shaped: shape(part, faceOf(setting.family, fragment.style), setting.fonts),
            x,
          })
        }
      }
    }
  }
  close()
  return words
}

/** em */
const wordSpace = 0.24

function* fragments(runs: readonly Run[], style: Style, language: string): Generator<Fragment> {
  for (const run of runs) {
    if (run.kind === 'text') yield { text: typographic(run.text, language), style }
    else if (run.kind === 'break') yield 'break'
    else yield* fragments(run.runs, styled(style, run.kind), run.kind === 'foreign' ? run.language : language)
  }
}

function styled(style: Style, kind: Exclude<Run['kind'], 'text' | 'break'>): Style {
  switch (kind) {
    case 'emphasis':
      // Emphasis within italics stands upright
      return { ...style, italic: !style.italic }
    case 'strong':
      return { ...style, bold: true }
    case 'small':
      return { ...style, scale: style.scale * 0.85 }
    case 'superscript':
      return { ...style, scale: style.scale * 0.62, rise: style.rise + 0.32 * style.scale }
    case 'subscript':
      return { ...style, scale: style.scale * 0.62, rise: style.rise - 0.14 * style.scale }
    case 'link':
      return { ...style, underlined: true }
    case 'foreign':
      return style
  }
}

function faceOf(family: Family, { bold, italic }: Style): Face {
  if (family === 'sans') return bold ? 'sansBold' : italic ? 'sansItalic' : 'sans'
  if (bold) return italic ? 'serifBoldItalic' : 'serifBold'
  return italic ? 'serifItalic' : 'serif'
}

/** Letters of a word at most without a place where a line may end: no language has such words. */
const longest = 22

/** After hyphens and dashes within a word, and anywhere in what is too long for one. */
function breakable(token: string): readonly string[] {
  return token.split(/(?<=\p{L}[-‐–—/])(?=\p{L})/u).flatMap(part => {
    const letters = [...part]
    return letters.length <= longest
      ? [part]
      : Array.from({ length: Math.ceil(letters.length / longest) }, (_, nth) =>
          letters.slice(nth * longest, (nth + 1) * longest).join(''),
        )
  })
}
