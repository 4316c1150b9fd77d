import t from 'tap'
import { gatherLines } from '../../src/http/lines.js'

const gathered = () => {
  const written: string[] = []
  return { written, lines: gatherLines({ write: text => written.push(text) }) }
}

t.test('lines are written together, in their order', async t => {
  const { written, lines } = gathered()
  for (const number of [1, 2, 3]) lines.write(`{"level":30,"n":${number}}\n`)
  t.strictSame(written, [])
  lines.flush()
  lines.flush()
  t.strictSame(written, ['{"level":30,"n":1}\n{"level":30,"n":2}\n{"level":30,"n":3}\n'])
})

t.test('a warning or an error leaves at once, after what came before it', async t => {
  for (const level of [40, 50, 60]) {
    const { written, lines } = gathered()
    lines.write('{"level":20,"n":1}\n')
    lines.write(`{"level":${level},"n":2}\n`)
    t.strictSame(written, [`{"level":20,"n":1}\n{"level":${level},"n":2}\n`])
  }
})

t.test('no more waits than there is room for, and none for long', async t => {
  const { written, lines } = gathered()
  const line = `{"level":30,"text":"${'a'.repeat(1000)}"}\n`
  for (let count = 0; count < 100; count += 1) lines.write(line)
  t.equal(written.length, 1)
  const rest = await new Promise<string>(resolve => {
    const late = gatherLines({ write: resolve })
    late.write(line)
    setTimeout(() => undefined, 1000).ref()
  })
  t.equal(rest, line)
})
