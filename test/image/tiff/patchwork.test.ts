import sharp from 'sharp'
import t from 'tap'
import { readLevels } from '../../../src/image/tiff/levels.js'
import { coveringTiles, patchwork } from '../../../src/image/tiff/patchwork.js'
import { rgbProfile, spaces } from '../profiles.js'
import { inMemory } from './in-memory.js'
import { type Colours, fixture, madeLevel, pageOf, tables } from './tiles.js'
import { forms, UNDEFINED, writeTiff } from './write.js'

for (const colours of ['rgb', 'ycbcr', 'grey'] satisfies Colours[])
  t.test(`a patchwork of ${colours} tiles decodes to the same pixels as the whole level`, async t => {
    const { level: made, tiles } = await madeLevel(colours)
    const profile = rgbProfile(spaces.adobeRgb)
    for (const form of forms)
      for (const more of [[], [[34675, UNDEFINED, profile] as const]]) {
        const file = writeTiff([pageOf(colours, tiles, [...tables(made.jpegTables), ...more])], form)
        const [level] = await readLevels(inMemory(file))
        if (!level) throw new Error('no level')
        const range = coveringTiles({ x: 120, y: 100, width: 100, height: 100 }, level)
        t.strictSame(range, { column: 0, row: 0, columns: 2, rows: 2 })
        const chosen = [0, 1, 3, 4].map(index => tiles[index] as Buffer)
        const { tiff, places } = patchwork(
          level,
          range,
          chosen.map(({ length }) => length),
        )
        for (const [index, place] of places.entries()) chosen[index]?.copy(place)
        const patched = await sharp(tiff).extract({ left: 120, top: 100, width: 100, height: 100 }).raw().toBuffer()
        const whole = await sharp(file).extract({ left: 120, top: 100, width: 100, height: 100 }).raw().toBuffer()
        t.strictSame(patched, whole, `${more.length} profiles`)
      }
  })

t.test('the tiles that cover a box are counted from whole tiles', async t => {
  const { level } = await madeLevel('rgb')
  const whole = coveringTiles({ x: 0, y: 0, width: fixture.width, height: fixture.height }, level)
  t.strictSame(whole, { column: 0, row: 0, columns: 3, rows: 2 })
  t.strictSame(coveringTiles({ x: 128, y: 128, width: 1, height: 1 }, level), {
    column: 1,
    row: 1,
    columns: 1,
    rows: 1,
  })
})
