import t from 'tap'
import { rememberWishes } from '../../src/http/negotiate.js'

t.test('the coding is the one that a client likes best, Brotli among equals', async t => {
  const wishOf = rememberWishes()
  const table: Readonly<Record<string, string>> = {
    '': 'identity',
    br: 'br',
    'gzip, deflate': 'gzip',
    'gzip, deflate, br, zstd': 'br',
    'GZIP;Q=0.5, br;q=0.4': 'gzip',
    'br;q=0, gzip;q=0': 'identity',
    'br;q=0.5, identity': 'identity',
    'br;q=0, *': 'gzip',
    '*': 'br',
    '*;q=0': 'identity',
    'br;q=nonsense, gzip;q=7': 'identity',
    deflate: 'identity',
  }
  for (const [header, coding] of Object.entries(table))
    t.equal(wishOf({ 'accept-encoding': header }).coding, coding, header)
  t.equal(wishOf({}).coding, 'identity')
})

t.test('a spelling is read once while it is remembered, and a long one leaves nothing behind', async t => {
  const wishOf = rememberWishes()
  const headers = { accept: 'application/json', 'accept-encoding': 'br' }
  const first = wishOf(headers)
  t.equal(wishOf({ ...headers }), first)
  const long = { accept: `application/json, ${'x/y, '.repeat(200)}` }
  t.not(wishOf(long), wishOf(long))
  t.match(wishOf(long), { media: 'json' })
  for (let number = 0; number < 1000; number += 1) wishOf({ accept: `x/${number}` })
  t.not(wishOf(headers), first, 'spellings without end push each other out')
  t.strictSame(wishOf(headers), first)
})
