import t from 'tap'
import { openUploadFiles } from '../../../src/import/uploads/files.js'
import { openRegister } from '../../../src/import/uploads/register.js'
import type { Progress, Upload } from '../../../src/import/uploads/upload.js'

const noon = Date.parse('2026-05-01T12:00:00Z')
const bounds = { bytes: 1000, jobs: 1, hours: 24, files: 2, spare: 0 } as const

const uploadOf = (id: string, progress: Progress = { stage: 'arriving' }): Upload => ({
  id: id.padStart(24, '0'),
  by: 'anne',
  fileName: 'a.png',
  length: 100,
  received: 0,
  wanted: { image: 'a', layer: 'visible' },
  createdAt: new Date(noon).toISOString(),
  ...progress,
})

const nothing = async (): Promise<void> => undefined

t.test('the oldest that are concluded make room, and none that is on its way', async t => {
  const register = await openRegister(await openUploadFiles(t.testdir()), bounds, () => new Date(noon))
  const refused = await register.record(uploadOf('1', { stage: 'refused', why: 'It is a text.' }))
  const waiting = await register.record(uploadOf('2', { stage: 'waiting' }))
  await register.admit(100, nothing)
  t.strictSame(register.list(), [waiting])
  t.throws(() => register.find(refused.id), { code: 'not-found' })
  await register.record(uploadOf('3'))
  await t.rejects(register.admit(100, nothing), { code: 'busy' })
})

t.test('space that was promised is not promised again, and some stays free', async t => {
  const files = await openUploadFiles(t.testdir())
  const open = (free: number, spare = 0) =>
    openRegister({ ...files, free: async () => free }, { ...bounds, spare, files: 9 }, () => new Date(noon))
  const register = await open(250)
  await register.record(uploadOf('1'))
  await register.admit(150, nothing)
  await t.rejects(register.admit(151, nothing), { code: 'no-space' })
  await register.admit(50, async () => {
    await register.admit(100, nothing)
    await t.rejects(register.admit(101, nothing), { code: 'no-space' })
  })
  await t.rejects((await open(250, 200)).admit(0, nothing), { code: 'no-space' })
})

t.test('of two that begin at once, one alone gets the last place and the last space', async t => {
  const files = await openUploadFiles(t.testdir())
  const beginTwo = async (most: number, free: number) => {
    const ample = { ...files, free: async () => free }
    const register = await openRegister(ample, { ...bounds, files: most }, () => new Date(noon))
    const begin = (id: string) => register.admit(100, () => register.record(uploadOf(id)))
    const settled = await Promise.allSettled([begin('1'), begin('2')])
    return settled.map(each => (each.status === 'rejected' ? each.reason.code : 'begun'))
  }
  t.strictSame(await beginTwo(1, 1000), ['begun', 'busy'])
  await files.remove(uploadOf('1').id)
  t.strictSame(await beginTwo(2, 1000), ['begun', 'begun'])
  for (const id of ['1', '2']) await files.remove(uploadOf(id).id)
  t.strictSame(await beginTwo(2, 150), ['begun', 'no-space'])
})

t.test('an upload whose time is over is not there, unless it waits for its turn or is receiving', async t => {
  let now = noon
  const register = await openRegister(await openUploadFiles(t.testdir()), bounds, () => new Date(now))
  const [arriving, waiting] = [uploadOf('1'), uploadOf('2', { stage: 'waiting' })]
  for (const upload of [arriving, waiting]) await register.record(upload)
  now += 24 * 3_600_000 - 1
  t.equal(register.list().length, 2)
  now += 1
  t.strictSame(register.list(), [waiting])
  await register.receive(arriving.id, async () => t.ok(register.get(arriving.id)))
  t.equal(register.get(arriving.id), undefined)
})
