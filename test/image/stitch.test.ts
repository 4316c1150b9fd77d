import sharp from 'sharp'
import t from 'tap'
import { configFrom } from '../../src/config.js'
import { version3 } from '../../src/image/dialect.js'
import { type Box, levelSize, tileGrid } from '../../src/image/geometry.js'
import { type Images, openImages } from '../../src/image/images.js'
import { planImage } from '../../src/image/plan.js'
import type { ImageRecord } from '../../src/image/record.js'
import { parseImageRequest } from '../../src/image/request.js'
import { readSettings } from '../../src/settings.js'
import { fileStorage } from '../../src/storage/storage.js'
import { colourAt, gradient } from './gradient.js'
import { pyramidOf } from './pyramid-of.js'
import { furthestApart } from './tile-borders.js'

const config = configFrom(readSettings({}))

type Picture = Readonly<{ data: Buffer; width: number; height: number }>

async function ask(images: Images, image: ImageRecord, path: string): Promise<Picture> {
  const [region = '', size = '', rotation = '', file = ''] = path.split('/')
  const { plan } = planImage(parseImageRequest({ region, size, rotation, file }, version3), image, config, version3)
  const { data, info } = await sharp(await images.read(image, plan))
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** All tiles of a level as a viewer asks for them, put side by side. */
async function stitched(images: Images, image: ImageRecord, level: number): Promise<Buffer> {
  const size = levelSize(image, level)
  const canvas = Buffer.alloc(size.width * size.height * 3)
  const { columns, rows } = tileGrid(size, image.tileSize)
  const span = image.tileSize * 2 ** level
  for (let index = 0; index < columns * rows; index += 1) {
    const [column, row] = [index % columns, Math.floor(index / columns)]
    const [x, y] = [column * span, row * span]
    const [width, height] = [Math.min(span, image.width - x), Math.min(span, image.height - y)]
    const out = `${Math.ceil(width / 2 ** level)},${Math.ceil(height / 2 ** level)}`
    const tile = await ask(images, image, `${x},${y},${width},${height}/${out}/0/default.png`)
    paste(canvas, size.width, tile, { x: column * image.tileSize, y: row * image.tileSize, ...tile })
  }
  return canvas
}

function paste(canvas: Buffer, canvasWidth: number, { data }: Picture, { x, y, width, height }: Box): void {
  for (let row = 0; row < height; row += 1) {
    data.copy(canvas, ((y + row) * canvasWidth + x) * 3, row * width * 3, (row + 1) * width * 3)
  }
}

const sizes: readonly (readonly [width: number, height: number])[] = [
  [1, 1],
  [1, 1500],
  [129, 127],
  [511, 512],
  [513, 1025],
  [1023, 769],
  [1537, 300],
  [1999, 1333],
  [2050, 2047],
]

for (const [width, height] of sizes) {
  t.test(
    `${width} × ${height}: stitched tiles are the level rendered whole, and each pixel is where it belongs`,
    async t => {
      const data = t.testdir()
      const image = await pyramidOf(data, 'gradient', gradient(width, height))
      const images = openImages(fileStorage(data), config.render)
      for (let level = 0; level < image.levels; level += 1) {
        const size = levelSize(image, level)
        const whole = await ask(images, image, `full/${size.width},${size.height}/0/default.png`)
        t.strictSame([whole.width, whole.height], [size.width, size.height])
        const apart = furthestApart(whole, await stitched(images, image, level), image.tileSize)
        t.strictSame(apart.inside, 0, `level ${level} has no seam`)
        t.ok(apart.beside <= 2, `level ${level}: colours beside the borders of tiles differ by ${apart.beside}`)
        t.ok(
          furthest(whole, level, width, height) <= 5,
          `level ${level} averages its own pixels: ${furthest(whole, level, width, height)}`,
        )
      }
      await images.close()
    },
  )
}

/** The largest difference between a level and the mean colour of the picture under each of its pixels. */
function furthest({ data, width, height }: Picture, level: number, fullWidth: number, fullHeight: number): number {
  const factor = 2 ** level
  const middle = (index: number, length: number) => (index * factor + Math.min((index + 1) * factor, length) - 1) / 2
  let furthest = 0
  for (let index = 0; index < width * height; index += 1) {
    const [x, y] = [index % width, Math.floor(index / width)]
    // The last, partly covered pixel also averages copies of the edge, so it stands a little nearer to it.
    if ((x + 1) * factor > fullWidth || (y + 1) * factor > fullHeight) continue
    const expected = colourAt(middle(x, fullWidth), middle(y, fullHeight), fullWidth, fullHeight)
    for (const [channel, value] of expected.entries()) {
      furthest = Math.max(furthest, Math.abs((data[index * 3 + channel] ?? 0) - value))
    }
  }
  return furthest
}
