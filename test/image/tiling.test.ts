import t from 'tap'
import { type Dimensions, levelCount, levelSize, tileGrid } from '../../src/image/geometry.js'
import { storedSize } from '../../src/image/ladder.js'
import type { Plan } from '../../src/image/plan.js'
import type { PlannedImage } from '../../src/image/resolve.js'
import { fc } from '../seeded.js'
import { planOf } from './ask.js'

/** How pyramids round the sizes of their levels: as ours do, or as others write them, each level from the last. */
const roundings = { ours: undefined, down: Math.floor, nearest: Math.round } as const

function imageOf(size: Dimensions, tileSize: number, rounding: keyof typeof roundings): PlannedImage {
  const levels = levelCount(size, tileSize)
  const round = roundings[rounding]
  if (!round) return { ...size, tileSize, levels }
  const levelSizes = [size]
  for (let level = 1; level < levels; level += 1) {
    const { width, height } = levelSizes.at(-1) ?? size
    levelSizes.push({ width: Math.max(1, round(width / 2)), height: Math.max(1, round(height / 2)) })
  }
  return { ...size, tileSize, levels, levelSizes }
}

/** The tile as OpenSeadragon and Mirador ask for it. */
function tileAddress({ width, height, tileSize }: PlannedImage, factor: number, column: number, row: number): string {
  const [x, y] = [column * tileSize * factor, row * tileSize * factor]
  const [w, h] = [Math.min(tileSize * factor, width - x), Math.min(tileSize * factor, height - y)]
  return `${x},${y},${w},${h}/${Math.ceil(w / factor)},${Math.ceil(h / factor)}/0/default.jpg`
}

/** Where on its level a plan reads: start and end along one side, and how many of its pixels are repeated. */
function readAlong(plan: Plan, side: 'width' | 'height', tileSize: number): readonly [number, number, number] {
  if (plan.kind === 'stored-tile') {
    const start = (side === 'width' ? plan.column : plan.row) * tileSize
    return [start, start + tileSize, 0]
  }
  const start = side === 'width' ? plan.extract.x : plan.extract.y
  const repeated = plan.repeat?.[side === 'width' ? 'right' : 'bottom'] ?? 0
  return [start, start + plan.extract[side], repeated]
}

/** Tiles are a grid, so that one row and one column of them say all. */
function checkSide(image: PlannedImage, level: number, side: 'width' | 'height'): number {
  const { columns, rows } = tileGrid(levelSize(image, level), image.tileSize)
  const count = side === 'width' ? columns : rows
  const stored = storedSize(image, level)
  let covered = 0
  let passed = 0
  for (let index = 0; index < count; index += 1) {
    const [column, row] = side === 'width' ? [index, 0] : [0, index]
    const { plan } = planOf(tileAddress(image, 2 ** level, column, row), image)
    const where = `${JSON.stringify(image)} level ${level} ${side} ${index}: ${JSON.stringify(plan)}`
    if (plan.kind === 'stored-tile') passed += 1
    const [start, end, repeated] = readAlong(plan, side, image.tileSize)
    // A sliver that is the same pixels on a larger level may be read there.
    const elsewhere = plan.level !== level
    if (end - start + repeated !== plan.output[side]) throw new Error(`resized: ${where}`)
    if (end > storedSize(image, plan.level)[side] || start < 0) throw new Error(`outside: ${where}`)
    if (!elsewhere && start !== Math.min(covered, stored[side] - 1)) throw new Error(`gap or overlap: ${where}`)
    if (repeated > 1) throw new Error(`more than a pixel repeated: ${where}`)
    covered += plan.output[side]
  }
  if (covered !== levelSize(image, level)[side])
    throw new Error(`${JSON.stringify(image)} level ${level}: ${covered} px`)
  return passed
}

const length = fc.integer({ min: 1, max: 6000 })

t.test('tiles of every scale factor cover each level of 10,000 pictures, without gap, overlap or resizing', async t => {
  let passed = 0
  const roundingNames = fc.constantFrom('ours' as const, 'down' as const, 'nearest' as const)
  fc.assert(
    fc.property(length, length, fc.constantFrom(240, 256, 512), roundingNames, (width, height, tileSize, rounding) => {
      const image = imageOf({ width, height }, tileSize, rounding)
      for (let level = 0; level < image.levels; level += 1) {
        passed += checkSide(image, level, 'width') + checkSide(image, level, 'height')
      }
    }),
    { numRuns: 10_000 },
  )
  t.ok(passed > 100_000, `${passed} tiles need no decoding`)
})

t.test('where a stored level lacks the column that viewers count, the last is repeated', async t => {
  const image = imageOf({ width: 1027, height: 771 }, 256, 'down')
  t.strictSame(storedSize(image, 1), { width: 513, height: 385 })
  const { plan } = planOf('full/514,386/0/default.jpg', image)
  t.match(plan, { level: 1, extract: { width: 513, height: 385 }, repeat: { right: 1, bottom: 1 } })
  t.match(planOf('512,0,512,512/256,256/0/default.jpg', image).plan, { kind: 'stored-tile', level: 1, column: 1 })
  t.match(planOf('1024,0,3,512/2,256/0/default.jpg', image).plan, {
    extract: { x: 512, width: 1, height: 256 },
    repeat: { right: 1, bottom: 0 },
  })
})
