import type { PublishedStory } from '../../catalogue/story.js'
import type { Visit } from '../visit.js'
import { voiceOf } from './telling.js'
import { Line } from './words.js'

type Props = Readonly<{ stories: readonly PublishedStory[]; visit: Visit }>

/** The close readings and exhibitions in which a work is shown. */
export function AppearsIn({ stories, visit }: Props) {
  const { phrases, uris, chosen } = visit
  if (stories.length === 0) return null
  return (
    <section class="appears-in" aria-labelledby="appears-in">
      <h2 id="appears-in">{phrases.story.shownIn}</h2>
      <ul>
        {stories.map(published => {
          const { kind, slug, title } = published.story
          return (
            <li key={`${kind}/${slug}`}>
              <a href={uris.storyPage(kind, slug, chosen ? { language: chosen } : {})}>
                <span class="quiet">{phrases.story[kind]}</span>{' '}
                <cite>
                  <Line of={title} voice={voiceOf({ published, visit })} />
                </cite>
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
