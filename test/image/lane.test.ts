import t from 'tap'
import { openLane } from '../../src/image/lane.js'

/** A task that runs until it is told to end. */
function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { open, task: () => opened }
}

t.test('so many run at once, so many wait, the rest are turned away', async t => {
  const lane = openLane({ jobs: 1, queue: 1 })
  const first = gate()
  const running = lane.run(first.task)
  const waiting = lane.run(async () => 'second')
  await t.rejects(
    lane.run(async () => 'third'),
    { code: 'busy' },
  )
  first.open()
  await running
  t.equal(await waiting, 'second')
  t.equal(await lane.run(async () => 'fourth'), 'fourth', 'places are free again')
})

t.test('a client that leaves gives its place to others and its task never starts', async t => {
  const lane = openLane({ jobs: 1, queue: 1 })
  const first = gate()
  const running = lane.run(first.task)
  const client = new AbortController()
  const left = lane.run(async () => t.fail('this must not run'), client.signal)
  client.abort(new Error('left'))
  await t.rejects(left, { message: 'left' })
  const next = lane.run(async () => 'next')
  first.open()
  await running
  t.equal(await next, 'next')
  await t.rejects(
    lane.run(async () => t.fail('this must not run'), client.signal),
    { message: 'left' },
  )
})

t.test('a task that fails frees its place', async t => {
  const lane = openLane({ jobs: 1, queue: 0 })
  await t.rejects(
    lane.run(() => Promise.reject(new Error('broken'))),
    { message: 'broken' },
  )
  t.equal(await lane.run(async () => 'fine'), 'fine')
})
