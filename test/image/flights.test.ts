import t from 'tap'
import { type Flight, openFlights } from '../../src/image/flights.js'

/** Work that the test ends, and what was seen of it. */
function work() {
  const seen = { begun: 0, flights: [] as Flight[] }
  let end: (result: string) => void = () => undefined
  let fail: (error: Error) => void = () => undefined
  const run = (flight: Flight) => {
    seen.begun += 1
    seen.flights.push(flight)
    return new Promise<string>((resolve, reject) => {
      end = resolve
      fail = reject
      flight.cancelled.addEventListener('abort', () => reject(flight.cancelled.reason))
    })
  }
  return { seen, run, end: (result: string) => end(result), fail: (error: Error) => fail(error) }
}

const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

t.test('a hundred who ask for the same wait for one', async t => {
  const flights = openFlights<string>()
  const { seen, run, end } = work()
  const all = Array.from({ length: 100 }, () => flights.join('same', run))
  const other = flights.join('other', async () => 'other')
  await settled()
  end('result')
  t.strictSame(new Set(await Promise.all(all)), new Set(['result']))
  t.equal(await other, 'other')
  t.equal(seen.begun, 1)
  t.equal(flights.joined, 99)
  t.equal(await flights.join('same', async () => 'anew'), 'anew', 'what is over is not remembered')
})

t.test('one that leaves disturbs no other; the last to leave cancels', async t => {
  const flights = openFlights<string>()
  const { seen, run } = work()
  const [one, two] = [new AbortController(), new AbortController()]
  const first = flights.join('same', run, one.signal)
  const second = flights.join('same', run, two.signal)
  await settled()
  one.abort(new Error('left'))
  await t.rejects(first, { message: 'left' })
  t.notOk(seen.flights[0]?.cancelled.aborted)
  two.abort(new Error('left too'))
  await t.rejects(second, { message: 'left too' })
  t.ok(seen.flights[0]?.cancelled.aborted)
  t.equal(await flights.join('same', async () => 'anew'), 'anew', 'who comes now does not get the cancelled one')
  await t.rejects(flights.join('same', run, one.signal), { message: 'left' })
  t.equal(seen.begun, 1)
})

t.test('what has begun goes on though all have left, and serves who comes then', async t => {
  const flights = openFlights<string>()
  const { seen, run, end } = work()
  const client = new AbortController()
  const first = flights.join('same', run, client.signal)
  await settled()
  seen.flights[0]?.begin()
  client.abort(new Error('left'))
  await t.rejects(first, { message: 'left' })
  const late = flights.join('same', run)
  end('result')
  t.equal(await late, 'result')
  t.equal(seen.begun, 1)
})

t.test('what was cancelled cannot begin', async t => {
  const flights = openFlights<string>()
  const { seen, run } = work()
  const client = new AbortController()
  const first = flights.join('same', run, client.signal)
  await settled()
  client.abort(new Error('left'))
  await t.rejects(first)
  t.throws(() => seen.flights[0]?.begin(), { message: 'left' })
})

t.test('a failure is told to all, and not remembered', async t => {
  const flights = openFlights<string>()
  const { run, fail } = work()
  const all = [flights.join('same', run), flights.join('same', run)]
  await settled()
  fail(new Error('broken'))
  for (const one of all) await t.rejects(one, { message: 'broken' })
  t.equal(await flights.join('same', async () => 'fine'), 'fine')
})
