import { readFile } from 'node:fs/promises'
import t from 'tap'
import { DomainError } from '../../../src/errors.js'
import { box } from '../../../src/image/jp2/boxes.js'
import { channelsOf } from '../../../src/image/jp2/channels.js'
import { encodeJpeg2000 } from '../../../src/image/jp2/encode.js'
import { type Jp2Header, readJp2Header } from '../../../src/image/jp2/header.js'
import { openPieces, piecesOf } from '../../../src/image/jp2/pieces.js'
import { fc } from '../../seeded.js'
import { needs, shared } from '../../shared.js'
import { drawn } from './drawn.js'

/** A file in memory that counts how often it is read. */
const counted = (file: Buffer) => {
  const source = {
    bytes: file.length,
    reads: 0,
    async read(offset: number, length: number) {
      source.reads += 1
      if (source.reads > 2000) throw new Error('the reader does not come to an end')
      if (offset < 0 || offset + length > file.length) throw new Error('the reader asked for bytes beyond the end')
      return Buffer.from(file.subarray(offset, offset + length))
    },
    async readInto(target: Buffer, offset: number) {
      ;(await source.read(offset, target.length)).copy(target)
    },
    async close() {},
  }
  return source
}

const headerOf = (file: Buffer): Promise<Jp2Header> => readJp2Header(counted(file))

/** Everything that is read before a decoder sees a byte. @returns undefined for what is refused */
async function examined(file: Buffer): Promise<Jp2Header | undefined> {
  const source = counted(file)
  try {
    const header = await readJp2Header(source)
    channelsOf(header)
    const readPiece = await openPieces(source, header.codestream, header.main)
    for (const piece of piecesOf(header.main).slice(0, 3)) await readPiece(piece)
    return header
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return undefined
  }
}

/** Puts boxes behind those that the header of a file has. */
function withBoxes(file: Buffer, ...boxes: readonly Buffer[]): Buffer {
  const at = file.indexOf('jp2h') - 4
  const length = file.readUInt32BE(at)
  const content = file.subarray(at + 8, at + length)
  return Buffer.concat([file.subarray(0, at), box('jp2h', content, ...boxes), file.subarray(at + length)])
}

const expected = {
  'jp2-16bit-rgb.jp2': { main: { width: 2046, height: 3117, decompositions: 5, tile: { width: 1024, height: 1024 } } },
  'jp2-newspaper.jp2': { main: { width: 4971, height: 7320 }, colour: { kind: 'grey' } },
  'jp2-reference.jp2': { main: { width: 1000, height: 1000, decompositions: 4 }, colour: { kind: 'srgb' } },
  'jp2-world.jp2': { main: { width: 800, height: 400, decompositions: 1 } },
}

t.test('real files say their size, colours and levels', needs('data/awkward'), async t => {
  for (const [name, header] of Object.entries(expected))
    t.match(await headerOf(await readFile(shared(`data/awkward/${name}`) as string)), header, name)
  const sixteen = await headerOf(await readFile(shared('data/awkward/jp2-16bit-rgb.jp2') as string))
  t.strictSame(
    sixteen.main.components,
    [1, 2, 3].map(() => ({ bits: 16, signed: false, dx: 1, dy: 1 })),
  )
})

t.test('what Beffroi writes is read back, boxed and bare', async t => {
  for (const [channels, kind] of [
    [1, 'grey'],
    [3, 'rgb'],
    [4, 'rgb'],
  ] as const) {
    const file = await encodeJpeg2000(drawn(40, 30, channels))
    const header = await headerOf(file)
    t.match(header.main, { width: 40, height: 30, atOrigin: true, packed: false })
    const { alpha, ...found } = channelsOf(header)
    t.match(found, { kind, bits: 8, ycc: false })
    t.equal(alpha?.component, channels === 4 ? 3 : undefined)
    const bare = await headerOf(file.subarray(header.codestream.offset))
    t.match(bare, { colour: { kind: 'unsaid' }, main: { width: 40, height: 30 } })
  }
})

t.test('resolution is that of capture, or else of display', async t => {
  const file = await encodeJpeg2000(drawn(8, 8, 1))
  const resolution = (type: string, perMetre: number, exponent: number) => {
    const content = Buffer.alloc(10)
    for (const [at, value] of [perMetre, 1, perMetre, 1].entries()) content.writeUInt16BE(value, at * 2)
    content.writeInt8(exponent, 8)
    content.writeInt8(exponent, 9)
    return box(type, content)
  }
  const both = box('res ', resolution('resd', 2835, 0), resolution('resc', 1181, 1))
  t.equal((await headerOf(withBoxes(file, both))).pixelsPerMm, 11.81)
  t.equal((await headerOf(withBoxes(file, box('res ', resolution('resd', 4000, 0))))).pixelsPerMm, 4)
  t.equal((await headerOf(file)).pixelsPerMm, undefined)
})

const siz = (file: Buffer) => file.indexOf(Buffer.from([0xff, 0x4f, 0xff, 0x51])) + 4

t.test('what cannot be shown in right colours is refused with a sentence', async t => {
  const rgb = await encodeJpeg2000(drawn(8, 8, 3))
  const change = (offset: number, value: number) => {
    const file = Buffer.from(rgb)
    file.writeUInt8(value, offset)
    return file
  }
  const components = siz(rgb) + 38
  const colourSpace = rgb.indexOf('colr') + 10
  for (const [file, message] of [
    [change(components, 0x87), /signed measurements/],
    [change(components, 24), /samples have 25 bits; export it with 8 or 16/],
    [change(components + 4, 2), /components differ in size; export it as TIFF/],
    [change(colourSpace, 14), /colour space \(number 14\) is not one that is read/],
    [change(colourSpace, 12), /3 channels, which are not those of its colour space/],
    [change(siz(rgb) + 37, 9), /9 components, which no colour picture has/],
  ] as const)
    await t.rejects(headerOf(file).then(channelsOf), { code: 'refused', message })
})

t.test('a file cut off anywhere is refused, unless only its last marker is missing', async t => {
  for (const channels of [1, 4] as const) {
    const file = await encodeJpeg2000(drawn(20, 17, channels))
    const whole = (
      await Promise.all(
        Array.from({ length: file.length }, async (_, length) =>
          (await examined(file.subarray(0, length))) ? [length] : [],
        ),
      )
    ).flat()
    t.strictSame(whole, [file.length - 2, file.length - 1].slice(0, whole.length))
    t.ok(await examined(file))
  }
})

t.test('changed bytes give a header or a refusal, after few reads', async t => {
  const files = await Promise.all(([1, 3, 4] as const).map(channels => encodeJpeg2000(drawn(20, 17, channels))))
  const changes = fc.array(fc.tuple(fc.nat(330), fc.nat(255)), { minLength: 1, maxLength: 4 })
  let refused = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), changes, async (file, changed) => {
      const hostile = Buffer.from(file)
      for (const [at, value] of changed) hostile[at % hostile.length] = value
      if (!(await examined(hostile))) refused += 1
    }),
    { numRuns: 4000 },
  )
  t.ok(refused > 400, `${refused} were refused`)
})

t.test('real files survive every cut and changed bytes likewise', needs('data/awkward'), async t => {
  for (const name of Object.keys(expected)) {
    const file = await readFile(shared(`data/awkward/${name}`) as string)
    for (let length = 0; length < 400; length += 1) t.notOk(await examined(file.subarray(0, length)))
    await fc.assert(
      fc.asyncProperty(fc.nat(399), fc.nat(255), async (at, value) => {
        const hostile = Buffer.from(file)
        hostile[at] = value
        await examined(hostile)
      }),
      { numRuns: 100 },
    )
  }
})
