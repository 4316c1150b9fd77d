import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import opentype, { type Font, type PathCommand } from 'opentype.js'
import { type Face, faces, fontFiles } from './faces.js'
import { openWoff } from './sfnt.js'

/** One file of a face, as far as setting text needs it. Lengths are parts of the size of the text (em). */
export type FontFile = Readonly<{
  /** 0 where the file has no glyph for it. */
  glyph(codePoint: number): number
  advance(glyph: number): number
  kerning(left: number, right: number): number
  /** The longest run of glyphs from `index` on that one ligature stands for. */
  ligature(glyphs: readonly number[], index: number): Ligature | undefined
  /** SVG path data, to a tenth of a px. */
  outline(glyph: number, x: number, baseline: number, size: number): string
}>

export type Ligature = Readonly<{ sub: readonly number[]; by: number }>

/** The files of every face, in the order in which they are asked for a letter. */
export type Fonts = Readonly<Record<Face, readonly FontFile[]>>

/**
 * Reads the fonts from the folder that the build has put them into.
 * @throws Error where they are not there
 */
export async function readFonts(folder: string): Promise<Fonts> {
  const read = async (face: Face) => [face, await Promise.all(fontFiles(face).map(file => readFont(folder, file)))]
  return Object.fromEntries(await Promise.all((Object.keys(faces) as Face[]).map(read)))
}

async function readFont(folder: string, file: string): Promise<FontFile> {
  const woff = await readFile(join(folder, file)).catch(cause => {
    throw new Error(`Expected the font ${file} among what is built but it is not there; run "npm run build".`, {
      cause,
    })
  })
  return fontFile(opentype.parse(openWoff(woff)))
}

function fontFile(font: Font): FontFile {
  const em = font.unitsPerEm
  const ligatures = ligaturesOf(font)
  return {
    glyph: codePoint => font.charToGlyphIndex(String.fromCodePoint(codePoint)),
    advance: glyph => (font.glyphs.get(glyph).advanceWidth ?? 0) / em,
    kerning: (left, right) => font.getKerningValue(left, right) / em,
    ligature: (glyphs, index) =>
      ligatures.get(glyphs[index] ?? 0)?.find(({ sub }) => sub.every((glyph, nth) => glyphs[index + nth] === glyph)),
    outline: (glyph, x, baseline, size) =>
      pathOf(font.glyphs.get(glyph).path.commands, { x: 10 * x, y: 10 * baseline, scale: (10 * size) / em }),
  }
}

/** From the units of a font, which count upwards, to tenths of a px. */
type Placing = Readonly<{ x: number; y: number; scale: number }>

/** Steps from point to point, half as long as places: a page of text has thirty thousand of them. */
function pathOf(commands: readonly PathCommand[], { x, y, scale }: Placing): string {
  let [lastX, lastY] = [0, 0]
  const step = (across: number, up: number, moves: boolean): string => {
    const [nextX, nextY] = [Math.round(x + across * scale), Math.round(y - up * scale)]
    const words = `${(nextX - lastX) / 10} ${(nextY - lastY) / 10}`
    if (moves) [lastX, lastY] = [nextX, nextY]
    return words
  }
  let path = ''
  for (const command of commands) {
    switch (command.type) {
      case 'M':
        ;[lastX, lastY] = [0, 0]
        path += `M${step(command.x, command.y, true)}`
        break
      case 'L':
        path += `l${step(command.x, command.y, true)}`
        break
      case 'Q':
        path += `q${step(command.x1, command.y1, false)} ${step(command.x, command.y, true)}`
        break
      case 'C':
        path += `c${step(command.x1, command.y1, false)} ${step(command.x2, command.y2, false)} ${step(command.x, command.y, true)}`
        break
      case 'Z':
        path += 'z'
    }
  }
  return path
}

/** By their first glyph, the longest first. */
function ligaturesOf(font: Font): ReadonlyMap<number, readonly Ligature[]> {
  // The types of opentype.js leave out what its substitutions can do
  const substitution = font.substitution as unknown as { getLigatures(feature: string): Ligature[] }
  const all = substitution.getLigatures('liga').toSorted((one, other) => other.sub.length - one.sub.length)
  const byFirst = new Map<number, Ligature[]>()
  for (const ligature of all) {
    const first = ligature.sub[0] ?? 0
    byFirst.set(first, [...(byFirst.get(first) ?? []), ligature])
  }
  return byFirst
}
