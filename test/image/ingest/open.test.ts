import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { fingerprint } from '../../../src/image/ingest/open.js'

const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

t.test('an interruption ends the reading of a file, and is nothing to a file that was read', async t => {
  const file = join(t.testdir({ 'a.tif': 'abc' }), 'a.tif')
  const stop = new AbortController()
  t.match(await fingerprint(file, stop.signal), { bytes: 3, sha256: abc })
  stop.abort(new Error('stopped'))
  await setImmediate()
  await t.rejects(fingerprint(file, stop.signal), { message: 'stopped' })
})
