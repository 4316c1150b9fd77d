import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import t from 'tap'
import { openScratch } from '../../../src/image/ingest/scratch.js'

const longAgo = new Date(Date.now() - 3 * 86_400_000)

t.test('what a dead run left is cleared, what a living one writes is not', async t => {
  const data = t.testdir()
  const scratch = await openScratch(data)
  const mine = basename(scratch.path('sheet'))
  const named = (pid: number | string, host?: string) =>
    mine.replace(/^\.([^-]+)-\d+-/, (_, madeOn) => `.${host ?? madeOn}-${pid}-`)
  const ended = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  const dead = ended.pid as number
  await once(ended, 'exit')

  const folder = join(data, 'pyramids')
  await mkdir(join(folder, 'ab'), { recursive: true })
  const files: Readonly<Record<string, boolean>> = {
    [mine]: true,
    [named(dead)]: false,
    [named(process.ppid)]: true,
    [named(1, 'elsewhere')]: true,
    [named(2, 'elsewhere')]: false,
    'notes.part': true,
    '.hidden': true,
  }
  for (const name of Object.keys(files)) await writeFile(join(folder, name), 'x')
  await utimes(join(folder, named(2, 'elsewhere')), longAgo, longAgo)

  await openScratch(data)
  const kept = new Set(await readdir(folder))
  for (const [name, stays] of Object.entries(files)) t.equal(kept.has(name), stays, name)
  t.ok(kept.has('ab'))
})

t.test('a leftover with the number of this very process, but older than it, is cleared', async t => {
  const data = t.testdir()
  const path = (await openScratch(data)).path('pyramid')
  await writeFile(path, 'x')
  await utimes(path, longAgo, longAgo)
  await openScratch(data)
  t.strictSame(await readdir(join(data, 'pyramids')), [])
})

t.test('a whole file moves to its place, over an orphan that stands there', async t => {
  const data = t.testdir({ pyramids: { ab: { 'a.tif': 'orphan' } } })
  const scratch = await openScratch(data)
  const path = scratch.path('pyramid')
  await writeFile(path, 'whole')
  await scratch.settle(path, 'pyramids/ab/a.tif')
  t.strictSame(await readdir(join(data, 'pyramids')), ['ab'])
})
