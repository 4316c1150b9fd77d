import t from 'tap'
import { needsBrowser } from '../browser.js'
import { openMirador } from './mirador.js'
import { proveReader } from './prove.js'

t.test('Mirador shows of stories what the truth table says', needsBrowser(), t =>
  proveReader(t, 'mirador', openMirador),
)
