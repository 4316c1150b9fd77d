import t from 'tap'
import { DomainError } from '../../src/errors.js'
import { type Dialect, version2, version3 } from '../../src/image/dialect.js'
import { type Format, formats } from '../../src/image/formats.js'
import { formatImageRequest, type ImagePath, parseImageRequest } from '../../src/image/request.js'
import { fc } from '../seeded.js'

const whole: ImagePath = { region: 'full', size: 'max', rotation: '0', file: 'default.jpg' }
const parse = (part: Partial<ImagePath>, dialect: Dialect = version3) =>
  parseImageRequest({ ...whole, ...part }, dialect)

t.test('every form of region is understood', async t => {
  t.strictSame(parse({ region: 'full' }).region, { kind: 'full' })
  t.strictSame(parse({ region: 'square' }).region, { kind: 'square' })
  t.strictSame(parse({ region: '0,1,20,300' }).region, { kind: 'pixels', x: 0, y: 1, width: 20, height: 300 })
  t.strictSame(parse({ region: 'pct:0,.5,20.25,100' }).region, {
    kind: 'percent',
    x: 0,
    y: 0.5,
    width: 20.25,
    height: 100,
  })
})

t.test('every form of size is understood, with ^ in version 3 alone', async t => {
  const forms = {
    max: { kind: 'max' },
    '150,': { kind: 'width', width: 150 },
    ',150': { kind: 'height', height: 150 },
    'pct:12.5': { kind: 'percent', percent: 12.5 },
    '20,30': { kind: 'exact', width: 20, height: 30 },
    '!20,30': { kind: 'within', width: 20, height: 30 },
  }
  for (const [size, expected] of Object.entries(forms)) {
    t.strictSame(parse({ size }).size, { ...expected, upscale: false }, size)
    t.strictSame(parse({ size: `^${size}` }).size, { ...expected, upscale: true }, `^${size}`)
    t.throws(() => parse({ size: `^${size}` }, version2), { code: 'invalid-request' }, `^${size} in version 2`)
  }
  t.strictSame(parse({ size: 'full' }, version2).size, { kind: 'full', upscale: false })
  t.throws(() => parse({ size: 'full' }), { code: 'invalid-request' }, 'full is no size in version 3')
})

t.test('rotation, quality and format are understood', async t => {
  t.strictSame(parse({ rotation: '!22.5' }).rotation, { mirror: true, degrees: 22.5 })
  t.strictSame(parse({ rotation: '360' }).rotation, { mirror: false, degrees: 0 })
  t.match(parse({ file: 'gray.png' }), { quality: 'gray', format: 'png' })
})

const wrong: readonly Partial<ImagePath>[] = [
  ...[
    '',
    'Full',
    '1,2,3',
    '1,2,3,4,5',
    '-1,0,5,5',
    '0,0,0,5',
    '0,0,5,0',
    '1.5,0,5,5',
    'pct:1,2,3',
    'pct:1e1,2,3,4',
    'pct:50.,0,1,1',
  ].map(region => ({ region })),
  ...[
    '',
    ',',
    '0,',
    ',0',
    '5',
    '5,5,5',
    '!5,',
    '!,5',
    'pct:0',
    'pct:',
    'pct:-1',
    '^',
    '^^max',
    '!^5,5',
    '5.5,',
    'w,h',
    '+5,',
  ].map(size => ({ size })),
  ...['', '-90', '361', '!', 'a', '0!', '1e2', '+90', '90deg'].map(rotation => ({ rotation })),
  ...[
    '',
    'default',
    'default.',
    '.jpg',
    'native.jpg',
    'default.JPG',
    'default.exe',
    'color.jpg.png',
    '__proto__.jpg',
    'default.toString',
  ].map(file => ({ file })),
]

t.test('wrong syntax is refused with what was expected and what came', async t => {
  for (const part of wrong) {
    t.throws(
      () => parse(part),
      { code: 'invalid-request', message: /^Expected .+ but received ".*"\.$/ },
      JSON.stringify(part),
    )
  }
})

/** Plain objects, as the parser makes them. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { noNullPrototype: true })
const side = fc.integer({ min: 1, max: 99_999 })
const fraction = fc.integer({ min: 1, max: 100_000 }).map(thousandths => thousandths / 1000)
const sizes = fc.tuple(
  fc.boolean(),
  fc.oneof(
    record({ kind: fc.constant('max' as const) }),
    record({ kind: fc.constant('percent' as const), percent: fraction }),
    record({ kind: fc.constant('width' as const), width: side }),
    record({ kind: fc.constant('height' as const), height: side }),
    record({ kind: fc.constantFrom('exact' as const, 'within' as const), width: side, height: side }),
  ),
)
const requests = record({
  region: fc.oneof(
    record({ kind: fc.constantFrom('full' as const, 'square' as const) }),
    record({
      kind: fc.constant('pixels' as const),
      x: fc.nat(99_999),
      y: fc.nat(99_999),
      width: side,
      height: side,
    }),
    record({ kind: fc.constant('percent' as const), x: fraction, y: fraction, width: fraction, height: fraction }),
  ),
  size: sizes.map(([upscale, size]) => ({ ...size, upscale })),
  rotation: record({
    mirror: fc.boolean(),
    degrees: fc.oneof(
      fc.nat(359),
      fc.nat(359_999_999).map(millionths => millionths / 1e6),
    ),
  }),
  quality: fc.constantFrom('default' as const, 'color' as const, 'gray' as const, 'bitonal' as const),
  format: fc.constantFrom(...(Object.keys(formats) as Format[])),
})

const split = (text: string): ImagePath => {
  const [region = '', size = '', rotation = '', file = ''] = text.split('/')
  return { region, size, rotation, file }
}

t.test('what is formatted parses to the same request', async () => {
  fc.assert(
    fc.property(requests, request => {
      t.strictSame(parseImageRequest(split(formatImageRequest(request)), version3), request)
    }),
    { numRuns: 3000 },
  )
})

t.test('any text is either understood or refused, never worse', async t => {
  const segment = fc.oneof(
    fc.string({ maxLength: 30 }),
    requests.map(request => fc.sample(fc.constantFrom(...formatImageRequest(request).split('/')), 1)[0] ?? ''),
    fc.stringMatching(/^[\^!pct:0-9.,a-z]{0,20}$/),
  )
  let refused = 0
  fc.assert(
    fc.property(segment, segment, segment, segment, (region, size, rotation, file) => {
      try {
        parseImageRequest({ region, size, rotation, file }, version3)
      } catch (error) {
        refused += 1
        if (!(error instanceof DomainError) || error.code !== 'invalid-request') throw error
      }
    }),
    { numRuns: 5000 },
  )
  t.ok(refused > 0)
})
