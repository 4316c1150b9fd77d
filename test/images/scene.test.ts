import { createHash } from 'node:crypto'
import t from 'tap'
import { chance } from '../../images/chance.js'
import { letters, measure } from '../../images/lettering.js'
import { around, meets, moved, type Placed } from '../../images/mark.js'
import { AIR, HEIGHT, WIDTH } from '../../images/market/perspective.js'
import { procession } from '../../images/market/procession.js'
import { marketScene, stalls } from '../../images/market/scene.js'
import { bar, blob } from '../../images/pen.js'
import { raster } from '../../images/raster.js'
import { svg } from '../../images/svg.js'
import { cartoon } from '../../images/tapestry/cartoon.js'
import { dye } from '../../images/tapestry/weave.js'

const scene = marketScene()
const parade = procession(chance('market/procession'))
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const within = ({ box: [left, top, right, bottom] }: Placed) => left < WIDTH && right > 0 && top < HEIGHT && bottom > 0

t.test('chance depends on its name alone', async t => {
  const [a, b, other] = [chance('belfry'), chance('belfry'), chance('dragon')]
  const thrown = [a(), a(), a()]
  t.same([b(), b(), b()], thrown)
  t.not(other(), thrown[0])
})

t.test('the market is populous, and stays inside its frame', async t => {
  t.ok(parade.length > 150, 'a procession')
  t.ok(scene.length > 1200, `${scene.length} motifs`)
  t.ok(stalls.length >= 12, 'stalls')
  t.same(scene.filter(placed => !within(placed)).length, 0)
  t.ok(
    scene.every(placed => placed.box.every(Number.isFinite)),
    'every motif knows how far it reaches',
  )
})

t.test('the same window of the market is painted twice with the same bytes', async t => {
  const window = [7300, 2500, 7700, 2700] as const
  const paint = async () => (await raster(scene, window, 400, 200, AIR)).data
  t.equal(digest(await paint()), digest(await paint()))
  t.same(procession(chance('market/procession')), parade, 'and the procession walks in the same order')
})

t.test('a window of the drawing holds only what it shows', async t => {
  const corner = svg(scene, [0, 0, 200, 200], 200, 200, AIR)
  const square = svg(scene, [5000, 6000, 6500, 7000], 1500, 1000, AIR)
  t.ok(corner.length < square.length / 20, `${corner.length} against ${square.length} characters`)
})

t.test('the cartoon is woven the same way each time', async t => {
  const drawn = await raster(cartoon(), [2000, 2000, 3000, 2500], 100, 100, AIR)
  const woven = dye(drawn)
  t.equal(digest(woven), digest(dye(drawn)))
  t.ok(new Set(woven).size > 12, 'a dozen dyes at least')
})

t.test('a motif that is moved and mirrored keeps its box about itself', async t => {
  const motif = [
    blob(
      [
        [0, 0],
        [10, 4],
        [2, 9],
      ],
      { fill: '#102030' },
    ),
    bar(-5, -5, 3, 3, { stroke: '#000000', width: 2 }),
  ]
  const [left, top, right, bottom] = around(motif.map(mark => mark.box))
  const there = moved(motif, 100, 50, 2, true)
  t.same(around(there.map(mark => mark.box)), [100 - right * 2, 50 + top * 2, 100 - left * 2, 50 + bottom * 2])
  t.notOk(meets(around(there.map(mark => mark.box)), around(motif.map(mark => mark.box))))
  t.match(there[1], { width: 4 })
})

t.test('letters are drawn, accents above them, and measured', async t => {
  const [plain] = letters('MUSEE', 0, 0, { size: 6, ink: '#000000' })
  const [accented] = letters('MUSÉE', 0, 0, { size: 6, ink: '#000000' })
  t.ok((accented?.path.length ?? 0) > (plain?.path.length ?? 0))
  t.ok((accented?.box[1] ?? 0) < (plain?.box[1] ?? 0), 'the accent rises above the line')
  t.ok(Math.abs((plain?.box[2] ?? 0) - measure('MUSEE', 6)) < 1.5)
})
