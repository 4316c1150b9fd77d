import { isDeepStrictEqual } from 'node:util'
import t from 'tap'
import type { Story } from '../../../src/catalogue/story.js'
import { checkStory } from '../../../src/stories/files/check.js'
import { readStoryFiles, type Status } from '../../../src/stories/files/read.js'
import { type WrittenFile, writeStory } from '../../../src/stories/files/write.js'
import { fc } from '../../seeded.js'
import { analysis, exhibition, underdrawing } from '../samples.js'
import { generatedStory } from './generated.js'

const unknownSize = () => undefined

function readBack(slug: string, written: readonly WrittenFile[]) {
  const [file, ...files] = written.map(({ name, text }) => ({ name, language: name.replace('.md', ''), text }))
  if (!file) throw new Error('No file was written.')
  const draft = readStoryFiles({ slug, files: [file, ...files] })
  return { status: draft.status, ...checkStory(draft, unknownSize) }
}

function storyFrom(slug: string, written: readonly WrittenFile[]): Story {
  const read = readBack(slug, written)
  if ('mistakes' in read) throw new Error(JSON.stringify([read.mistakes, written], null, 1))
  return read.story
}

t.test('the samples come back from their files as they were, and their files as they were written', async t => {
  for (const story of [analysis, underdrawing, exhibition]) {
    const written = writeStory(story, 'published')
    t.strictSame(storyFrom(story.slug, written), story)
    t.strictSame(writeStory(storyFrom(story.slug, written), 'published'), written)
  }
})

t.test('so does whatever the model lets a curator say', async () => {
  fc.assert(
    fc.property(generatedStory, fc.constantFrom<Status>('published', 'draft'), (story, status) => {
      const written = writeStory(story, status)
      const read = readBack(story.slug, written)
      if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
      return (
        isDeepStrictEqual([read.story, read.status], [story, status]) &&
        isDeepStrictEqual(writeStory(read.story, status), written)
      )
    }),
    { numRuns: 150 },
  )
})

t.test('a story in French, English and Dutch is three files, whose first says all but the other texts', async t => {
  const files = writeStory(underdrawing, 'draft')
  t.strictSame(
    files.map(({ name }) => name),
    ['fr.md', 'en.md', 'nl.md'],
  )
  t.matchOnlyStrict(files[0]?.text, /^---\nkind: analysis\nstatus: draft\n/)
  t.equal(
    files[1]?.text,
    `# Beneath the carillon player

## {#visible}

What is seen.

## The underdrawing {#dessous}

Infrared reveals it.
`,
  )
})
