import t from 'tap'
import type { View } from '../../src/catalogue/model.js'
import { placed, sectionsOfViews } from '../../src/catalogue/sections.js'

const view = (key: string, ...section: View['section'] & object): View => ({ key, position: 1, layers: [], section })

t.test('views that say the same section stand together, in their order, whatever language says it', async t => {
  const views = [
    view('1', { fr: ['Reliure'] }),
    view('2', { fr: ['Voyage'], en: ['Journey'] }, { fr: ['Flandre'] }),
    view('3', { en: ['Journey'] }, { fr: ['Artois'] }),
    view('4'),
    view('5', { fr: ['Voyage'] }, { fr: ['Flandre'] }),
    view('6', { fr: ['Reliure'] }),
  ]
  t.strictSame(sectionsOfViews(views), [
    { label: { fr: ['Reliure'] }, views: ['1', '6'] },
    {
      label: { fr: ['Voyage'], en: ['Journey'] },
      sections: [
        { label: { fr: ['Flandre'] }, views: ['2', '5'] },
        { label: { fr: ['Artois'] }, views: ['3'] },
      ],
    },
  ])
  t.strictSame(sectionsOfViews([view('1'), view('2')]), [])
})

t.test('a section keeps the views it has, and a path without labels changes nothing', async t => {
  const before = [{ label: { fr: ['A'] }, views: ['1'] }]
  t.equal(placed(before, [], ['2']), before)
  t.strictSame(placed(before, [{ fr: ['A'] }], ['2', '1']), [{ label: { fr: ['A'] }, views: ['1', '2'] }])
  t.strictSame(before, [{ label: { fr: ['A'] }, views: ['1'] }])
})
