import t from 'tap'
import { encodeJpeg2000, encodingBytes } from '../../../src/image/jp2/encode.js'
import { inThread } from '../../../src/image/jp2/thread.js'
import { drawn, largestDifference } from './drawn.js'

const decoded = (file: Buffer) =>
  inThread({ kind: 'decode', file: new Uint8Array(file), mostBytes: 500e6 }, { seconds: 60 })

t.test(
  'a picture comes back from its file: small ones exactly, larger ones closely and in a tenth of the bytes',
  async t => {
    for (const [width, height, channels, tolerance] of [
      [1, 1, 1, 0],
      [3, 200, 3, 0],
      [255, 257, 1, 0],
      [640, 480, 1, 12],
      [640, 480, 3, 12],
    ] as const) {
      const pixels = drawn(width, height, channels)
      const name = `${width} × ${height} × ${channels}`
      const file = await encodeJpeg2000(pixels)
      const samples = await decoded(file)
      t.strictSame(
        samples && { ...samples, data: undefined },
        { width, height, channels, bits: 8, data: undefined },
        name,
      )
      t.ok(samples && largestDifference(pixels.data, samples.data) <= tolerance, `${name} within ${tolerance}`)
      if (tolerance > 0) t.ok(file.length <= pixels.data.length / 10 + 1000, `${name} in ${file.length} bytes`)
    }
  },
)

t.test('the file says what it holds: size, colour space and which channel is opacity', async t => {
  for (const [channels, colourSpace] of [
    [1, 17],
    [3, 16],
    [4, 16],
  ] as const) {
    const file = await encodeJpeg2000(drawn(40, 30, channels))
    t.equal(file.toString('latin1', 4, 8), 'jP  ')
    const ihdr = file.indexOf('ihdr') + 4
    t.strictSame(
      [file.readUInt32BE(ihdr), file.readUInt32BE(ihdr + 4), file.readUInt16BE(ihdr + 8)],
      [30, 40, channels],
    )
    t.equal(file.readUInt32BE(file.indexOf('colr') + 7), colourSpace)
    t.equal(file.includes('cdef'), channels === 4)
    const codestream = file.indexOf('jp2c') + 4
    t.equal(file.readUInt32BE(codestream - 8), file.length - codestream + 8, 'the last box ends with the file')
    t.equal(file.readUInt16BE(codestream), 0xff4f)
  }
})

t.test('what would need more memory than there is for it is refused before any work', async t => {
  const size = { width: 20_000, height: 10_000, channels: 3 } as const
  t.ok(encodingBytes(size) > 2e9)
  await t.rejects(encodeJpeg2000({ ...size, data: Buffer.alloc(0) }), {
    code: 'too-large',
    message: /20000 × 10000 px; ask for a smaller image/,
  })
})

t.test('whoever leaves ends the work', async t => {
  const leaving = new AbortController()
  const work = encodeJpeg2000(drawn(600, 400, 3), leaving.signal)
  leaving.abort(new Error('left'))
  await t.rejects(work, { message: 'left' })
  await t.rejects(encodeJpeg2000(drawn(2, 2, 1), leaving.signal), { message: 'left' })
})

t.test('a job that takes too long ends with a sentence', async t => {
  const { data, width, height } = drawn(64, 64, 1)
  const samples = { width, height, channels: 1, bits: 8, data }
  const job = { kind: 'encode', samples, decompositions: 5, ratio: 1, mostBytes: 500e6 } as const
  await t.rejects(inThread(job, { seconds: 0 }), { code: 'too-large', message: /not done within 0 seconds/ })
})

t.test('a codec that may not have the memory it asks for fails, and nothing else does', async t => {
  const samples = { width: 8000, height: 8000, channels: 1, bits: 8, data: Buffer.alloc(64e6) }
  const job = { kind: 'encode', samples, decompositions: 5, ratio: 1, mostBytes: 70e6 } as const
  t.equal(await inThread(job, { seconds: 60 }), undefined)
})
