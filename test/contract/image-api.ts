import type { Test } from 'tap'
import { colourOf, near, pixelsOf, side, square } from './squares.js'

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

  t.test('formats jpg, png and webp, each with its media type', async t => {
    for (const [format, type] of [
      ['jpg', 'image/jpeg'],
      ['png', 'image/png'],
      ['webp', 'image/webp'],
    ] as const) {
      const answer = await ask(path({ size: '100,', file: `default.${format}` }))
      t.equal(answer.headers['content-type'], type)
      shows(t, (await pixelsOf(answer.body)).at(55, 15), 5, 1, format)
    }
  })

  t.test('what cannot be understood is refused with 400 and a sentence', async t => {
    const regions = ['1,2,3', 'pct:0,0,0,10', '0,0,0,0', '-1,0,10,10', '1000,0,10,10', 'all', '0.5,0,10,10']
    for (const region of regions) await refused(t, path({ region }))
    for (const size of ['huge', '0,', ',0', '1001,', ',1001', '1001,1001', 'pct:101', 'pct:0', '!', '1,2,3']) {
      await refused(t, path({ size }))
    }
    for (const rotation of ['-90', '361', 'ninety', '!', '45']) await refused(t, path({ rotation }))
    for (const file of ['native.jpg', 'default.exe', 'default', 'default.', 'color.jp2'])
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
    const offered = version === 3 ? info : info.profile[1]
    for (const format of version === 3 ? info.extraFormats : offered.formats)
      await picture(t, path({ file: `default.${format}` }))
    for (const quality of version === 3 ? info.extraQualities : offered.qualities)
      await picture(t, path({ file: `${quality}.jpg` }))
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

  if (version === 3) {
    t.test('^ enlarges, and only ^', async t => {
      for (const [size, expected] of Object.entries({
        '^1500,': [1500, 1500],
        '^,1200': [1200, 1200],
        '^pct:120': [1200, 1200],
        '^!1100,2000': [1100, 1100],
        '^1000,500': [1000, 500],
      })) {
        const found = await picture(t, path({ size }))
        t.strictSame([found.width, found.height], expected, size)
        shows(t, found.at(found.width * 0.85, found.height * 0.35), 8, 3, size)
      }
      const small = await picture(t, path({ region: `0,0,${square},${square}`, size: '^300,' }))
      t.strictSame([small.width, small.height], [300, 300])
    })
  }
}
