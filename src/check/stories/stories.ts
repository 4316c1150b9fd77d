import { type PublishedStory, type Story, storyKinds } from '../../catalogue/story.js'
import { analysesNamed } from '../../catalogue/story-names.js'
import { urisOf } from '../../presentation/uris.js'
import { type PlaceRemark, placeRemarks } from '../../stories/place-remarks.js'
import { loadShown, type Shown } from '../../stories/shown.js'
import type { Check, CheckPorts } from '../check.js'
import type { Finding } from '../finding.js'
import { failureWords } from '../words.js'
import { codeOfPlace } from './rules.js'

/** Published stories: what they show is as it was when they were written. */
export const stories: Check = {
  name: 'stories',
  title: { fr: 'Analyses et expositions', en: 'Analyses and exhibitions' },
  async *find(ports) {
    for (const kind of storyKinds)
      for (const slug of ports.audit.publishedStories(kind)) {
        ports.signal.throwIfAborted()
        try {
          const published = await ports.stories.published(kind, slug)
          if (!published) continue
          ports.tell(published)
          const shown = await loadShown(ports.reader, ports.stories, published.story)
          yield* lost(published, shown, ports)
        } catch (error) {
          yield { code: 'unfinished', subject: { kind, id: slug }, detail: failureWords(error) }
        }
      }
  },
}

function* lost({ story }: PublishedStory, { works, analyses }: Shown, { base }: CheckPorts): Iterable<Finding> {
  const page = urisOf(base).storyPage(story.kind, story.slug)
  const subject = { kind: story.kind, id: story.slug } as const
  for (const { at, work, problem, sentence } of placeRemarks(story, works)) {
    const part = partAt(story, at)
    yield {
      code: codeOfPlace[problem],
      subject,
      ...(works.has(work) ? { detail: sentence } : {}),
      place: part === undefined ? page : `${page}#${part}`,
      work: { id: work },
    }
  }
  for (const slug of analysesNamed(story))
    if (!analyses.has(slug)) yield { code: 'story-analysis-absent', subject, detail: slug, place: page }
}

/** The id of the step or block that a place is in, which is that of its part of the page. */
function partAt(story: Story, [list, index, , block]: PlaceRemark['at']): string | undefined {
  if (story.kind === 'analysis') return list === 'steps' ? story.steps[Number(index)]?.id : undefined
  return list === 'sections' ? story.sections[Number(index)]?.blocks[Number(block)]?.id : undefined
}
