import { damaged } from '../tiff/directory.js'

/** Codes of so many bits are looked up at once, longer ones length by length. */
const SHORT = 10

/** A Huffman table to read with: what an entry says is up to whoever made the table; 0 is no code. */
export type Decoder = Readonly<{
  short: Uint16Array
  /** By length: the first code behind those of that length, in the first of 16 bits; where its entries begin, less its first code. */
  bounds: Int32Array
  bases: Int32Array
  entries: Uint16Array
}>

/** To write with: codes and their lengths by symbol; a length of 0 is a symbol that the table lacks. */
export type Coder = Readonly<{ codes: Uint16Array; lengths: Uint8Array }>

export type HuffmanTable = Readonly<{ lengths: Uint8Array; symbols: Uint8Array }>

/** The tables of a DHT segment's parameters by class and destination, `0x10` and up for AC (T.81 B.2.4.2). */
export function tablesOf(parameters: Buffer): ReadonlyMap<number, HuffmanTable> {
  const tables = new Map<number, HuffmanTable>()
  for (let at = 0; at < parameters.length; ) {
    const counts = parameters.subarray(at + 1, at + 17)
    const total = counts.reduce((sum, count) => sum + count, 0)
    const symbols = parameters.subarray(at + 17, at + 17 + total)
    if (counts.length < 16 || total > 256 || symbols.length < total) throw damaged('its Huffman tables break off')
    const lengths = Uint8Array.from(
      [...counts].flatMap((count, index) => Array.from({ length: count }, () => index + 1)),
    )
    tables.set(parameters[at] ?? 0, { lengths, symbols: Uint8Array.from(symbols) })
    at += 17 + total
  }
  return tables
}

/** T.81 C.2: codes of one length follow each other, those of the next begin at twice as much. */
function codesOf({ lengths }: HuffmanTable): readonly number[] {
  let code = 0
  return [...lengths].map((length, index) => {
    code <<= length - (index === 0 ? 0 : (lengths[index - 1] ?? 0))
    if (code >= 2 ** length) throw damaged('its Huffman tables are wrong')
    code += 1
    return code - 1
  })
}

/** @param entryOf what to find under a symbol's code, not 0 */
export function decoderOf(table: HuffmanTable, entryOf: (symbol: number, length: number) => number): Decoder {
  const short = new Uint16Array(1 << SHORT)
  const [bounds, bases] = [new Int32Array(17), new Int32Array(17)]
  const entries = Uint16Array.from(table.symbols, (symbol, index) => entryOf(symbol, table.lengths[index] ?? 0))
  for (const [index, code] of codesOf(table).entries()) {
    const length = table.lengths[index] ?? 0
    if (length <= SHORT) short.fill(entries[index] ?? 0, code << (SHORT - length), (code + 1) << (SHORT - length))
    if (bounds[length] === 0) bases[length] = index - code
    bounds[length] = (code + 1) << (16 - length)
  }
  return { short, bounds, bases, entries }
}

/** The entry of the code that 16 bits begin with, 0 where it is long or none. */
export const shortEntry = ({ short }: Decoder, sixteen: number): number => short[sixteen >>> (16 - SHORT)] as number

/** The entry of the code that 16 bits begin with. @throws DomainError `damaged` where none does */
export function entryAt(decoder: Decoder, sixteen: number): number {
  const entry = shortEntry(decoder, sixteen)
  return entry === 0 ? longEntry(decoder, sixteen) : entry
}

function longEntry({ bounds, bases, entries }: Decoder, sixteen: number): number {
  for (let length = SHORT + 1; length <= 16; length += 1)
    if (sixteen < (bounds[length] as number))
      return entries[(bases[length] as number) + (sixteen >>> (16 - length))] as number
  throw damaged('a tile cannot be read')
}

export function coderOf(table: HuffmanTable): Coder {
  const [codes, lengths] = [new Uint16Array(256), new Uint8Array(256)]
  for (const [index, code] of codesOf(table).entries()) {
    const symbol = table.symbols[index] ?? 0
    codes[symbol] = code
    lengths[symbol] = table.lengths[index] ?? 0
  }
  return { codes, lengths }
}
