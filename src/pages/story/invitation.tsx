import type { Exhibition } from '../../catalogue/story.js'
import { coverOf } from './card.js'
import { CropPicture } from './crop-picture.js'
import { Days, exhibitionDates } from './dates.js'
import { foreign, plainText, type Telling, textFor, voiceOf } from './telling.js'
import { Line } from './words.js'

type Props = Readonly<{ telling: Telling; heading: 'h2' | 'h3'; sizes: string; first?: boolean }>

/** The way to a story from elsewhere: its cover, what it is, its title. */
export function Invitation({ telling, heading: Heading, sizes, first = false }: Props) {
  const { published, visit } = telling
  const { story } = published
  const { phrases, uris, chosen } = visit
  const voice = voiceOf(telling)
  const cover = coverOf(telling)
  const title = textFor(story.title, voice)
  return (
    <a
      class="invited"
      href={uris.storyPage(story.kind, story.slug, chosen ? { language: chosen } : {})}
      style={cover && { '--ratio': (cover.crop.box.width / cover.crop.box.height).toFixed(4) }}
    >
      {cover && <CropPicture crop={cover.crop} alt="" sizes={sizes} first={first} />}
      <span class="invited-words">
        <span class="quiet">
          {phrases.story[story.kind]}
          {' · '}
          <Days
            words={
              story.kind === 'analysis' ? phrases.story.stepsCounted(story.steps.length) : whenOpen(story, telling)
            }
          />
        </span>
        <Heading {...(title && foreign(title.language, voice))}>{plainText(story.title, voice)}</Heading>
        {story.subtitle && (
          <span class="subtitle">
            <Line of={story.subtitle} voice={voice} />
          </span>
        )}
      </span>
    </a>
  )
}

const whenOpen = (story: Exhibition, { visit }: Telling): string =>
  exhibitionDates(story, visit) ?? visit.phrases.story.roomsCounted(story.sections.length)
