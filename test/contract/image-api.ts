import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Test } from 'tap'
import { unpackJpeg2000 } from '../../src/image/jp2/decode.js'
import { alphaAt, colourOf, near, pixelsOf, side, square } from './squares.js'

export type Answer = Readonly<{ status: number; headers: Readonly<Record<string, string | undefined>>; body: Buffer }>

/** Asks the server; redirects are not followed. */
export type Ask = (
  path: string,
  options?: Readonly<{ method?: 'GET' | 'HEAD' | 'OPTIONS'; headers?: Record<string, string> }>,
) => Promise<Answer>

/** An Image API server that serves the picture of `squares.ts`. */
export type Subject = Readonly<{
  ask: Ask
  /** Public address of the server, without a final slash. */
  origin: string
  /** Path of the image service, such as `/iiif/image/3/squares`. */
  service: string
  version: 2 | 3
}>

/** Level 2 of the Image API 2.1 or 3.0 and the features that Beffroi adds, clause by clause. */
export function imageApiConformance(t: Test, subject: Subject): void {
  const { ask, service, version } = subject
  const whole = version === 3 ? 'max' : 'full'
  const caret = version === 3 ? '^' : ''
  const path = (part: Partial<{ region: string; size: string; rotation: string; file: string }>) =>
    `${service}/${part.region ?? 'full'}/${part.size ?? whole}/${part.rotation ?? '0'}/${part.file ?? 'default.jpg'}`
  const picture = async (t: Test, address: string) => {
    const answer = await ask(address)
    t.equal(answer.status, 200, address)
    return pixelsOf(answer.body)
  }
  const refused = async (t: Test, address: string, status = 400) => {
    const answer = await ask(address)
    t.equal(answer.status, status, address)
    t.match(answer.body.toString(), /\.$/m, 'the answer is a sentence')
  }
  const shows = (t: Test, found: readonly [number, number, number], column: number, row: number, where: string) =>
    t.ok(near(found, colourOf(column, row)), `${where}: ${found} is square ${column},${row}, ${colourOf(column, row)}`)

  t.test('region full, px, pct and square', async t => {
    const full = await picture(t, path({}))
    t.strictSame([full.width, full.height], [side, side])
    shows(t, full.at(350, 750), 3, 7, 'full')
    const px = await picture(t, path({ region: '200,300,300,100' }))
    t.strictSame([px.width, px.height], [300, 100])
    shows(t, px.at(250, 50), 4, 3, 'px')
    const pct = await picture(t, path({ region: 'pct:20,30,30,10' }))
    t.strictSame([pct.width, pct.height], [300, 100])
    shows(t, pct.at(50, 50), 2, 3, 'pct')
    const cut = await picture(t, path({ region: '950,950,200,300' }))
    t.strictSame([cut.width, cut.height], [50, 50], 'cut at the edge')
    const whole = await picture(t, path({ region: 'square' }))
    t.strictSame([whole.width, whole.height], [side, side])
  })

  t.test('size w, ,h pct w,h !w,h and max', async t => {
    const sizes: Readonly<Record<string, readonly [number, number]>> = {
      '250,': [250, 250],
      ',400': [400, 400],
      'pct:25': [250, 250],
      'pct:12.5': [125, 125],
      '300,100': [300, 100],
      '!300,200': [200, 200],
      '!5000,200': [200, 200],
      max: [side, side],
    }
    for (const [size, expected] of Object.entries(sizes)) {
      const found = await picture(t, path({ size }))
      t.strictSame([found.width, found.height], expected, size)
      shows(t, found.at(found.width * 0.65, found.height * 0.25), 6, 2, size)
    }
    const region = await picture(t, path({ region: '100,200,400,200', size: '100,' }))
    t.strictSame([region.width, region.height], [100, 50])
    shows(t, region.at(62, 37), 3, 3, 'a region reduced')
  })

  t.test('rotation by quarter turns, and mirrored', async t => {
    const cases: Readonly<Record<string, readonly [column: number, row: number]>> = {
      '0': [2, 1],
      '90': [1, 7],
      '180': [7, 8],
      '270': [8, 2],
      '!0': [7, 1],
      '!90': [8, 7],
      '!180': [2, 8],
    }
    for (const [rotation, [column, row]] of Object.entries(cases)) {
      const found = await picture(t, path({ rotation, size: '500,' }))
      shows(t, found.at(125, 75), column, row, rotation)
    }
    const turned = await picture(t, path({ region: '0,0,400,200', size: '200,', rotation: '90' }))
    t.strictSame([turned.width, turned.height], [100, 200], 'the sides change places')
  })

  t.test('quality default, color, gray, bitonal', async t => {
    shows(t, (await picture(t, path({ file: 'color.jpg' }))).at(450, 450), 4, 4, 'color')
    const [red, green, blue] = (await picture(t, path({ file: 'gray.jpg' }))).at(450, 450)
    t.ok(red === green && green === blue, 'gray has no colour')
    const bitonal = await picture(t, path({ file: 'bitonal.png', size: '100,' }))
    const tones = new Set(Array.from({ length: 100 }, (_, index) => bitonal.at(index, 50)[0]))
    t.strictSame(
      [...tones].filter(tone => tone !== 0 && tone !== 255),
      [],
      'bitonal is black and white',
    )
  })

  t.test('formats, each with its media type and its picture', async t => {
    for (const [format, type] of Object.entries(mediaTypes)) {
      const answer = await ask(path({ size: '100,', file: `default.${format}` }))
      t.equal(answer.status, 200, format)
      t.equal(answer.headers['content-type'], type)
      const found = await pixelsOf(await readable(t, format, answer.body))
      t.strictSame([found.width, found.height], [100, 100], format)
      shows(t, found.at(55, 15), 5, 1, format)
    }
  })

  t.test('rotation by any angle: the whole picture, no more, and corners that are clear or of one colour', async t => {
    for (const rotation of ['22.5', '!22.5', '345', '0.5', '271']) {
      const found = await picture(t, path({ rotation, size: '400,', file: 'default.png' }))
      const radians = (Number(rotation.replace('!', '')) * Math.PI) / 180
      const box = Math.round(400 * (Math.abs(Math.sin(radians)) + Math.abs(Math.cos(radians))))
      t.strictSame([found.width, found.height], [box, box], `${rotation} makes a box of ${box} px`)
      // The centre stays; 60 px to its right in the answer is where the inverse turn leads.
      const [dx, dy] = [
        60 * Math.cos(radians) + 40 * Math.sin(radians),
        40 * Math.cos(radians) - 60 * Math.sin(radians),
      ]
      const [x, y] = [200 + (rotation.startsWith('!') ? -dx : dx), 200 + dy]
      const margin = Math.min(x % 40, 40 - (x % 40), y % 40, 40 - (y % 40))
      if (margin > 4) shows(t, found.at(box / 2 + 60, box / 2 + 40), Math.floor(x / 40), Math.floor(y / 40), rotation)
    }
    for (const format of ['png', 'webp', 'avif', 'tif', 'gif']) {
      const { body } = await ask(path({ rotation: '45', size: '200,', file: `default.${format}` }))
      t.equal(await alphaAt(body, 1, 1), 0, `the corner of ${format} is clear`)
      t.equal(await alphaAt(body, 141, 141), 255, `the middle of ${format} is not`)
    }
    const flat = await picture(t, path({ rotation: '45', size: '200,' }))
    t.ok(near(flat.at(2, 2), [255, 255, 255]), 'the corner of a JPEG has the configured colour')
    const gray = await ask(path({ rotation: '45', size: '200,', file: 'gray.png' }))
    t.equal(await alphaAt(gray.body, 1, 1), 0, 'gray too')
    const { headers } = await ask(path({ rotation: '!022.500', size: '200,', file: 'color.png' }))
    t.match(headers.link, '/!22.5/default.png>;rel="canonical"', 'the canonical angle has no needless digits')
  })

  t.test('what cannot be understood is refused with 400 and a sentence', async t => {
    const regions = ['1,2,3', 'pct:0,0,0,10', '0,0,0,0', '-1,0,10,10', '1000,0,10,10', 'all', '0.5,0,10,10']
    for (const region of regions) await refused(t, path({ region }))
    for (const size of ['huge', '0,', ',0', 'pct:0', '!', '1,2,3', `${caret}99999,`, `${caret}pct:99999`]) {
      await refused(t, path({ size }))
    }
    for (const rotation of ['-90', '361', 'ninety', '!', '1e1', '90!']) await refused(t, path({ rotation }))
    for (const file of ['native.jpg', 'grey.jpg', 'default.exe', 'default', 'default.', 'color.JPG'])
      await refused(t, path({ file }))
    await refused(t, path({ size: version === 3 ? 'full' : '^max' }))
  })

  t.test('what is not there is 404', async t => {
    const nobody = service.replace(/[^/]+$/, 'nobody')
    await refused(t, `${nobody}/info.json`, 404)
    await refused(t, `${nobody}/full/${whole}/0/default.jpg`, 404)
    for (const id of [
      'a/b',
      'a%2Fb',
      '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
      '%00',
      '%27%20OR%201%3D1',
      `${'x'.repeat(900)}`,
    ]) {
      t.equal((await ask(`${service.replace(/[^/]+$/, id)}/full/${whole}/0/default.jpg`)).status, 404, id)
    }
    t.equal((await ask(`${service}/full/${whole}/0`)).status, 404)
  })

  t.test('segments may be percent-encoded', async t => {
    const name = service.split('/').at(-1) ?? ''
    const encoded = service.replace(/[^/]+$/, [...name].map(char => `%${char.charCodeAt(0).toString(16)}`).join(''))
    t.equal((await ask(`${encoded}/info.json`)).status, 200)
    const found = await picture(t, `${service}/200%2C300%2C300%2C100/150%2C/%30/default.jpg`)
    t.strictSame([found.width, found.height], [150, 50])
  })

  t.test('info.json says what the server does, at the address that serves it', async t => {
    const answer = await ask(`${service}/info.json`)
    const info = JSON.parse(answer.body.toString())
    t.equal(Object.keys(info)[0], '@context')
    t.equal(info['@context'], `http://iiif.io/api/image/${version}/context.json`)
    t.equal(info[version === 3 ? 'id' : '@id'], `${subject.origin}${service}`)
    t.match(info, { protocol: 'http://iiif.io/api/image', width: side, height: side })
    if (version === 3) t.match(info, { type: 'ImageService3', profile: 'level2' })
    else t.equal(info.profile[0], 'http://iiif.io/api/image/2/level2.json')
    for (const { width, height } of info.sizes) {
      const found = await picture(t, path({ size: `${width},${height}` }))
      t.strictSame([found.width, found.height], [width, height])
    }
    const [tiles] = info.tiles
    t.equal(info.sizes.length, tiles.scaleFactors.length)
    for (const factor of tiles.scaleFactors) {
      const span = tiles.width * factor
      for (let x = 0; x < side; x += span) {
        const region = { width: Math.min(span, side - x), height: Math.min(span, side) }
        const size = [Math.ceil(region.width / factor), Math.ceil(region.height / factor)]
        const found = await picture(
          t,
          path({ region: `${x},0,${region.width},${region.height}`, size: size.join(',') }),
        )
        t.strictSame([found.width, found.height], size)
      }
    }
  })

  t.test('JSON-LD is negotiated', async t => {
    const type = async (accept?: string) =>
      (await ask(`${service}/info.json`, accept ? { headers: { accept } } : {})).headers['content-type']
    t.match(await type('application/ld+json'), /^application\/ld\+json/)
    t.match(await type('application/json'), /^application\/json/)
    t.match(await type('application/json;q=0.5, application/ld+json'), /^application\/ld\+json/)
    t.match(
      await type(),
      version === 3
        ? /^application\/ld\+json;\s*profile="http:\/\/iiif.io\/api\/image\/3\/context.json"/
        : /^application\/json/,
    )
  })

  t.test('the base address leads to info.json by 303', async t => {
    for (const address of [service, `${service}/`]) {
      const answer = await ask(address)
      t.equal(answer.status, 303)
      t.equal(answer.headers.location, `${subject.origin}${service}/info.json`)
    }
  })

  t.test('headers: CORS, canonical and profile links, validators', async t => {
    const answer = await ask(path({ region: '0,0,500,500', size: '250,' }), {
      headers: { origin: 'https://viewer.example.org' },
    })
    t.equal(answer.headers['access-control-allow-origin'], '*')
    const canonical = version === 3 ? '0,0,500,500/250,250' : '0,0,500,500/250,'
    t.match(answer.headers.link, `<${subject.origin}${service}/${canonical}/0/default.jpg>;rel="canonical"`)
    t.match(answer.headers.link, `<http://iiif.io/api/image/${version}/level2.json>;rel="profile"`)
    const { etag = '' } = answer.headers
    t.match(etag, /^"[^"]+"$/, 'the ETag is strong')
    const again = await ask(path({ region: 'pct:0,0,50,50', size: '!250,250' }), {
      headers: { 'if-none-match': `"x", ${etag}` },
    })
    t.equal(again.status, 304, 'another spelling of the same picture has the same ETag')
    t.equal(again.body.length, 0)
    t.equal((await ask(`${service}/info.json`)).headers['access-control-allow-origin'], '*')
    t.equal((await ask(path({ size: 'huge' }))).headers['access-control-allow-origin'], '*', 'on errors too')
    const information = await ask(`${service}/info.json`)
    const fresh = await ask(`${service}/info.json`, { headers: { 'if-none-match': information.headers.etag ?? '' } })
    t.equal(fresh.status, 304)
  })

  t.test('HEAD answers like GET without a body, OPTIONS says what may be asked', async t => {
    for (const address of [path({ size: '321,' }), `${service}/info.json`]) {
      const head = await ask(address, { method: 'HEAD' })
      const get = await ask(address)
      t.equal(head.status, 200)
      t.equal(head.body.length, 0)
      for (const name of ['etag', 'content-type', 'link', 'cache-control'])
        t.equal(head.headers[name], get.headers[name], name)
    }
    t.equal((await ask(path({ size: 'huge' }), { method: 'HEAD' })).status, 400)
    const options = await ask(path({}), {
      method: 'OPTIONS',
      headers: { origin: 'https://v.example.org', 'access-control-request-method': 'GET' },
    })
    t.equal(options.status, 204)
    t.equal(options.headers['access-control-allow-origin'], '*')
    t.match(options.headers['access-control-allow-methods'], /GET/)
  })

  t.test('every feature that info.json names works, and every feature that works is named', async t => {
    const info = JSON.parse((await ask(`${service}/info.json`)).body.toString())
    const offered = version === 3 ? info : info.profile[1]
    const formats: readonly string[] = offered[version === 3 ? 'extraFormats' : 'formats']
    const features: readonly string[] = offered[version === 3 ? 'extraFeatures' : 'supports']
    // Level 2 of version 2 has all qualities, of version 3 the default alone.
    t.strictSame(offered[version === 3 ? 'extraQualities' : 'qualities'], version === 3 ? extraQualities : undefined)
    for (const quality of extraQualities) await picture(t, path({ size: '100,', file: `${quality}.jpg` }))
    for (const format of [...Object.keys(mediaTypes), 'bmp']) {
      const { status } = await ask(path({ size: '50,', file: `default.${format}` }))
      t.equal(status === 200, ['jpg', 'png', ...formats].includes(format), `${format} is named if it works`)
    }
    for (const format of info.preferredFormats ?? []) t.ok(['jpg', 'png', ...formats].includes(format))
    const enlarging = version === 3 ? 'sizeUpscaling' : 'sizeAboveFull'
    const trials: Readonly<Record<string, () => Promise<boolean>>> = {
      canonicalLinkHeader: async () => /rel="canonical"/.test((await ask(path({}))).headers.link ?? ''),
      profileLinkHeader: async () => /rel="profile"/.test((await ask(path({}))).headers.link ?? ''),
      mirroring: async () => (await ask(path({ rotation: '!0' }))).status === 200,
      rotationArbitrary: async () => (await ask(path({ rotation: '12.25', size: '50,' }))).status === 200,
      [enlarging]: async () => (await ask(path({ size: `${caret}1100,` }))).status === 200,
    }
    for (const [feature, works] of Object.entries(trials))
      t.equal(await works(), features.includes(feature), `${feature} is named if it works`)
    // What the level itself has needs no naming.
    const known = [...Object.keys(trials), ...(version === 2 ? ['regionSquare'] : [])]
    t.strictSame([...features].sort(), known.sort(), 'no feature is named that was not tried')
  })

  t.test(version === 3 ? '^ enlarges, and only ^' : 'sizes above full enlarge, but max and !w,h', async t => {
    for (const [size, expected] of Object.entries({
      '1500,': [1500, 1500],
      ',1200': [1200, 1200],
      'pct:120': [1200, 1200],
      '1000,500': [1000, 500],
      '1100,900': [1100, 900],
    })) {
      const found = await picture(t, path({ size: `${caret}${size}` }))
      t.strictSame([found.width, found.height], expected, size)
      shows(t, found.at(found.width * 0.85, found.height * 0.35), 8, 3, size)
    }
    const small = await picture(t, path({ region: `0,0,${square},${square}`, size: `${caret}300,` }))
    t.strictSame([small.width, small.height], [300, 300])
    const confined = await picture(t, path({ region: `0,0,${side - 1},${side - 1}`, size: '!1100,2000' }))
    t.strictSame([confined.width, confined.height], [side - 1, side - 1], '!w,h never enlarges by itself')
    const most = await picture(t, path({ region: 'square', size: 'max' }))
    t.strictSame([most.width, most.height], [side, side], 'nor does max')
    if (version === 2) return
    const larger = await picture(t, path({ size: '^!1100,2000' }))
    t.strictSame([larger.width, larger.height], [1100, 1100])
    const info = JSON.parse((await ask(`${service}/info.json`)).body.toString())
    const { headers } = await ask(path({ region: '0,0,1,1', size: '^max' }), { method: 'HEAD' })
    t.match(headers.link, '/0,0,1,1/^max/0/default.jpg>')
    t.ok(info.maxWidth && info.maxArea, 'a server that enlarges says how far')
    for (const size of ['1001,', ',1001', '1001,1001', '1001,500', 'pct:101', '!1001,1001'])
      await refused(t, path({ size }))
  })
}

const extraQualities = ['color', 'gray', 'bitonal']

/** Image API 3 §4.5, and AVIF. */
const mediaTypes = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  tif: 'image/tiff',
  gif: 'image/gif',
  jp2: 'image/jp2',
  pdf: 'application/pdf',
}

/** An answer as something that sharp reads. */
async function readable(t: Test, format: string, body: Buffer): Promise<Buffer> {
  if (format === 'pdf') return pictureInPdf(body)
  if (format !== 'jp2') return body
  const folder = t.testdir({ 'answer.jp2': body })
  await unpackJpeg2000(join(folder, 'answer.jp2'), join(folder, 'answer.tif'), { seconds: 60 })
  return readFile(join(folder, 'answer.tif'))
}

/** The JPEG that a PDF of one picture holds. */
function pictureInPdf(pdf: Buffer): Buffer {
  const length = Number(/\/DCTDecode \/Length (\d+)/.exec(pdf.toString('latin1'))?.[1])
  const start = pdf.indexOf('stream\n', pdf.indexOf('/DCTDecode')) + 'stream\n'.length
  return pdf.subarray(start, start + length)
}
