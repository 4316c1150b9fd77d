import t from 'tap'
import { needsBrowser } from '../browser.js'
import { seenAlone } from './openseadragon.js'
import { eachStory } from './prove.js'

t.test('OpenSeadragon shows of stories what the truth table says', needsBrowser(), t =>
  eachStory(t, 'openseadragon', async (t, { page, manifest, story, rows }) => {
    const seen = await seenAlone(page, manifest, story)
    for (const { aspect, sees, en } of rows) t.equal(seen[aspect], sees, `${aspect}: ${en}`)
  }),
)
