import type { Analysis } from '../../catalogue/story.js'
import { Cartel } from '../parts/cartel.js'
import type { Visit } from '../visit.js'
import { StoryFoot } from './foot.js'
import { StoryHead } from './head.js'
import { HeldPicture, planesOf } from './held.js'
import { Steps } from './steps.js'
import type { Telling } from './telling.js'

/** A close reading: the picture is held beside the text, or above it in a narrow window. */
export function AnalysisContent({ telling }: { telling: Telling<Analysis> }) {
  const { published, shown, visit, embedded } = telling
  const { story } = published
  const work = shown.works.get(story.work)
  const planes = work ? planesOf(story, work) : []
  return (
    <article class={planes.length > 0 ? 'analysis' : 'analysis bare'} data-analysis>
      <div class="analysis-room">
        {work && <HeldPicture telling={telling} work={work} planes={planes} />}
        <div class="analysis-words">
          <StoryHead telling={telling} />
          {work ? (
            <div class="analysis-label">
              <Cartel work={work} visit={visit} heading="p" />
            </div>
          ) : (
            <p class="story-notice">{visit.phrases.story.workWithdrawn}</p>
          )}
          <Begin story={story} visit={visit} />
          <Steps telling={telling} planes={planes} />
        </div>
      </div>
      {!embedded && <StoryFoot telling={telling} />}
    </article>
  )
}

function Begin({ story, visit }: { story: Analysis; visit: Visit }) {
  const [first] = story.steps
  if (!first) return null
  return (
    <p class="begin">
      <a class="button" href={`#${first.id}`} target="_self">
        {visit.phrases.story.begin}
      </a>
      <span class="quiet">{visit.phrases.story.stepsCounted(story.steps.length)}</span>
    </p>
  )
}
