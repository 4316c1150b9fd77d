import sharp from 'sharp'
import t from 'tap'
import { DomainError } from '../../../src/errors.js'
import { readDirectories } from '../../../src/image/tiff/directory.js'
import { readLevels } from '../../../src/image/tiff/levels.js'
import { fc } from '../../seeded.js'
import { gradient } from '../gradient.js'
import { inMemory } from './in-memory.js'
import { madeLevel, pageOf, tables } from './tiles.js'
import { forms, LONG, LONG8, type Page, SHORT, UNDEFINED, writeTiff } from './write.js'

/**
 * What reading may ask of a file of a megabyte or less, whatever it claims: each page its directory, its tiles, tables and
 * profile, and no more than the file holds of each.
 */
const mostRequested = (file: Buffer): number => 64 * 4 * file.length
const mostReads = 512 * 2 + 64 * 20

/** Reads levels as a server does. @returns undefined for a file that is refused with a sentence */
async function attempt(file: Buffer) {
  const source = inMemory(file)
  const levels = await readLevels(source).catch(error => {
    if (error instanceof DomainError && /^The TIFF file is damaged: [a-z][^/\n]*\.$/.test(error.message))
      return undefined
    throw error
  })
  if (source.requested > mostRequested(file) || source.reads > mostReads)
    throw new Error(`${source.requested} bytes in ${source.reads} reads of a file of ${file.length} bytes`)
  return levels
}

const small = (form: (typeof forms)[0]): Buffer => {
  const tiles = Array.from({ length: 6 }, (_, index) => Buffer.alloc(5, index))
  const more = [...tables(Buffer.alloc(9)), [34675, UNDEFINED, Buffer.alloc(20)] as const]
  return writeTiff([pageOf('rgb', tiles, more), pageOf('ycbcr', tiles)], form)
}

const stripped = (form: (typeof forms)[0]): Buffer =>
  writeTiff([{ ...pageOf('rgb', [Buffer.alloc(9)]), tiled: false }], form)

const named = (form: (typeof forms)[0]): string => `${form.big ? 'BigTIFF' : 'TIFF'} ${form.littleEndian ? 'II' : 'MM'}`

for (const form of forms) {
  t.test(`${named(form)}: every truncation and every flipped bit ends in levels or a sentence`, async t => {
    const file = small(form)
    t.equal((await attempt(file))?.length, 2, 'the fixture itself is read')
    t.equal(await attempt(stripped(form)), undefined, 'strips are not tiles')
    for (const whole of [file, stripped(form)])
      for (let length = 0; length < whole.length; length += 1) await attempt(whole.subarray(0, length))
    for (let bit = 0; bit < file.length * 8; bit += 1) {
      const altered = Buffer.from(file)
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await attempt(altered)
    }
    t.equal(await attempt(file.subarray(0, file.length - 1)), undefined, 'the chain is at the end of the file')
  })

  t.test(`${named(form)}: bytes altered at random end in levels or a sentence`, async () => {
    const file = small(form)
    const value = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255))
    const place = fc.nat(file.length - 1)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(place, fc.array(value, { maxLength: 8 })), { maxLength: 12 }),
        async changes => {
          const altered = Buffer.from(file)
          for (const [at, values] of changes) Buffer.from(values).copy(altered, at)
          await attempt(altered)
        },
      ),
      { numRuns: 1000 },
    )
  })
}

t.test('pyramids of libvips: truncations and flipped bits', async () => {
  for (const bigtiff of [false, true]) {
    const options = {
      tile: true,
      pyramid: true,
      tileWidth: 128,
      tileHeight: 128,
      compression: 'jpeg',
      bigtiff,
    } as const
    const file = await gradient(300, 200).tiff(options).toBuffer()
    for (let length = 0; length < file.length; length += 101) await attempt(file.subarray(0, length))
    const chain = bigtiff ? Number(file.readBigUInt64LE(8)) : file.readUInt32LE(4)
    await fc.assert(
      fc.asyncProperty(fc.nat(Math.max(1, file.length - chain - 1)), fc.nat(7), async (distance, bit) => {
        const altered = Buffer.from(file)
        altered[chain + distance] = (altered[chain + distance] ?? 0) ^ (1 << bit)
        await attempt(altered)
      }),
      { numRuns: 600 },
    )
  }
})

t.test('files that are noise behind a header', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...forms),
      fc.uint8Array({ minLength: 16, maxLength: 600 }),
      async (form, noise) => {
        const file = Buffer.from(noise)
        writeTiff([{ entries: [], data: [] }], form).copy(file, 0, 0, form.big ? 16 : 8)
        file[form.littleEndian ? (form.big ? 8 : 4) : form.big ? 15 : 7] = (noise[0] ?? 0) % file.length
        await attempt(file)
      },
    ),
    { numRuns: 1000 },
  )
})

const tiles = [Buffer.alloc(5)]
/** The fixture with one of its entries replaced. */
const claiming = (tag: number, type: number, values: readonly number[]): readonly Page[] => [
  pageOf('rgb', Array<Buffer>(6).fill(tiles[0] as Buffer), [[tag, type, values]]),
]

t.test('sizes that lie are refused before anything is read for them', async t => {
  for (const form of forms)
    for (const [what, pages] of [
      ['no width', claiming(256, LONG, [0])],
      ['two widths', claiming(256, LONG, [300, 300])],
      ['a width of text', claiming(256, 2, [65, 0])],
      ['a width of bytes', claiming(256, 1, [200])],
      ['a width of four billion', claiming(256, LONG, [0xffffffff])],
      ['a width beyond whole numbers', claiming(256, LONG8, [2 ** 60])],
      ['tiles of one pixel', claiming(322, LONG, [1])],
      ['tiles of four billion', claiming(322, LONG, [0xffffffff])],
      [
        'a thousand million tiles',
        [
          pageOf('rgb', tiles, [
            [256, LONG, [4_000_000]],
            [257, LONG, [4_000_000]],
          ]),
        ],
      ],
      ['planes apart', claiming(284, SHORT, [2])],
      ['too few byte counts', claiming(325, LONG, [5, 5])],
      ['byte counts beyond the end', claiming(325, LONG, Array<number>(6).fill(0xffffffff))],
      ['byte counts beyond whole numbers', claiming(325, LONG8, Array<number>(6).fill(2 ** 62))],
      ['tables larger than tables are', claiming(347, UNDEFINED, Array<number>(9000).fill(0))],
      ['a profile larger than a segment', claiming(34675, UNDEFINED, Array<number>(70_000).fill(0))],
    ] as const) {
      const file = writeTiff(pages, form)
      const source = inMemory(file)
      await t.rejects(readLevels(source), { code: 'damaged' }, `${named(form)}: ${what}`)
      t.ok(source.requested < 8192, `${what}: ${source.requested} bytes read`)
    }
})

/** Where the first directory's entry of a tag stands in a classic little-endian file. */
function entryAt(file: Buffer, tag: number): number {
  const directory = file.readUInt32LE(4)
  for (let at = directory + 2; at < file.length; at += 12) if (file.readUInt16LE(at) === tag) return at
  throw new Error(`no tag ${tag}`)
}

t.test('a count costs nothing: what is not in the file is not made room for', async t => {
  const [form] = forms as [(typeof forms)[0]]
  for (const tag of [256, 258, 324, 325, 347, 34675, 530])
    for (const count of [2, 4096, 2 ** 24, 2 ** 31, 2 ** 32 - 1]) {
      const file = small(form)
      const more = tag === 530 ? writeTiff([pageOf('ycbcr', Array<Buffer>(6).fill(Buffer.alloc(5)))], form) : file
      more.writeUInt32LE(count, entryAt(more, tag) + 4)
      const source = inMemory(more)
      await readLevels(source).catch(error => t.match(error, { code: 'damaged' }))
      t.ok(source.requested < 100_000, `tag ${tag}, count ${count}: ${source.requested} bytes read`)
    }
})

t.test('directories that loop, overlap or never end are refused', async t => {
  const [form] = forms as [(typeof forms)[0]]
  const file = writeTiff([pageOf('rgb', Array<Buffer>(6).fill(Buffer.alloc(5)))], form)
  const directory = file.readUInt32LE(4)
  const next = directory + 2 + file.readUInt16LE(directory) * 12
  const pointing = (to: number) => {
    const altered = Buffer.from(file)
    altered.writeUInt32LE(to, next)
    return altered
  }
  await t.rejects(readLevels(inMemory(pointing(directory))), { message: /loop/ }, 'to itself')
  for (const [what, to] of [
    ['into itself', directory + 2],
    ['to the header', 2],
    ['to its last byte', file.length - 1],
    ['beyond the end', 0xffffffff],
  ] as const)
    await t.rejects(readLevels(inMemory(pointing(to))), { code: 'damaged' }, what)
  const empty = pointing(file.length)
  await t.rejects(
    readLevels(inMemory(Buffer.concat([empty, Buffer.alloc(6)]))),
    { code: 'damaged' },
    'to one of 0 entries',
  )

  const chain = Buffer.concat([
    Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]),
    ...Array.from({ length: 100_000 }, (_, index) => {
      const link = Buffer.alloc(6)
      link.writeUInt32LE(8 + (index + 1) * 6, 2)
      return link
    }),
  ])
  const source = inMemory(chain)
  await t.rejects(readDirectories(source), { message: /too many/ })
  t.ok(source.reads <= 2 * 512 + 1, `${source.reads} reads of a chain of 100,000`)
})

t.test('pages that share their tables and profile hold them once, and 65 levels are too many', async t => {
  const [form] = forms as [(typeof forms)[0]]
  const profile = Buffer.alloc(60_000)
  const page = pageOf('rgb', Array<Buffer>(6).fill(Buffer.alloc(5)), [[34675, UNDEFINED, profile]])
  const levels = await readLevels(inMemory(writeTiff(Array<Page>(64).fill(page), form)))
  t.equal(new Set(levels.map(level => level.iccProfile)).size, 1)
  await t.rejects(readLevels(inMemory(writeTiff(Array<Page>(65).fill(page), form))), { message: /too many levels/ })
})

t.test('places of a level’s tiles are packed', async t => {
  const { level } = await madeLevel('rgb')
  t.ok(level.offsets instanceof Uint32Array && level.byteCounts instanceof Uint32Array)
  const far = writeTiff(claiming(325, LONG8, Array<number>(6).fill(5)), { big: true, littleEndian: true })
  const [read] = await readLevels(inMemory(far))
  t.ok(read?.offsets instanceof Uint32Array, 'eight bytes each only where a file is larger than 4 GiB')
})

t.test('sharp reads the fixtures too, so they are TIFF', async t => {
  const { level, tiles: real } = await madeLevel('ycbcr')
  for (const form of forms) {
    const { width, height } = await sharp(writeTiff([pageOf('ycbcr', real, tables(level.jpegTables))], form)).metadata()
    t.strictSame([width, height], [300, 200], named(form))
  }
})
