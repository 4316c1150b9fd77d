import t from 'tap'
import { openTurns } from '../../src/image/turns.js'

type Entry = Readonly<{ client: string; number: number }>

const idle = () => 0

function drained(names: string, underWay: (client: string) => number = idle): string {
  const turns = openTurns<Entry>()
  for (const [number, client] of [...names].entries()) turns.add({ client, number })
  let order = ''
  for (let next = turns.next(underWay); next; next = turns.next(underWay)) {
    order += next.client
    turns.remove(next)
  }
  t.equal(turns.size, 0)
  return order
}

t.test('clients take turns, in the order in which they came', async t => {
  t.equal(drained('aaaabbc'), 'abcabaa')
  t.equal(drained('abab'), 'abab')
})

t.test('who has less under way comes first', async t => {
  t.equal(
    drained('aabb', client => (client === 'a' ? 1 : 0)),
    'bbaa',
  )
})

t.test('one that leaves from behind does not cost its client a turn', async t => {
  const turns = openTurns<Entry>()
  const [first, second] = [
    { client: 'a', number: 1 },
    { client: 'a', number: 2 },
  ]
  for (const entry of [first, second, { client: 'b', number: 3 }]) turns.add(entry)
  turns.remove(second)
  turns.remove(second)
  t.equal(turns.size, 2)
  t.equal(turns.next(idle), first)
})

t.test('the last of those who wait most makes room, but only for one that waits less', async t => {
  const turns = openTurns<Entry>()
  for (const number of [1, 2, 3]) turns.add({ client: 'a', number })
  t.strictSame(turns.crowding('b'), { client: 'a', number: 3 })
  t.equal(turns.crowding('a'), undefined)
  turns.add({ client: 'b', number: 4 })
  turns.add({ client: 'b', number: 5 })
  t.equal(turns.crowding('b'), undefined, 'a has no more than b would have')
})
