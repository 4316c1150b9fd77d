import t from 'tap'
import { openSharedBytes } from '../../src/image/shared-bytes.js'

t.test('what somebody holds is found by its name', async t => {
  const shared = openSharedBytes()
  const bytes = Buffer.from('image')
  shared.share('one', bytes)
  t.equal(shared.find('one'), bytes)
  t.equal(shared.find('other'), undefined)
})
