import { readdirSync, readFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import t from 'tap'
import { openYielding, RENDERING } from '../../src/image/yielding.js'
import { gradient } from './gradient.js'

/** The priorities of this process's threads, those of libvips and the others. */
function priorities(): Readonly<{ renderers: readonly number[]; others: readonly number[] }> {
  const all = readdirSync('/proc/self/task').map(thread => ({
    renders: readFileSync(`/proc/self/task/${thread}/comm`, 'utf8').startsWith('libvips'),
    priority: getPriority(Number(thread)),
  }))
  const of = (renders: boolean) => all.filter(one => one.renders === renders).map(({ priority }) => priority)
  return { renderers: of(true), others: of(false) }
}

const skip = process.platform !== 'linux' && 'threads have no priority of their own here'

t.test('the threads of renders yield, those that answer and read files do not', { skip }, async t => {
  const before = getPriority()
  const draw = () => gradient(400, 300).jpeg().toBuffer()
  await draw()
  const started = priorities().renderers
  t.ok(started.length > 0, 'libvips has threads by the name that is looked for')
  t.ok(started.every(priority => priority === before))
  const drawn = await openYielding().during(draw)
  t.equal(drawn.readUInt16BE(0), 0xffd8)
  const { renderers, others } = priorities()
  t.ok(
    renderers.some(priority => priority === RENDERING),
    `${renderers}`,
  )
  t.ok(others.length > 4)
  t.ok(
    others.every(priority => priority === before),
    `${others}`,
  )
})

t.test('work that fails is told as it is, and others go on', async t => {
  const yielding = openYielding()
  const failing = yielding.during(() => Promise.reject(new Error('no picture')))
  await t.rejects(failing, /no picture/)
  t.equal(await yielding.during(async () => 'a picture'), 'a picture')
})
