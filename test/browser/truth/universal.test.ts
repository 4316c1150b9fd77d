import t from 'tap'
import { needsBrowser } from '../browser.js'
import { proveReader } from './prove.js'
import { openUniversal } from './universal.js'

t.test('the Universal Viewer shows of stories what the truth table says', needsBrowser(), t =>
  proveReader(t, 'universal', openUniversal),
)
