import { type FileHandle, open } from 'node:fs/promises'
import { openFile } from '../../storage/storage.js'
import { pixels } from '../geometry.js'
import { selectingFile } from './boxes.js'
import { type Channels, channelsOf } from './channels.js'
import { damaged, type MainHeader } from './codestream.js'
import { type Jp2Header, readJp2Header } from './header.js'
import { openPieces, type Piece, piecesOf } from './pieces.js'
import { type Decoded, pixelsOf } from './samples.js'
import { inThread } from './thread.js'
import { tiffHead } from './tiff.js'

export type UnpackOptions = Readonly<{ seconds: number; signal?: AbortSignal }>

/** What OpenJPEG itself holds of each sample: one whole number, and of tiles a second. Measured; `BASE` is all else. */
const HELD_BYTES = { alone: 4, tiled: 8 } as const
const BASE_BYTES = 64e6
/** The codec grows its memory in steps, and may be refused the last. */
const SLACK = 1.2

/** The most memory that decoding takes at once, in bytes: of the codec, and of the samples once it has ended. */
export function decodingBytes(header: Jp2Header, fileBytes: number): number {
  const { main } = header
  return Math.max(...piecesOf(main).map(piece => codecBytes(main, piece, fileBytes)))
}

function codecBytes(main: MainHeader, piece: Piece, fileBytes: number): number {
  const { width, height, tile, components } = main
  const isAlone = tile.width >= width && tile.height >= height
  const samples = width * piece.height * components.length
  const sampleBytes = Math.max(...components.map(({ bits }) => (bits > 8 ? 2 : 1)))
  // Components picked from among others are copied once more.
  const picked = isReadWhole(main) ? 0 : width * piece.height * 3 * 4
  const held = isAlone ? HELD_BYTES.alone : HELD_BYTES.tiled
  return BASE_BYTES + SLACK * (samples * (held + sampleBytes) + picked + fileBytes * (piece.height / height))
}

/** Unpacks a JPEG 2000 file into an uncompressed TIFF with its profile, piece by piece. @throws DomainError `refused` */
export async function unpackJpeg2000(path: string, target: string, options: UnpackOptions): Promise<void> {
  const source = await openFile(path)
  try {
    const header = await readJp2Header(source)
    const channels = channelsOf(header)
    const readPiece = await openPieces(source, header.codestream, header.main)
    const handle = await open(target, 'wx')
    try {
      const head = tiffHead(header.main, channels)
      await writeAll(handle, head)
      for (const piece of piecesOf(header.main)) {
        const mostBytes = codecBytes(header.main, piece, source.bytes)
        const decoded = await decodePiece(await readPiece(piece), header.main, channels, piece, mostBytes, options)
        await writeAll(handle, pixelsOf(decoded, channels))
      }
    } finally {
      await handle.close()
    }
  } finally {
    await source.close()
  }
}

/** The codec gives the samples of one component or of three; of others, some are picked. */
const isReadWhole = ({ components }: MainHeader): boolean => components.length === 1 || components.length === 3

const groupsOf = (main: MainHeader, { colours, alpha }: Channels): readonly (readonly number[])[] => {
  if (isReadWhole(main)) return [main.components.map((_, index) => index)]
  const used = [...new Set([...colours, ...(alpha ? [alpha] : [])].map(({ component }) => component))]
  const three = used.length >= 3 ? used.slice(0, 3) : []
  return [...(three.length > 0 ? [three] : []), ...used.slice(three.length).map(component => [component])]
}

async function decodePiece(
  codestream: Buffer,
  main: MainHeader,
  channels: Channels,
  piece: Piece,
  mostBytes: number,
  options: UnpackOptions,
): Promise<readonly Decoded[]> {
  const size = { width: main.width, height: piece.height }
  const decoded: Decoded[] = []
  for (const components of groupsOf(main, channels)) {
    const depths = new Set(components.map(index => main.components[index]?.bits))
    if (depths.size > 1) throw damaged('its components differ in depth')
    const file = isReadWhole(main) ? codestream : selectingFile({ ...size, main, components, codestream })
    const samples = await inThread({ kind: 'decode', file, mostBytes }, options)
    if (!samples) throw damaged('the codestream cannot be decoded')
    const whole = samples.width === size.width && samples.height === size.height
    const bytes = pixels(size) * components.length * (samples.bits > 8 ? 2 : 1)
    if (!whole || samples.channels !== components.length || samples.data.length !== bytes)
      throw damaged('the codestream is not of the size it claims')
    decoded.push({ components, samples })
  }
  return decoded
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, Math.min(bytes.length - at, 1 << 26))
    at += bytesWritten
  }
}
