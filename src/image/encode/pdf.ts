import type { Dimensions } from '../geometry.js'

/** pt for each px: 300 px to the inch, the usual scale of print. */
const POINT = 72 / 300

/** A PDF of one page, which a JPEG fills and stays as it is in (ISO 32000 §7.4.8, DCTDecode). */
export function pdfOf(jpeg: Buffer, { width, height, channels }: Dimensions & Readonly<{ channels: number }>): Buffer {
  const page = [width, height].map(side => Number((side * POINT).toFixed(2)))
  const drawing = `q ${page[0]} 0 0 ${page[1]} 0 0 cm /Picture Do Q`
  const space = channels === 1 ? '/DeviceGray' : '/DeviceRGB'
  return assembled([
    text('<< /Type /Catalog /Pages 2 0 R >>'),
    text('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    text(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.join(' ')}] /Contents 4 0 R` +
        ' /Resources << /XObject << /Picture 5 0 R >> >> >>',
    ),
    stream('', text(drawing)),
    stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${space}` +
        ' /BitsPerComponent 8 /Filter /DCTDecode ',
      jpeg,
    ),
  ])
}

const text = (words: string): Buffer => Buffer.from(words, 'latin1')

const stream = (entries: string, bytes: Buffer): Buffer =>
  Buffer.concat([text(`<< ${entries}/Length ${bytes.length} >>\nstream\n`), bytes, text('\nendstream')])

/** Header, numbered objects, and the table of where each begins (ISO 32000 §7.5.4). The first object is the catalog. */
function assembled(objects: readonly Buffer[]): Buffer {
  // Four bytes beyond ASCII say that the file is not text (§7.5.2).
  const header = Buffer.concat([text('%PDF-1.4\n%'), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3]), text('\n')])
  const parts: Buffer[] = [header]
  const offsets: number[] = []
  let length = header.length
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([text(`${index + 1} 0 obj\n`), object, text('\nendobj\n')])
    offsets.push(length)
    length += part.length
    parts.push(part)
  }
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    text(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}` +
        `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
