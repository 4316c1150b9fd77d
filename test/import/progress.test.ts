import { PassThrough } from 'node:stream'
import t from 'tap'
import { barLine, duration, openProgress } from '../../src/import/progress.js'

const screen = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY, columns: 60 })

t.test('elsewhere than on a terminal, progress is plain lines', async t => {
  const log = screen(false)
  const progress = openProgress(log, 10)
  progress.show(1, 'a.tif')
  progress.show(2, 'a.tif', '1 of 5  a.tif  ingested')
  progress.end()
  t.equal(String(log.read()), '1 of 5  a.tif  ingested\n')
})

t.test('on a terminal one line is drawn over, not oftener than the eye sees, and removed at the end', async t => {
  const terminal = screen(true)
  let now = 0
  const progress = openProgress(terminal, 10, () => now)
  for (now = 0; now < 250; now += 10) progress.show(now / 25, 'a.tif')
  progress.end()
  const drawn = String(terminal.read()).split('\r\x1b[2K').slice(1)
  t.equal(drawn.length, 4)
  t.equal(drawn.at(-1), '')
  t.notMatch(drawn.join(''), '\n')
})

t.test('the line fits the terminal and tells the time that is left once it can', async t => {
  t.equal(barLine(0, 'a.tif', 0, 80), `${'░'.repeat(24)}   0 %  a.tif`)
  t.equal(barLine(0.5, 'a.tif', 30_000, 80), `${'█'.repeat(12)}${'░'.repeat(12)}  50 %  30 s left  a.tif`)
  t.equal(barLine(1, 'a.tif', 30_000, 80), `${'█'.repeat(24)} 100 %  a.tif`)
  t.equal(barLine(0.5, 'x'.repeat(200), 1000, 50).length, 49)
  t.strictSame([duration(900), duration(61_000), duration(7_320_000)], ['1 s', '1 min 1 s', '2 h 2 min'])
})
