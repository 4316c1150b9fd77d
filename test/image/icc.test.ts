import sharp from 'sharp'
import t from 'tap'
import { coloursOf, isSrgb } from '../../src/image/icc.js'
import { fc } from '../seeded.js'
import { greyProfile, rgbProfile, spaces } from './profiles.js'

t.test('sRGB is known by its numbers, whatever it is called', async t => {
  t.ok(isSrgb(rgbProfile(spaces.srgb)))
  for (const name of ['adobeRgb', 'eciRgb2', 'proPhoto', 'displayP3'] as const)
    t.notOk(isSrgb(rgbProfile(spaces[name])), name)
  t.notOk(isSrgb(rgbProfile({ ...spaces.srgb, curve: 2.2 })), 'a plain gamma is not its curve')
  t.notOk(isSrgb(greyProfile(2.2)))
  t.equal(coloursOf(greyProfile(2.2)), 'GRAY')
})

t.test('profiles that programs embed are told apart', async t => {
  for (const [name, expected] of [
    ['srgb', true],
    ['p3', false],
    ['cmyk', false],
  ] as const) {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#abc' } })
      .withIccProfile(name)
      .jpeg()
      .toBuffer()
    const { icc } = await sharp(bytes).metadata()
    t.equal(icc !== undefined && isSrgb(icc), expected, name)
  }
})

t.test('a damaged profile is no sRGB and no trouble', async t => {
  const whole = rgbProfile(spaces.srgb)
  for (let length = 0; length < whole.length; length += 7) t.notOk(isSrgb(whole.subarray(0, length)))
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
      const altered = Buffer.from(whole)
      altered[at] = value
      isSrgb(altered)
    }),
  )
})
