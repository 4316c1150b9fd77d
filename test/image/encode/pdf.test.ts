import sharp from 'sharp'
import t from 'tap'
import { pdfOf } from '../../../src/image/encode/pdf.js'

const jpegOf = (channels: 1 | 3) =>
  sharp({ create: { width: 600, height: 300, channels: 3, background: '#804020' } })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .jpeg()
    .toBuffer()

t.test('a PDF is one page that holds the JPEG as it is, at 300 px to the inch', async t => {
  const jpeg = await jpegOf(3)
  const pdf = pdfOf(jpeg, { width: 600, height: 300, channels: 3 })
  const text = pdf.toString('latin1')
  t.match(text, /^%PDF-1\.4\n/)
  t.match(text, '/MediaBox [0 0 144 72]')
  t.match(text, '/Width 600 /Height 300 /ColorSpace /DeviceRGB')
  t.ok(pdf.includes(jpeg))
  t.match(text, /%%EOF\n$/)
})

t.test('every object stands where the table says', async t => {
  const pdf = pdfOf(await jpegOf(1), { width: 601, height: 299, channels: 1 })
  const text = pdf.toString('latin1')
  const start = Number(/startxref\n(\d+)\n/.exec(text)?.[1])
  t.equal(text.slice(start, start + 4), 'xref')
  const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset))
  t.equal(offsets.length, 5)
  for (const [index, offset] of offsets.entries()) t.ok(text.startsWith(`${index + 1} 0 obj\n`, offset))
  for (const match of text.matchAll(/\/Length (\d+) >>\nstream\n/g)) {
    const end = match.index + match[0].length + Number(match[1])
    t.ok(text.startsWith('\nendstream', end), 'a stream is as long as it says')
  }
  t.match(text, '/DeviceGray')
})
