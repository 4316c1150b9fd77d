import { setImmediate as nextTurn } from 'node:timers/promises'
import t from 'tap'
import { inSlices } from '../../src/http/slices.js'

/** Work that takes `cost` ms of a clock that nothing else moves. */
function scene(slice: number, cost: number) {
  const begun: number[] = []
  let time = 0
  const admit = inSlices(slice, () => time)
  const ask = (number: number): void =>
    admit(() => {
      begun.push(number)
      time += cost
    })
  return { begun, ask }
}

const ascending = (count: number) => Array.from({ length: count }, (_, number) => number)

t.test('what comes alone begins at once', async t => {
  const { begun, ask } = scene(3, 1)
  ask(0)
  t.strictSame(begun, [0])
})

t.test('of a crowd so many begin in each turn as fit, first come first, and none is lost', async t => {
  const { begun, ask } = scene(3, 1)
  for (const number of ascending(10)) ask(number)
  const counts = [begun.length]
  for (let turn = 0; turn < 5; turn += 1) {
    await nextTurn()
    counts.push(begun.length)
  }
  t.strictSame(begun, ascending(10))
  t.ok(
    counts.every((count, turn) => count - (counts[turn - 1] ?? 0) <= 3),
    `${counts}`,
  )
  t.equal(counts[0], 3)
})

t.test('who comes later waits behind those who wait already', async t => {
  const { begun, ask } = scene(2, 2)
  for (const number of ascending(4)) ask(number)
  await nextTurn()
  ask(4)
  while (begun.length < 5) await nextTurn()
  t.strictSame(begun, ascending(5))
})

t.test('one that takes longer than a slice is not the last of all', async t => {
  const { begun, ask } = scene(3, 100)
  for (const number of ascending(3)) ask(number)
  while (begun.length < 3) await nextTurn()
  t.strictSame(begun, ascending(3))
})
