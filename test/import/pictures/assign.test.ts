import t from 'tap'
import { type Assignment, type AssignOptions, assign, possibleWorks } from '../../../src/import/pictures/assign.js'
import type { ListEntry } from '../../../src/import/pictures/list.js'
import { strayEntries } from '../../../src/import/pictures/matching.js'
import type { Candidate } from '../../../src/import/pictures/walk.js'

const candidate = (name: string): Candidate => ({ name, path: `/somewhere/${name}`, bytes: 1 })

const works = (...ids: string[]): ReadonlyMap<string, string> => new Map(ids.map(id => [id.toLowerCase(), id]))

const inBrief = (assignment: Assignment): string => {
  if (assignment.kind === 'refused') return `refused: ${assignment.why}`
  const { id, attachment, bareWork } = assignment
  const place = attachment ? `${attachment.work}/${attachment.view}/${attachment.layer}` : 'nowhere'
  return `${id} -> ${place}${bareWork ? ' (new)' : ''}`
}

const brief = (names: readonly string[], options: Partial<AssignOptions> = {}): readonly string[] =>
  assign(names.map(candidate), { createWorks: false, works: works(), ...options }).map(inBrief)

t.test('pictures hang in the works that their names say', async t => {
  const names = ['PE157.tif', 'pe157_2.TIF', 'PE157.ir.jpg', 'PE157_2.xray.tif', 'other.png']
  t.strictSame(brief(names, { works: works('PE157') }), [
    'pe157 -> PE157/1/visible',
    'pe157_2 -> PE157/2/visible',
    'pe157.ir -> PE157/1/infrared',
    'pe157_2.xray -> PE157/2/xray',
    'other -> nowhere',
  ])
})

t.test('a work that is really called abc_2 wins over the second view of abc', async t => {
  t.strictSame(brief(['abc_2.tif'], { works: works('abc', 'abc_2') }), ['abc_2 -> abc_2/1/visible'])
})

t.test('a name with accents or spaces finds the work whose id is its slug', async t => {
  t.strictSame(brief(['La Tour é.tif'], { works: works('la-tour-e') }), ['la-tour-e -> la-tour-e/1/visible'])
})

t.test('bare works are made for pictures that have none', async t => {
  t.strictSame(
    brief(['abc.tif', 'abc_2.tif', 'abc.uv.tif', 'IMG_0231.jpg', 'lone_2.jpg', 'pair_1.jpg', 'pair_2.jpg'], {
      createWorks: true,
    }),
    [
      'abc -> abc/1/visible (new)',
      'abc_2 -> abc/2/visible (new)',
      'abc.uv -> abc/1/ultraviolet (new)',
      'img_0231 -> IMG_0231/1/visible (new)',
      'lone_2 -> lone_2/1/visible (new)',
      'pair_1 -> pair/1/visible (new)',
      'pair_2 -> pair/2/visible (new)',
    ],
  )
})

t.test('--work hangs all pictures in one work, in their order', async t => {
  t.strictSame(brief(['b.tif', 'a.tif'], { work: 'pe157', works: works('PE157') }), [
    'b -> PE157/1/visible',
    'a -> PE157/2/visible',
  ])
})

t.test('two pictures cannot be the same view; the second says so', async t => {
  const [first, second] = brief(['abc.tif', 'abc_1.tif'], { works: works('abc') })
  t.equal(first, 'abc -> abc/1/visible')
  t.match(second, /refused: Its name says view 1 of abc, and so does abc\.tif; rename one/)
})

t.test('a name without a letter that an address takes is refused', async t => {
  t.match(brief(['日本.jpg']), [/refused: Its name has no letter or digit/])
})

const entry = (file: string, more: Partial<ListEntry> = {}): ListEntry => ({
  line: 2,
  file,
  view: 1,
  layer: 'visible',
  ...more,
})

t.test('a list says what names do not', async t => {
  const list = [
    entry('scan 1.tif', { work: 'pe157', view: 3, layer: 'infrared', label: { fr: ['Dos'] }, id: 'dos' }),
    entry('SCAN 2.TIF', { work: 'unknown' }),
  ]
  const found = assign(['a/scan 1.tif', 'a/scan 2.tif', 'b.tif'].map(candidate), {
    createWorks: false,
    works: works('PE157'),
    list,
  })
  t.strictSame(found.map(inBrief), ['dos -> PE157/3/infrared', 'scan-2 -> nowhere', 'b -> nowhere'])
  t.match(found[0], { attachment: { label: { fr: ['Dos'] }, position: 3 } })
  t.match(found[1], { note: /The work "unknown" is not in the catalogue/ })
})

t.test('lines that no file or two files answer to are reported', async t => {
  const list = [entry('absent.tif', { line: 5 }), entry('x.tif', { line: 6 }), entry('a/x.tif', { line: 7 })]
  t.strictSame(strayEntries(list, ['a/x.tif', 'b/x.tif'].map(candidate)), [
    [5, '"absent.tif" is not among the files given.'],
    [6, '"x.tif" is 2 of the files given; write it with its folder.'],
  ])
})

t.test('the catalogue is asked for every work that could be meant', async t => {
  t.strictSame(possibleWorks([candidate('É_2.ir.tif')], { work: 'W' }), [
    'W',
    'É_2.ir',
    'e_2.ir',
    'É_2',
    'e_2',
    'É',
    'e',
  ])
})
