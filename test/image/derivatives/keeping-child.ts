import { openDerivatives } from '../../../src/image/derivatives/derivatives.js'
import { contentOf, keyOf } from './content.js'

/** A process of its own that keeps derivatives until it is killed: its words are the file and how many. */
const [path = '', most = ''] = process.argv.slice(2)
const store = openDerivatives(path, 4_000_000, sentence => process.send?.(sentence))
for (let number = 0; number < Number(most); number += 1) {
  const kept = await store.keep({
    key: keyOf(number),
    image: keyOf(0),
    bytes: contentOf(number, 1000 + (number % 7) * 100_000),
  })
  process.send?.(kept)
  // Lets what was sent leave
  await new Promise(resolve => setImmediate(resolve))
}
await store.close()
process.disconnect()
