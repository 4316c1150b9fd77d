import type { MainHeader } from './codestream.js'

/** ISO/IEC 15444-1 Annex I: a file in boxes around a codestream. */

/** @param type four characters */
export function box(type: string, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(head.length + content.length, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}

const bytes = (...values: readonly number[]): Buffer => Buffer.from(values)

const uint32 = (value: number): Buffer => {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32BE(value)
  return buffer
}

export type BoxedPicture = Readonly<{ width: number; height: number; channels: 1 | 3 | 4; codestream: Uint8Array }>

const signature = Buffer.concat([
  box('jP  ', Buffer.from('\r\n\x87\n', 'latin1')),
  box('ftyp', Buffer.from('jp2 \0\0\0\0jp2 ', 'latin1')),
])

/** A whole .jp2 file of 8-bit grey, sRGB, or sRGB with alpha. */
export function jp2File({ width, height, channels, codestream }: BoxedPicture): Buffer {
  const [eightBits, wavelets, enumerated] = [7, 7, 1]
  return Buffer.concat([
    signature,
    box(
      'jp2h',
      box('ihdr', uint32(height), uint32(width), bytes(0, channels, eightBits, wavelets, 0, 0)),
      box('colr', bytes(enumerated, 0, 0), uint32(channels === 1 ? colourSpaces.grey : colourSpaces.srgb)),
      ...(channels === 4 ? [alphaDefinition] : []),
    ),
    box('jp2c', codestream),
  ])
}

/** EnumCS (§I.5.3.3; CMYK in Part 2) */
export const colourSpaces = { cmyk: 12, srgb: 16, grey: 17, sycc: 18 } as const

/** Channel definitions (§I.5.3.6): three colours by their places, then the opacity of all. */
const alphaDefinition = box('cdef', bytes(0, 4, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 2, 0, 2, 0, 0, 0, 3, 0, 3, 0, 1, 0, 0))

export type Selection = Readonly<{
  width: number
  height: number
  main: MainHeader
  components: readonly number[]
  codestream: Uint8Array
}>

/**
 * A file around a codestream that makes the codec, which gives one component or three, give these: with a palette
 * box, channels are what the mapping box says (§I.5.3.5), and there each of them is a component as it is.
 */
export function selectingFile({ width, height, main, components, codestream }: Selection): Buffer {
  const depths = main.components.map(({ bits }) => bits - 1)
  const picked = components.map(component => depths[component] ?? 7)
  const values = picked.flatMap(depth => (depth > 7 ? [0, 0] : [0]))
  const ihdr = bytes(0, depths.length, new Set(depths).size === 1 ? (depths[0] ?? 7) : 255, 7, 0, 0)
  const space = components.length === 1 ? colourSpaces.grey : colourSpaces.srgb
  return Buffer.concat([
    signature,
    box(
      'jp2h',
      box('ihdr', uint32(height), uint32(width), ihdr),
      ...(new Set(depths).size === 1 ? [] : [box('bpcc', bytes(...depths))]),
      box('colr', bytes(1, 0, 0), uint32(space)),
      box('pclr', bytes(0, 1, components.length, ...picked, ...values)),
      box('cmap', bytes(...components.flatMap(component => [0, component, 0, 0]))),
    ),
    box('jp2c', codestream),
  ])
}
