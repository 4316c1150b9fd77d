import t from 'tap'
import { openLane } from '../../src/image/lane.js'
import { fc } from '../seeded.js'

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

t.test('no client takes every place: who waits most gives its last place to one who waits less', async t => {
  const lane = openLane({ jobs: 1, queue: 3 })
  const first = gate()
  const order: string[] = []
  const ask = (client: string, name: string) =>
    lane.run(
      async () => {
        order.push(name)
      },
      undefined,
      { client },
    )
  const running = lane.run(first.task, undefined, { client: 'greedy' })
  const greedy = [ask('greedy', 'g1'), ask('greedy', 'g2'), ask('greedy', 'g3')]
  await t.rejects(ask('greedy', 'g4'), { code: 'busy' })
  const modest = ask('modest', 'm1')
  await t.rejects(greedy[2] as Promise<void>, { code: 'busy' })
  await t.rejects(ask('greedy', 'g5'), { code: 'busy' }, 'its places are not won back')
  first.open()
  await Promise.all([running, greedy[0], greedy[1], modest])
  t.strictSame(order[0], 'g1', 'the place that is free goes by turns')
  t.strictSame(order, ['g1', 'm1', 'g2'])
})

t.test('a free place goes to a client that has none before one that has some', async t => {
  const lane = openLane({ jobs: 2, queue: 10 })
  const gates = [gate(), gate()]
  const order: string[] = []
  const all = gates.map(({ task }) => lane.run(task, undefined, { client: 'greedy' }))
  for (const client of ['greedy', 'greedy', 'modest', 'quiet']) {
    const task = async () => {
      order.push(client)
    }
    all.push(lane.run(task, undefined, { client }))
  }
  gates[0]?.open()
  await all[0]
  await all.at(-1)
  t.strictSame(order.slice(0, 2), ['modest', 'quiet'])
  gates[1]?.open()
  await Promise.all(all)
})

t.test('tasks claim memory, and wait until it is free', async t => {
  const lane = openLane({ jobs: 9, queue: 9, memory: 100 })
  const [large, small] = [gate(), gate()]
  const first = lane.run(large.task, undefined, { bytes: 80 })
  const second = lane.run(small.task, undefined, { bytes: 40 })
  const third = lane.run(small.task, undefined, { bytes: 10 })
  t.strictSame([lane.running, lane.waiting], [1, 2], 'what is small does not pass by what waits')
  large.open()
  await first
  t.strictSame([lane.running, lane.waiting], [2, 0])
  small.open()
  await Promise.all([second, third])
  t.strictSame([lane.running, lane.waiting], [0, 0])
  await t.rejects(
    lane.run(async () => t.fail('this must not run'), undefined, { bytes: 101 }),
    { code: 'too-large' },
  )
})

t.test('one that leaves while it waits for memory lets those behind it go on', async t => {
  const lane = openLane({ jobs: 9, queue: 9, memory: 100 })
  const first = gate()
  const running = lane.run(first.task, undefined, { bytes: 80 })
  const client = new AbortController()
  const left = lane.run(async () => t.fail('this must not run'), client.signal, { bytes: 50 })
  const behind = lane.run(async () => 'behind', undefined, { bytes: 20 })
  client.abort(new Error('left'))
  await t.rejects(left, { message: 'left' })
  t.equal(await behind, 'behind')
  first.open()
  await running
})

t.test('whatever comes, leaves and fails, bounds hold and no place is lost', async () => {
  const event = fc.record({
    kind: fc.constantFrom('ask', 'ask', 'leave', 'end', 'fail'),
    client: fc.constantFrom('a', 'b', 'c'),
    bytes: fc.integer({ min: 0, max: 60 }),
    which: fc.nat(20),
  })
  const bounds = { jobs: 3, queue: 4, memory: 100 }
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 80 }), async events => {
      const lane = openLane(bounds)
      const running: { bytes: number; end(): void; fail(): void }[] = []
      const clients: AbortController[] = []
      const all: Promise<unknown>[] = []
      for (const { kind, client, bytes, which } of events) {
        if (kind === 'ask') {
          const leaving = new AbortController()
          clients.push(leaving)
          const task = () =>
            new Promise<void>((resolve, reject) => {
              running.push({ bytes, end: resolve, fail: () => reject(new Error('broken')) })
            })
          all.push(lane.run(task, leaving.signal, { client, bytes }).catch(() => undefined))
        }
        if (kind === 'leave') clients[which % Math.max(1, clients.length)]?.abort(new Error('left'))
        const [one] = kind === 'end' || kind === 'fail' ? running.splice(which % Math.max(1, running.length), 1) : []
        if (kind === 'end') one?.end()
        if (kind === 'fail') one?.fail()
        await settled()
        const claimed = running.reduce((sum, task) => sum + task.bytes, 0)
        const within = running.length <= bounds.jobs && claimed <= bounds.memory && lane.waiting <= bounds.queue
        if (!within || lane.running !== running.length) return false
        // Nobody waits without a reason
        if (lane.waiting > 0 && running.length === 0) return false
      }
      while (running.length > 0) {
        running.pop()?.end()
        await settled()
      }
      await Promise.all(all)
      return lane.running === 0 && lane.waiting === 0
    }),
  )
})

/** Lets everything go on that can. */
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
