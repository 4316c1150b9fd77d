import { basename, dirname } from 'node:path'
import sharp from 'sharp'
import t from 'tap'
import { levelSize, tileGrid } from '../../src/image/geometry.js'
import { openImages } from '../../src/image/images.js'
import type { ImageRecord } from '../../src/image/record.js'
import { readLevelsOf } from '../../src/image/tiff/levels.js'
import { fileStorage } from '../../src/storage/storage.js'
import { needs, shared } from '../shared.js'
import { config, planOf } from './ask.js'
import { furthestApart } from './tile-borders.js'

/** Colours of these paintings, smoothed with those of the next tile or not. */
const SMOOTHED = 20

for (const name of ['seurat-grande-jatte.tif', 'morisot-woman-toilette.tif']) {
  t.test(`${name}, a pyramid that others wrote, is served without a seam`, needs(`data/images/${name}`), async t => {
    const path = shared(`data/images/${name}`) ?? ''
    const image = await recordOf(path)
    t.not(image.levelSizes, undefined)
    const images = openImages(fileStorage(dirname(path)), config.render)
    t.teardown(() => images.close())
    const pixels = async (address: string) => {
      const body = await images.read(image, planOf(address, image).plan)
      return sharp(body).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    }
    for (let level = 1; level < image.levels; level += 1) {
      const [size, factor] = [levelSize(image, level), 2 ** level]
      const whole = await pixels(`full/${size.width},${size.height}/0/default.png`)
      t.strictSame([whole.info.width, whole.info.height], [size.width, size.height])
      const { columns, rows } = tileGrid(size, image.tileSize)
      const [span, row] = [image.tileSize * factor, rows - 1]
      for (let column = 0; column < columns; column += 1) {
        const [x, y] = [column * span, row * span]
        const [w, h] = [Math.min(span, image.width - x), Math.min(span, image.height - y)]
        const out = [Math.ceil(w / factor), Math.ceil(h / factor)] as const
        const tile = await pixels(`${x},${y},${w},${h}/${out.join(',')}/0/default.png`)
        t.strictSame([tile.info.width, tile.info.height], out)
        const box = { left: column * image.tileSize, top: row * image.tileSize, width: out[0], height: out[1] }
        const part = await sharp(whole.data, { raw: whole.info }).extract(box).raw().toBuffer()
        const apart = furthestApart({ data: tile.data, width: out[0] }, part, image.tileSize)
        t.equal(apart.inside, 0, `level ${level}, last row, tile ${column} is part of the level`)
        t.ok(apart.beside <= SMOOTHED, `colours beside the borders of tiles differ by ${apart.beside}`)
      }
    }
    const before = images.counters.tilesPassed
    await images.read(image, planOf(`0,0,${image.tileSize * 2},${image.tileSize * 2}/256,/0/default.jpg`, image).plan)
    t.equal(images.counters.tilesPassed, before + 1, 'tiles inside pass through')
  })
}

/** The record that adoption gives. */
async function recordOf(path: string): Promise<ImageRecord> {
  const levels = await readLevelsOf(path)
  const { width = 0, height = 0, tileWidth = 0 } = levels[0] ?? {}
  const master = { fileName: basename(path), format: 'tiff', bytes: 1, sha256: '', width, height }
  const levelSizes = levels.map(level => ({ width: level.width, height: level.height }))
  return {
    id: 'a',
    version: '1',
    width,
    height,
    tileSize: tileWidth,
    levels: levels.length,
    levelSizes,
    pyramid: basename(path),
    master,
  }
}
