import sharp, { type Sharp } from 'sharp'
import t from 'tap'
import { turnedSize } from '../../src/image/geometry.js'
import { openImages } from '../../src/image/images.js'
import { fileStorage } from '../../src/storage/storage.js'
import { fc } from '../seeded.js'
import { config, planOf } from './ask.js'
import { gradient } from './gradient.js'
import { pyramidOf } from './pyramid-of.js'
import { bitonal, cropped, gray, mirrored, pixelAt, type Raster, scaled, turned } from './reference.js'

const [width, height] = [701, 523]

async function rasterOf(body: Buffer | Sharp): Promise<Raster> {
  const picture = Buffer.isBuffer(body) ? sharp(body) : body
  const { data, info } = await picture.toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: Float64Array.from(data) }
}

const share = fc.integer({ min: 0, max: 1000 })
const requests = fc.record({
  x: share,
  y: share,
  w: share,
  h: share,
  out: fc.tuple(fc.integer({ min: 60, max: 120 }), fc.integer({ min: 60, max: 120 })),
  mirror: fc.boolean(),
  degrees: fc.oneof(
    fc.constantFrom(0, 90, 180, 270),
    fc.integer({ min: 1, max: 3599 }).map(tenths => tenths / 10),
  ),
  quality: fc.constantFrom('default' as const, 'gray' as const, 'bitonal' as const),
})

/**
 * Lanczos on a smaller level against plain means of the original: on a smooth picture they agree within 6 levels of 256
 * on average and 12 at most places. The outermost 2 px are left out, where interpolation meets what is clear; a bitonal picture
 * may tip either way near its threshold.
 */
t.test('any region, size, rotation and quality is what a slow and obvious renderer makes of the original', async t => {
  const data = t.testdir()
  const original = await rasterOf(gradient(width, height))
  const image = await pyramidOf(data, 'gradient', gradient(width, height), 95)
  const images = openImages(fileStorage(data), config.render)
  t.teardown(() => images.close())
  let compared = 0
  await fc.assert(
    fc.asyncProperty(requests, async ({ x, y, w, h, out, mirror, degrees, quality }) => {
      const box = { x: Math.floor((x * (width - 40)) / 1001), y: Math.floor((y * (height - 40)) / 1001) }
      const region = {
        ...box,
        width: 40 + Math.floor((w * (width - box.x - 40)) / 1000),
        height: 40 + Math.floor((h * (height - box.y - 40)) / 1000),
      }
      const output = { width: out[0], height: out[1] }
      const address = `${region.x},${region.y},${region.width},${region.height}/^${out.join(',')}/${mirror ? '!' : ''}${degrees}/${quality}.png`
      const found = await rasterOf(await images.read(image, planOf(address, image).plan))
      const sized = scaled(cropped(original, region), output)
      const whole = turned(mirror ? mirrored(sized) : sized, degrees, turnedSize(output, degrees))
      const expected = quality === 'gray' ? gray(whole) : quality === 'bitonal' ? bitonal(whole) : whole
      compare(found, expected, quality === 'bitonal' ? gray(whole) : undefined, address)
      compared += 1
    }),
    { numRuns: 60, endOnFailure: true },
  )
  t.equal(compared, 60)
})

/** @param tones where given, pixels near the threshold of 128 are passed over */
function compare(found: Raster, expected: Raster, tones: Raster | undefined, address: string): void {
  if (found.width !== expected.width || found.height !== expected.height)
    throw new Error(`${address} is ${found.width} × ${found.height}, not ${expected.width} × ${expected.height}`)
  let [sum, count, far] = [0, 0, 0]
  for (let y = 0; y < found.height; y += 1) {
    for (let x = 0; x < found.width; x += 1) {
      if (nearEdge(expected, x, y)) continue
      if (tones && Math.abs((pixelAt(tones, x, y)[0] ?? 0) - 128) < 16) continue
      const there = pixelAt(found, x, y)
      const difference = Math.max(
        ...pixelAt(expected, x, y).map((value, channel) => Math.abs(value - (there[channel] ?? 0))),
      )
      sum += difference
      count += 1
      if (difference > 12) far += 1
    }
  }
  if (count > 0 && (sum / count > 6 || far > count / 100))
    throw new Error(
      `${address} differs by ${(sum / count).toFixed(1)} on average, by more than 12 in ${far} of ${count}`,
    )
}

const reach = [-2, -1, 0, 1, 2]

/** Within 2 px of where the picture ends, nearest and interpolated pixels differ. */
function nearEdge(raster: Raster, x: number, y: number): boolean {
  const alpha = alphaOf(raster, x, y)
  return reach.some(dx =>
    reach.some(dy => {
      const [column, row] = [x + dx, y + dy]
      const outside = column < 0 || row < 0 || column >= raster.width || row >= raster.height
      return outside || alphaOf(raster, column, row) !== alpha
    }),
  )
}

const alphaOf = ({ width, data }: Raster, x: number, y: number): number | undefined => data[(y * width + x) * 4 + 3]
