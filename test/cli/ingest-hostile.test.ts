import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import t from 'tap'
import { LONG, SHORT, writeTiff } from '../image/tiff/write.js'

const program = fileURLToPath(new URL(`./ingest-child${extname(import.meta.url)}`, import.meta.url))

/** What one process may hold at most while it looks at files made to exhaust it; at rest it holds about 150 MB. */
const MOST_RESIDENT_KB = 700_000

const square = () => sharp({ create: { width: 64, height: 64, channels: 3, background: '#abc' } })

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** A PNG with a chunk right behind its header. */
async function pngWith(type: string, body: Buffer): Promise<Buffer> {
  const png = await square().png().toBuffer()
  return Buffer.concat([png.subarray(0, 33), chunk(type, body), png.subarray(33)])
}

/** 300 MB of zeros in 300 kB. */
const bomb = deflateSync(Buffer.alloc(300_000_000))

/** A JPEG whose frame says another size. */
async function jpegOf(width: number, height: number): Promise<Buffer> {
  const jpeg = await square().jpeg().toBuffer()
  const frame = jpeg.indexOf('\xff\xc0', 0, 'latin1')
  jpeg.writeUInt16BE(height, frame + 5)
  jpeg.writeUInt16BE(width, frame + 7)
  return jpeg
}

/** An AVIF whose box of dimensions says another size. */
async function avifOf(width: number, height: number): Promise<Buffer> {
  const avif = await square().avif().toBuffer()
  const box = avif.indexOf('ispe', 0, 'latin1')
  avif.writeUInt32BE(width, box + 8)
  avif.writeUInt32BE(height, box + 12)
  return avif
}

function gifOf(frames: number): Buffer {
  const header = Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1')
  const frame = Buffer.from('!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0', 'latin1')
  return Buffer.concat([header, ...Array<Buffer>(frames).fill(frame), Buffer.from(';')])
}

async function animatedWebp(frames: number): Promise<Buffer> {
  const data = Buffer.alloc(64 * 64 * frames * 3, 7)
  data.fill(200, 0, 64 * 64 * 3)
  return sharp(data, { raw: { width: 64, height: 64 * frames, channels: 3, pageHeight: 64 } })
    .webp()
    .toBuffer()
}

const strips = (more: readonly (readonly [number, number, readonly number[]])[]): Buffer => {
  const own = new Set(more.map(([tag]) => tag))
  const entries = [
    [256, LONG, [64]],
    [257, LONG, [64]],
    [258, SHORT, [8]],
    [259, SHORT, [1]],
    [262, SHORT, [1]],
    [277, SHORT, [1]],
    [278, LONG, [64]],
    [279, LONG, [64 * 64]],
  ] as const
  const page = {
    entries: [...entries.filter(([tag]) => !own.has(tag)), ...more],
    data: [Buffer.alloc(64 * 64)],
    tiled: false,
  }
  return writeTiff([page], { big: false, littleEndian: true })
}

/** The count of an entry of the only directory, made as large as it can be. */
function withCount(file: Buffer, tag: number): Buffer {
  const directory = file.readUInt32LE(4)
  for (let at = directory + 2; at < file.length - 12; at += 12)
    if (file.readUInt16LE(at) === tag) file.writeUInt32LE(0xffffffff, at + 4)
  return file
}

function chainOf(directories: number): Buffer {
  const whole = strips([])
  const links = Array.from({ length: directories }, (_, index) => {
    const link = Buffer.alloc(18)
    link.writeUInt16LE(1, 0)
    link.writeUInt16LE(254, 2)
    link.writeUInt16LE(LONG, 4)
    link.writeUInt32LE(1, 6)
    link.writeUInt32LE(index === directories - 1 ? 0 : whole.length + (index + 1) * 18, 14)
    return link
  })
  whole.writeUInt32LE(whole.length, whole.length - 4)
  return Buffer.concat([whole, ...links])
}

/** Each file, and what is said of it. */
const files: Readonly<Record<string, readonly [make: () => Promise<Buffer> | Buffer, said: RegExp]>> = {
  'text-bomb.png': [() => pngWith('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), bomb])), /ingested/],
  'profile-bomb.png': [() => pngWith('iCCP', Buffer.concat([Buffer.from('icc\0\0', 'latin1'), bomb])), /ingested/],
  'widest.jpg': [() => jpegOf(65_535, 65_535), /refused: The file is damaged: its header cannot be read/],
  'wide.jpg': [() => jpegOf(30_000, 30_000), /refused: The file claims 900 megapixels in 1 kB/],
  'huge.avif': [() => avifOf(60_000, 60_000), /refused/],
  'frames.gif': [() => gifOf(100_000), /ingested/],
  'film.webp': [() => animatedWebp(200), /ingested/],
  'tall.tif': [() => strips([[257, LONG, [0xffffffff]]]), /refused/],
  'strips.tif': [() => withCount(strips([[278, LONG, [1]]]), 273), /refused/],
  'counts.tif': [() => withCount(strips([]), 279), /refused/],
  'samples.tif': [
    () =>
      strips([
        [277, SHORT, [65_535]],
        [258, SHORT, [8]],
      ]),
    /refused/,
  ],
  'chain.tif': [() => chainOf(100_000), /refused/],
}

t.test('files made to exhaust a server are refused or taken, within bounded memory', async t => {
  const folder = join(t.testdir(), 'pictures')
  await mkdir(folder, { recursive: true })
  for (const [name, [make]] of Object.entries(files)) await writeFile(join(folder, name), await make())
  const child = fork(program, [join(t.testdirName, 'data'), folder], {
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const [said, [resident], [code, signal]] = await Promise.all([
    text(child.stderr as NodeJS.ReadableStream),
    once(child, 'message') as Promise<[number]>,
    once(child, 'exit'),
  ])
  t.equal(signal, null, 'the process lived to its end')
  t.type(code, 'number')
  t.comment(`${Math.round(resident / 1000)} MB at most`)
  t.ok(resident < MOST_RESIDENT_KB, `${resident} kB resident at most`)
  for (const [name, [, outcome]] of Object.entries(files)) {
    const line = said.split('\n').find(each => / of \d+ {2}/.test(each) && each.includes(`  ${name}  `))
    t.match(line, outcome, `${name}: ${line}`)
    t.notMatch(line, folder, 'without a path')
  }
})
