import sharp from 'sharp'
import t from 'tap'
import { jpegPrefix, wholeJpeg } from '../../src/image/tiff/jpeg.js'
import { readLevels } from '../../src/image/tiff/levels.js'
import { rgbProfile, spaces } from '../image/profiles.js'
import { inMemory } from '../image/tiff/in-memory.js'
import { type Colours, fixture, madeLevel, own, pageOf, tables, withTables } from '../image/tiff/tiles.js'
import { type Entry, forms, UNDEFINED, writeTiff } from '../image/tiff/write.js'
import { needsBrowser, openBrowser } from './browser.js'

const profiles: Readonly<Record<string, readonly Entry[]>> = {
  'no profile': [],
  sRGB: [[34675, UNDEFINED, rgbProfile(spaces.srgb)]],
  'Adobe RGB': [[34675, UNDEFINED, rgbProfile(spaces.adobeRgb)]],
  'Display P3': [[34675, UNDEFINED, rgbProfile(spaces.displayP3)]],
}

/** Bytes of RGBA that a canvas of sRGB shows of a picture; run inside the browser. */
async function drawn(address: string): Promise<string> {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  const context = canvas.getContext('2d', { colorSpace: 'srgb' })
  context?.drawImage(image, 0, 0)
  const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
  return String.fromCharCode(...data)
}

t.test('a browser shows a tile that was passed on as TIFF means it', needsBrowser(), async t => {
  const browser = await openBrowser(t)
  const page = await browser.newPage()
  for (const colours of ['rgb', 'ycbcr', 'grey'] satisfies Colours[]) {
    const made = await madeLevel(colours)
    const shared = made.level.jpegTables
    const kinds = {
      'tables of the level': { tiles: made.tiles, shared },
      'tables and a JFIF marker of its own': {
        tiles: made.tiles.map(tile => withTables(tile, shared, own.jfif)),
        shared: undefined,
      },
    }
    for (const [kind, { tiles, shared: levelTables }] of Object.entries(kinds))
      for (const [name, profile] of Object.entries(colours === 'grey' ? { 'no profile': [] } : profiles)) {
        const file = writeTiff(
          [pageOf(colours, tiles, [...tables(levelTables), ...profile])],
          forms[0] as (typeof forms)[0],
        )
        const [level] = await readLevels(inMemory(file))
        if (!level) throw new Error('no level')
        const jpeg = wholeJpeg(jpegPrefix(level), level, tiles[1] as Buffer)
        const shown = await page.evaluate(drawn, `data:image/jpeg;base64,${jpeg.toString('base64')}`)
        const meant = await sharp(file)
          .extract({ left: fixture.tile, top: 0, width: fixture.tile, height: fixture.tile })
          .toColourspace('srgb')
          .ensureAlpha()
          .raw()
          .toBuffer()
        const { largest, mean } = differences(Buffer.from(shown, 'latin1'), meant)
        t.ok(
          largest <= 3 && mean < 0.5,
          `${colours}, ${kind}, ${name}: ${largest} at most, ${mean.toFixed(2)} in the mean`,
        )
      }
  }
})

function differences(one: Buffer, other: Buffer): Readonly<{ largest: number; mean: number }> {
  if (one.length !== other.length) throw new Error(`expected ${other.length} bytes, the browser showed ${one.length}`)
  const all = one.map((value, index) => Math.abs(value - (other[index] ?? 0)))
  return {
    largest: all.reduce((most, value) => Math.max(most, value), 0),
    mean: all.reduce((sum, value) => sum + value, 0) / all.length,
  }
}
