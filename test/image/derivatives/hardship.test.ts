import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import t from 'tap'
import { openDerivatives } from '../../../src/image/derivatives/derivatives.js'
import { contentOf, keyOf } from './content.js'

const program = fileURLToPath(new URL(`./keeping-child${extname(import.meta.url)}`, import.meta.url))

const keeping = (path: string, most: number, user: { uid?: number; gid?: number } = {}) =>
  fork(program, [path, String(most)], { execArgv: process.execArgv, stdio: 'ignore', ...user })

t.test('killed at any moment, it leaves a whole file without wrong bytes', async t => {
  const path = join(t.testdir(), 'derivatives.db')
  for (const killAt of [1, 12, 45]) {
    const child = keeping(path, 60)
    let kept = 0
    child.on('message', () => {
      kept += 1
      if (kept === killAt) child.kill('SIGKILL')
    })
    const [, signal] = await once(child, 'exit')
    t.equal(signal, 'SIGKILL')
    const warnings: string[] = []
    const store = openDerivatives(path, 4_000_000, sentence => warnings.push(sentence))
    let held = 0
    for (let number = 0; number < 60; number += 1) {
      const bytes = await store.read(keyOf(number))
      if (!bytes) continue
      held += 1
      if (!bytes.equals(contentOf(number, 1000 + (number % 7) * 100_000))) t.fail(`${number} is wrong`)
    }
    t.ok(held > 0, `${held} are held`)
    await store.close()
    t.strictSame(warnings, [], 'the file needed no mending')
    const db = new Database(path, { readonly: true })
    t.equal(db.pragma('integrity_check', { simple: true }), 'ok')
    db.close()
  }
})

/** Runs `work` on a file system of one megabyte. @throws where this user may not make one */
async function onSmallDisc(path: string, work: () => Promise<void>): Promise<void> {
  mkdirSync(path, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' })
  try {
    await work()
  } finally {
    execFileSync('umount', [path])
  }
}

const disc = join(t.testdir(), 'disc')
const mountable = await onSmallDisc(disc, async () => undefined).then(
  () => ({}),
  () => ({ skip: 'no small file system can be made here' }),
)

t.test('a full disc: what is kept is read, what is not is not, and it is said once', mountable, async t => {
  await onSmallDisc(disc, async () => {
    const warnings: string[] = []
    const store = openDerivatives(join(disc, 'derivatives.db'), 50_000_000, sentence => warnings.push(sentence))
    const outcomes = new Set<boolean>()
    for (let number = 0; number < 100; number += 1)
      outcomes.add(await store.keep({ key: keyOf(number), image: keyOf(0), bytes: contentOf(number, 20_000) }))
    t.strictSame(outcomes, new Set([true, false]))
    t.ok((await store.read(keyOf(0)))?.equals(contentOf(0, 20_000)))
    t.equal(await store.read(keyOf(99)), undefined)
    t.equal(await store.keepAll([{ key: keyOf(99), image: keyOf(0), bytes: contentOf(99, 20_000) }]), 0)
    t.match(warnings, [/the disc is full/])
    t.equal(warnings.length, 1)
    await store.close()
  })
})

t.test('a data directory that cannot be written: nothing is kept, which is said once', async t => {
  const folder = t.testdir()
  const nobody = 65_534
  // Root may write anywhere, so another user tries
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  chmodSync(folder, 0o555)
  const child = keeping(join(folder, 'derivatives.db'), 20, user)
  const heard: unknown[] = []
  child.on('message', message => heard.push(message))
  const [code] = await once(child, 'exit')
  chmodSync(folder, 0o755)
  t.equal(code, 0)
  t.match(heard[0], /cannot be written/)
  t.strictSame(heard.slice(1), Array(20).fill(false))
})

const asRoot = process.getuid?.() === 0 ? {} : { skip: 'only root can act as another user' }

t.test('a file of another user: it is neither changed nor removed', asRoot, async t => {
  const folder = t.testdir()
  const path = join(folder, 'derivatives.db')
  const store = openDerivatives(path, 4_000_000, t.fail)
  await store.keep({ key: keyOf(1), image: keyOf(0), bytes: contentOf(1, 20_000) })
  await store.close()
  chownSync(folder, 0, 0)
  const child = keeping(path, 3, { uid: 65_534, gid: 65_534 })
  const heard: unknown[] = []
  child.on('message', message => heard.push(message))
  await once(child, 'exit')
  t.match(heard[0], /cannot be written/)
  const again = openDerivatives(path, 4_000_000, t.fail)
  t.ok(await again.read(keyOf(1)))
  await again.close()
})
