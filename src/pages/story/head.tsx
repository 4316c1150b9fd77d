import type { Museum } from '../../catalogue/model.js'
import { dayWords } from '../../presentation/days.js'
import { museumLabel } from '../../presentation/label.js'
import { languageName } from '../../presentation/languages.js'
import { textsOf } from '../../stories/texts.js'
import { otherLanguages, plain } from '../languages.js'
import { Words } from '../parts/words.js'
import { Days, exhibitionDates } from './dates.js'
import { plainText, type Telling, textFor, voiceOf } from './telling.js'
import { Line, ProseText } from './words.js'

type Props = Readonly<{ telling: Telling }>

/** Characters: a longer title is set as a sentence, not as a poster. */
const longTitle = 90

/** What stands above a story: its kind, title and subtitle, who wrote it and when, and what a reader should know first. */
export function StoryHead({ telling }: Props) {
  const { published, visit, embedded } = telling
  const { story } = published
  const { phrases, uris, chosen } = visit
  const voice = voiceOf(telling)
  return (
    <header class="story-head">
      <p class="eyebrow">
        {embedded ? (
          phrases.story[story.kind]
        ) : (
          <a href={uris.storiesPage(story.kind, chosen)}>{phrases.story[story.kind]}</a>
        )}
        {story.kind === 'exhibition' && <Dates telling={telling} />}
      </p>
      <h1 class={(plainText(story.title, voice)?.length ?? 0) > longTitle ? 'long-title' : undefined}>
        <Line of={story.title} voice={voice} />
      </h1>
      {story.subtitle && (
        <p class="subtitle">
          <Line of={story.subtitle} voice={voice} />
        </p>
      )}
      <Byline telling={telling} />
      <ProseText of={story.summary} voice={voice} />
      <Notices telling={telling} />
    </header>
  )
}

function Dates({ telling: { published, visit } }: Props) {
  const { story } = published
  const voice = voiceOf({ published, visit })
  const words = story.kind === 'exhibition' && exhibitionDates(story, visit)
  return (
    <>
      {words && (
        <span class="dates">
          {' '}
          · <Days words={words} />
        </span>
      )}
      {story.kind === 'exhibition' && story.place && (
        <span>
          {' · '}
          <Line of={story.place} voice={voice} />
        </span>
      )}
    </>
  )
}

function Byline({ telling: { published, visit } }: Props) {
  const { phrases, language } = visit
  const { authors = [] } = published.story
  const parts = [
    ...(authors.length > 0 ? [phrases.story.by(new Intl.ListFormat(language).format(authors))] : []),
    ...(published.story.kind === 'analysis'
      ? [phrases.story.publishedOn(dayWords(published.publishedAt.slice(0, 10), language))]
      : []),
  ]
  return parts.length > 0 ? <p class="byline quiet">{parts.join(' · ')}</p> : null
}

/** What a reader should know of what is read: an earlier version, a text in another language. */
function Notices({ telling }: Props) {
  const { published, visit } = telling
  const { phrases, uris, chosen, language } = visit
  const { story } = published
  const told = textFor(story.title, voiceOf(telling))?.language
  const texts = textsOf(story).map(({ texts: given }) => {
    const found = textFor(given, voiceOf(telling))
    return found && { [found.language]: [found.text] }
  })
  const others = otherLanguages(texts, language)
  return (
    <>
      {!published.current && (
        <p class="story-notice" role="note">
          {phrases.story.earlierRevision(dayWords(published.publishedAt.slice(0, 10), language))}{' '}
          <a href={uris.storyPage(story.kind, story.slug, chosen ? { language: chosen } : {})}>
            {phrases.story.currentRevision}
          </a>
        </p>
      )}
      {told !== undefined && !story.languages.includes(language) ? (
        <p class="story-notice" role="note">
          {phrases.story.otherLanguage(languageName(told, language))}
        </p>
      ) : (
        others.length > 0 && (
          <p class="story-notice" role="note">
            {phrases.onlyIn(new Intl.ListFormat(language).format(others))}
          </p>
        )
      )}
    </>
  )
}

/** The museums whose works a story shows, as links, with the lenders of borrowed ones. */
export function Museums({ telling }: Props) {
  const { shown, visit } = telling
  const works = [...shown.works.values()]
  const museums = new Map<string, Museum>(
    works.flatMap(({ museumRecord }) => (museumRecord ? [[museumRecord.id, museumRecord]] : [])),
  )
  const lenders = new Map(works.flatMap(({ loan }) => (loan ? [[plain(loan.owner, visit.language), loan.owner]] : [])))
  if (museums.size + lenders.size === 0) return null
  return (
    <p class="museums-shown">
      <span class="quiet">{visit.phrases.story.museumsShown}</span>{' '}
      {[...museums.values()].map(museum => (
        <a key={museum.id} href={visit.uris.museumPage(museum.id, visit.chosen)}>
          <Words of={museumLabel(museum)} reader={visit.language} />
        </a>
      ))}
      {[...lenders].map(([name, owner]) => (
        <Words key={name} of={owner} reader={visit.language} />
      ))}
    </p>
  )
}
