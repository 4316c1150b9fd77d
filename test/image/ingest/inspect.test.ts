import { execFileSync } from 'node:child_process'
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import t from 'tap'
import { identify } from '../../../src/image/ingest/identify.js'
import { inspect } from '../../../src/image/ingest/inspect.js'
import { fingerprint } from '../../../src/image/ingest/open.js'

const limits = { maxPixels: 2e9 }

const heads: readonly (readonly [what: string, bytes: string, answer: string | RegExp])[] = [
  ['TIFF, little-endian', 'II*\0\x08\0\0\0', 'tiff'],
  ['TIFF, big-endian', 'MM\0*\0\0\0\x08', 'tiff'],
  ['BigTIFF', 'II+\0\x08\0\0\0', 'tiff'],
  ['JPEG', '\xff\xd8\xff\xe0\0\x10JFIF', 'jpeg'],
  ['PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'png'],
  ['WebP', 'RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
  ['GIF', 'GIF89a\x10\0', 'gif'],
  ['AVIF', '\0\0\0\x1cftypavif\0\0\0\0', 'avif'],
  ['AVIF that says so second', '\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf', 'avif'],
  ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', /HEIC is not read yet; export it as TIFF/],
  ['JPEG 2000', '\0\0\0\x0cjP  \r\n\x87\n', 'jp2'],
  ['JPEG 2000 codestream', '\xff\x4f\xff\x51\0', 'jp2'],
  ['JPEG XL', '\xff\n\x10', /JPEG XL is not read yet/],
  ['a Canon raw file', 'II*\0\x10\0\0\0CR\x02\0', /raw camera file; develop it/],
  ['a Fujifilm raw file', 'FUJIFILMCCD-RAW 0201', /raw camera file/],
  ['Photoshop', '8BPS\0\x01', /flatten it and export it as TIFF/],
  ['PDF', '%PDF-1.7\n', /PDF document, not a picture/],
  ['SVG', '<?xml version="1.0"?>\n<!-- by hand -->\n<svg xmlns="http://www.w3.org/2000/svg">', /SVG is a drawing/],
  ['a film', '\0\0\0\x18ftypmp42\0\0\0\0', /It is a film/],
  ['text', 'titre;auteur\nLa Tour\n', /It is a text, not a picture/],
  ['nothing', '', /The file is empty/],
  ['anything else', '\x7fELF\x02\x01\x01\0', /not a picture that can be read; what can be is TIFF, JPEG/],
]

t.test('a format is told by first bytes', async t => {
  for (const [what, bytes, answer] of heads) {
    const identity = identify(Buffer.from(bytes, 'latin1'))
    if (identity.kind === 'accepted') t.equal(identity.format, answer, what)
    else t.match(identity.why, answer, what)
  }
})

t.test('no first bytes take long to tell', async t => {
  for (const unit of ['ftyp', '\0', ' ', '<svg', '\xff', 'avif']) {
    const identity = identify(Buffer.from(unit.repeat(600), 'latin1'))
    t.ok(identity.kind)
  }
})

t.test('what is not a plain, readable file is refused, and nothing waits for it', async t => {
  const folder = t.testdir({ 'real.png': '' })
  await mkdir(join(folder, 'folder.jpg'))
  await symlink(join(folder, 'real.png'), join(folder, 'link.png'))
  execFileSync('mkfifo', [join(folder, 'pipe.jpg')])
  const refusals: readonly (readonly [string, RegExp])[] = [
    ['folder.jpg', /It is a folder, not a picture/],
    ['link.png', /It is a link; give the file that it points to/],
    ['pipe.jpg', /not a plain file/],
    ['absent.jpg', /There is no such file/],
  ]
  for (const [name, message] of refusals) {
    await t.rejects(inspect(join(folder, name), limits), { code: 'refused', message }, name)
    await t.rejects(fingerprint(join(folder, name)), { code: 'refused', message }, name)
  }
})

const asRoot = process.getuid?.() === 0 ? { skip: 'root may read everything' } : {}

t.test('a file that may not be read is refused with what to do', asRoot, async t => {
  const folder = t.testdir({ 'closed.png': 'x' })
  await chmod(join(folder, 'closed.png'), 0)
  await t.rejects(inspect(join(folder, 'closed.png'), limits), { code: 'refused', message: /change its permissions/ })
})

const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#123456' } })
    .png({ compressionLevel: 9 })
    .toBuffer()

t.test('more pixels than allowed are refused', async t => {
  const folder = t.testdir()
  await writeFile(join(folder, 'large.png'), await png(1200, 1000))
  await t.rejects(inspect(join(folder, 'large.png'), { maxPixels: 1_000_000 }), {
    code: 'too-large',
    message: 'The picture has 1 megapixels, 1 are allowed (--max-pixels).',
  })
  t.match(await inspect(join(folder, 'large.png'), { maxPixels: 1_200_000 }), {
    upright: { width: 1200, height: 1000 },
  })
})

t.test('a few bytes that would unfold into very many pixels are refused unread', async t => {
  const folder = t.testdir()
  await writeFile(join(folder, 'bomb.png'), await png(9000, 9000))
  await t.rejects(inspect(join(folder, 'bomb.png'), limits), {
    code: 'refused',
    message: /claims 81 megapixels in \d+ kB/,
  })
})

t.test('a picture longer than a pyramid can be is refused', async t => {
  const folder = t.testdir()
  await writeFile(join(folder, 'long.png'), await png(70_000, 2))
  await t.rejects(inspect(join(folder, 'long.png'), limits), { code: 'too-large', message: /longer than 65024 px/ })
})

t.test('samples that are measurements are refused', async t => {
  const folder = t.testdir()
  const floats = await sharp({ create: { width: 50, height: 40, channels: 3, background: '#123' } })
    .toColourspace('scrgb')
    .tiff({ compression: 'none' })
    .toBuffer()
  await writeFile(join(folder, 'float.tif'), floats)
  const { depth } = await sharp(floats).metadata()
  if (depth === 'float')
    await t.rejects(inspect(join(folder, 'float.tif'), limits), { code: 'refused', message: /measurements \(float\)/ })
  else t.match(await inspect(join(folder, 'float.tif'), limits), { format: 'tiff' })
})

t.test('of several frames the first is kept, and that is said', async t => {
  const folder = t.testdir()
  const frames = await Promise.all(
    ['#f00', '#0f0'].map(background =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  await writeFile(
    join(folder, 'two.gif'),
    await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
  )
  const { notes } = await inspect(join(folder, 'two.gif'), limits)
  t.strictSame(notes, ['It has 2 frames; the first is kept.'])
})

/** A TIFF whose first directory has one entry more; a new directory at the end takes the place of the first. */
function withEntry(tiff: Buffer, tag: number, value: number): Buffer {
  const start = tiff.readUInt32LE(4)
  const count = tiff.readUInt16LE(start)
  const entries = Array.from({ length: count }, (_, index) => tiff.subarray(start + 2 + index * 12).subarray(0, 12))
  const entry = Buffer.alloc(12)
  entry.writeUInt16LE(tag, 0)
  entry.writeUInt16LE(4, 2)
  entry.writeUInt32LE(1, 4)
  entry.writeUInt32LE(value, 8)
  const kept = entries.filter(other => other.readUInt16LE(0) !== tag)
  const all = [...kept, entry].toSorted((one, other) => one.readUInt16LE(0) - other.readUInt16LE(0))
  const header = Buffer.from(tiff.subarray(0, 8))
  header.writeUInt32LE(tiff.length, 4)
  const length = Buffer.alloc(2)
  length.writeUInt16LE(all.length)
  return Buffer.concat([header, tiff.subarray(8), length, ...all, Buffer.alloc(4)])
}

t.test('a raw photograph inside a TIFF is refused, since its first picture is the camera’s preview', async t => {
  const folder = t.testdir()
  const tiff = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#864' } })
    .tiff({ compression: 'none' })
    .toBuffer()
  const path = join(folder, 'photograph.tif')
  for (const [tag, value, raw] of [
    [254, 1, true],
    [50706, 0x104, true],
    [254, 0, false],
    [254, 2, false],
  ] as const) {
    await writeFile(path, withEntry(tiff, tag, value))
    if (raw) await t.rejects(inspect(path, limits), { code: 'refused', message: /raw camera file/ }, `${tag} ${value}`)
    else t.match(await inspect(path, limits), { stored: { width: 64, height: 48 } }, `${tag} ${value}`)
  }
})
