import sharp from 'sharp'
import t from 'tap'
import { jpegPrefix, obstacleOf, wholeJpeg } from '../../../src/image/tiff/jpeg.js'
import { readLevels, type TiledLevel } from '../../../src/image/tiff/levels.js'
import { marker } from '../../../src/image/tiff/markers.js'
import { gradient } from '../gradient.js'
import { greyProfile, rgbProfile, spaces } from '../profiles.js'
import { inMemory } from './in-memory.js'
import { type Colours, fixture, madeLevel, markersOf, own, pageOf, tables, withTables } from './tiles.js'
import { forms, UNDEFINED, writeTiff } from './write.js'

const [form] = forms as [(typeof forms)[0]]

/** Reads what the writer wrote. */
async function levelOf(...page: Parameters<typeof pageOf>): Promise<Readonly<{ level: TiledLevel; file: Buffer }>> {
  const file = writeTiff([pageOf(...page)], form)
  const [level] = await readLevels(inMemory(file))
  if (!level) throw new Error('no level')
  return { level, file }
}

const passed = (level: TiledLevel, tile: Buffer): Buffer => wholeJpeg(jpegPrefix(level), level, tile)

/** The tile at the second place of the first row as libtiff decodes it, by the colours that the directory names. */
const asDecoded = (file: Buffer): Promise<Buffer> =>
  sharp(file, { ignoreIcc: true })
    .extract({ left: fixture.tile, top: 0, width: fixture.tile, height: fixture.tile })
    .raw()
    .toBuffer()

for (const colours of ['rgb', 'ycbcr', 'grey'] satisfies Colours[]) {
  const transform = ({ rgb: 0, ycbcr: 1, grey: undefined } as const)[colours]

  t.test(`a ${colours} tile becomes a whole JPEG file, whatever markers it has`, async t => {
    const { level: made, tiles } = await madeLevel(colours)
    const shared = made.jpegTables
    const wrong = own.adobe(transform === 0 ? 1 : 0)
    const forms: readonly (readonly [what: string, tiles: readonly Buffer[], shared: Buffer | undefined])[] = [
      ['tables of the level', tiles, shared],
      ['tables of its own', tiles.map(tile => withTables(tile, shared)), undefined],
      ['tables of its own and of the level', tiles.map(tile => withTables(tile, shared)), shared],
      ['an Adobe marker', tiles.map(tile => withTables(tile, shared, own.adobe(transform ?? 0))), undefined],
      ['a JFIF marker', tiles.map(tile => withTables(tile, shared, own.jfif)), undefined],
      ['an Adobe marker that is wrong', tiles.map(tile => withTables(tile, shared, own.comment, wrong)), undefined],
    ]
    for (const [what, each, levelTables] of forms) {
      const { level, file } = await levelOf(colours, each, tables(levelTables))
      t.equal(obstacleOf(level), undefined)
      const jpeg = passed(level, each[1] as Buffer)
      const markers = markersOf(jpeg)
      t.equal(markers.filter(code => code === marker.application14).length, transform === undefined ? 0 : 1, what)
      t.notOk(markers.includes(marker.application0) || markers.includes(marker.comment), `${what}: no other metadata`)
      if (transform !== undefined) {
        t.equal(jpeg.toString('latin1', 6, 11), 'Adobe')
        t.equal(jpeg[17], transform, what)
      }
      t.strictSame(await sharp(jpeg).raw().toBuffer(), await asDecoded(file), `${what}: the same pixels as libtiff`)
      t.equal((await sharp(jpeg).metadata()).chromaSubsampling, colours === 'ycbcr' ? '4:2:0' : '4:4:4')
    }
  })
}

t.test('a sub-sampled tile keeps its sub-sampling, and restart markers stay', async t => {
  const jpeg = await gradient(128, 128).jpeg({ chromaSubsampling: '4:2:0', quality: 90, mozjpeg: false }).toBuffer()
  const { level } = await levelOf('ycbcr', Array<Buffer>(6).fill(jpeg))
  t.strictSame(level.subSampling, [2, 2])
  t.strictSame(await sharp(passed(level, jpeg)).raw().toBuffer(), await sharp(jpeg).raw().toBuffer())
  const { level: made, tiles } = await madeLevel('rgb')
  const restarting = withTables(tiles[0] as Buffer, made.jpegTables, Buffer.from([0xff, 0xdd, 0, 4, 0, 0]))
  const { level: other } = await levelOf('rgb', Array<Buffer>(6).fill(restarting))
  t.ok(markersOf(passed(other, restarting)).includes(0xdd))
})

t.test('a progressive tile is passed on', async t => {
  const jpeg = await gradient(128, 128).jpeg({ progressive: true, quality: 90 }).toBuffer()
  const { level } = await levelOf('ycbcr', Array<Buffer>(6).fill(jpeg))
  t.strictSame(await sharp(passed(level, jpeg)).raw().toBuffer(), await sharp(jpeg).raw().toBuffer())
})

t.test('a profile goes with every tile, after the Adobe marker; sRGB needs none', async t => {
  const { level: made, tiles } = await madeLevel('rgb')
  const withProfile = async (colours: Colours, profile: Buffer, each = tiles, shared = made.jpegTables) =>
    (await levelOf(colours, each, [...tables(shared), [34675, UNDEFINED, profile]])).level
  const adobeRgb = rgbProfile(spaces.adobeRgb)
  const level = await withProfile('rgb', adobeRgb)
  const jpeg = passed(level, tiles[0] as Buffer)
  t.strictSame(markersOf(jpeg).slice(0, 2), [marker.application14, marker.application2])
  t.strictSame((await sharp(jpeg).metadata()).icc, adobeRgb)

  const plain = passed(await withProfile('rgb', rgbProfile(spaces.srgb)), tiles[0] as Buffer)
  t.notOk(markersOf(plain).includes(marker.application2), 'sRGB is what browsers assume')
  const mistaken = passed(await withProfile('rgb', greyProfile(2.2)), tiles[0] as Buffer)
  t.notOk(markersOf(mistaken).includes(marker.application2), 'a profile of grey says nothing about RGB')

  const grey = await madeLevel('grey')
  const dark = greyProfile(1.8)
  const greyLevel = await withProfile('grey', dark, grey.tiles, grey.level.jpegTables)
  t.strictSame((await sharp(passed(greyLevel, grey.tiles[0] as Buffer)).metadata()).icc, dark)
})

t.test('a level without a profile has that of the first page', async t => {
  const { level: made, tiles } = await madeLevel('rgb')
  const profile = rgbProfile(spaces.displayP3)
  const page = (...more: Parameters<typeof pageOf>[2] & {}) =>
    pageOf('rgb', tiles, [...tables(made.jpegTables), ...more])
  const file = writeTiff([page([34675, UNDEFINED, profile]), page(), page([34675, UNDEFINED, profile])], form)
  const levels = await readLevels(inMemory(file))
  for (const level of levels) t.equal(level.iccProfile, levels[0]?.iccProfile, 'one buffer for all')
  t.strictSame(levels[1]?.iccProfile, profile)
})

t.test('a tile that is missing, cut or of another kind is damaged', async t => {
  const { level, tiles } = await madeLevel('ycbcr')
  const [tile] = tiles as [Buffer]
  const small = await gradient(64, 64).jpeg().toBuffer()
  const grey = await gradient(128, 128).toColourspace('b-w').jpeg().toBuffer()
  const scan = tile.indexOf('\xff\xda', 0, 'latin1')
  const huge = Buffer.from(tile)
  huge.writeUInt32BE(0xffffffff, tile.indexOf('\xff\xc0', 0, 'latin1') + 5)
  for (const [what, bytes] of [
    ['a tile never written', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(4000)],
    ['a tile without its beginning', tile.subarray(2)],
    ['a tile without its end', tile.subarray(0, -200)],
    ['its head alone', tile.subarray(0, scan)],
    ['two bytes', tile.subarray(0, 2)],
    ['a smaller picture', small],
    ['a grey picture', grey],
    ['a picture of 65535 by 65535', huge],
    ['a PNG', await gradient(128, 128).png().toBuffer()],
  ] as const)
    t.throws(() => passed(level, bytes), { code: 'damaged', message: /^The TIFF file is damaged: .*\.$/ }, what)
  for (let length = 0; length < tile.length - 16; length += 1)
    t.throws(() => passed(level, tile.subarray(0, length)), { code: 'damaged' }, `cut to ${length}`)
  t.doesNotThrow(() => passed(level, Buffer.concat([tile, Buffer.alloc(7)])), 'padding does no harm')
})

t.test('tables that are not JPEG are damaged', async t => {
  const { tiles } = await madeLevel('ycbcr')
  for (const bytes of [Buffer.alloc(1), Buffer.alloc(600), Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0xff, 0xff, 0, 0])]) {
    const { level } = await levelOf('ycbcr', tiles, tables(bytes))
    t.throws(() => jpegPrefix(level), { code: 'damaged' })
  }
})

t.test('what cannot be passed on says why', async t => {
  const { level } = await madeLevel('ycbcr')
  for (const [change, why] of [
    [{ compression: 1 }, 'its tiles are not JPEG'],
    [{ bitsPerSample: 12 }, 'its samples have 12 bits'],
    [{ planesApart: true }, 'its channels stand apart'],
    [{ photometric: 0, samplesPerPixel: 1 }, 'its tiles are neither grey nor RGB nor YCbCr'],
    [{ photometric: 5, samplesPerPixel: 4 }, 'its tiles are neither grey nor RGB nor YCbCr'],
    [{ orientation: 6 }, 'it is not stored upright'],
  ] as const)
    t.equal(obstacleOf({ ...level, ...change }), why)
})
