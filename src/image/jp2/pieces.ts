import type { ByteSource } from '../../storage/storage.js'
import type { Dimensions } from '../geometry.js'
import { type MainHeader, readTileParts, type Span, type TilePart } from './codestream.js'

/** Whole rows of tiles that are decoded at once; `top` and `height` in px of the picture. */
export type Piece = Readonly<{ firstRow: number; rows: number; top: number; height: number }>

/** px; pieces are about so large, where tiles allow. */
const PIECE_PIXELS = 16_000_000

const tileRows = ({ height, tile }: MainHeader): number => Math.ceil(height / tile.height)
const tileColumns = ({ width, tile }: MainHeader): number => Math.ceil(width / tile.width)

/**
 * Rows of tiles can be moved to the top of a picture of their own where every level of the wavelet, every precinct and
 * every block then lies as before: tiles as high as a power of two that the coarsest level divides.
 */
function canBeCut(main: MainHeader): boolean {
  const { height } = main.tile
  const isPowerOfTwo = Number.isInteger(Math.log2(height))
  const coarsest = 2 ** main.decompositions * Math.max(...main.components.map(({ dy }) => dy))
  return main.atOrigin && !main.packed && isPowerOfTwo && coarsest <= height
}

export function piecesOf(main: MainHeader): readonly Piece[] {
  const rows = tileRows(main)
  const high = main.tile.height
  const fitting = Math.max(1, Math.floor(PIECE_PIXELS / (main.width * high)))
  const atOnce = canBeCut(main) ? Math.min(rows, fitting) : rows
  return Array.from({ length: Math.ceil(rows / atOnce) }, (_, index) => {
    const top = index * atOnce * high
    return {
      firstRow: index * atOnce,
      rows: Math.min(atOnce, rows - index * atOnce),
      top,
      height: Math.min(main.height - top, atOnce * high),
    }
  })
}

/** The codestream of a piece, as of a picture of its own. */
export type PieceReader = (piece: Piece) => Promise<Buffer>

/** @throws DomainError `refused` where the tiles are not all there */
export async function openPieces(source: ByteSource, codestream: Span, main: MainHeader): Promise<PieceReader> {
  const parts = await readTileParts(source, codestream, main)
  const wholeBytes = (parts.at(-1)?.offset ?? 0) + (parts.at(-1)?.length ?? 0) - codestream.offset
  return async piece => {
    if (piece.height === main.height)
      return Buffer.concat([await source.read(codestream.offset, wholeBytes), endOfCodestream])
    const columns = tileColumns(main)
    const [first, last] = [piece.firstRow * columns, (piece.firstRow + piece.rows) * columns]
    const inside = parts.filter(({ tile }) => tile >= first && tile < last)
    const chunks: Buffer[] = [startOfCodestream]
    for (const segment of main.segments)
      chunks.push(
        resized(await source.read(segment.offset, segment.length), { width: main.width, height: piece.height }),
      )
    for (const part of inside) chunks.push(renumbered(await source.read(part.offset, part.length), part, first))
    return Buffer.concat([...chunks, endOfCodestream])
  }
}

const startOfCodestream = Buffer.from([0xff, 0x4f])
const endOfCodestream = Buffer.from([0xff, 0xd9])

/** Changes Ysiz where a segment is SIZ. */
function resized(segment: Buffer, { height }: Dimensions): Buffer {
  if (segment.readUInt16BE(0) === 0xff51) segment.writeUInt32BE(height, 10)
  return segment
}

/** Changes Isot and Psot, which may have stood for "to the end". */
function renumbered(bytes: Buffer, { tile, length }: TilePart, first: number): Buffer {
  bytes.writeUInt16BE(tile - first, 4)
  bytes.writeUInt32BE(length, 6)
  return bytes
}
