import { coverImage, type Work } from '../../catalogue/model.js'
import type { Story } from '../../catalogue/story.js'
import { worksNamed } from '../../catalogue/story-names.js'
import { dayWords } from '../../presentation/days.js'
import { Hanging, WorkIndex } from '../parts/hanging.js'
import { Address } from '../parts/reuse.js'
import { RightsLink } from '../parts/rights-link.js'
import type { Visit } from '../visit.js'
import { Museums } from './head.js'
import { plainText, type Telling, voiceOf } from './telling.js'
import { Line } from './words.js'

type Props = Readonly<{ telling: Telling }>

/** What stands below a story: the works it shows, who made it, how to quote, print and show it elsewhere, its data. */
export function StoryFoot({ telling }: Props) {
  const { visit } = telling
  const works = worksNamed(telling.published.story).flatMap(id => telling.shown.works.get(id) ?? [])
  return (
    <footer class="story-foot">
      <WorksShown works={works} telling={telling} />
      <div class="story-colophon">
        <Credits telling={telling} />
        <section class="reuse" aria-labelledby="page_reuse">
          <h2 id="page_reuse">{visit.phrases.dataAndReuse}</h2>
          <Citation telling={telling} />
          <Embedding telling={telling} />
          <Data telling={telling} />
        </section>
      </div>
    </footer>
  )
}

function WorksShown({ works, telling }: Props & { works: readonly Work[] }) {
  const { visit } = telling
  const pictured = works.filter(work => coverImage(work))
  const others = works.filter(work => !coverImage(work))
  if (works.length === 0) return null
  return (
    <section class="works-shown" aria-labelledby="page_works">
      <div class="band-head">
        <h2 id="page_works">{visit.phrases.story.worksShown}</h2>
        <Museums telling={telling} />
      </div>
      {pictured.length > 0 && <Hanging works={pictured} visit={visit} />}
      {others.length > 0 && <WorkIndex works={others} visit={visit} />}
    </section>
  )
}

function Credits({ telling }: Props) {
  const { published, visit } = telling
  const { authors = [], credits = [], rights } = published.story
  const voice = voiceOf(telling)
  return (
    <div class="story-credits">
      {authors.length > 0 && <p>{visit.phrases.story.by(new Intl.ListFormat(visit.language).format(authors))}</p>}
      {credits.length > 0 && (
        <dl>
          {credits.map(({ role, names }, index) => (
            <div key={index}>
              <dt>
                <Line of={role} voice={voice} />
              </dt>
              <dd>{names.join(', ')}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="quiet">
        {visit.phrases.story.publishedOn(dayWords(published.publishedAt.slice(0, 10), visit.language))}
        {rights?.credit && (
          <>
            {' · '}
            <Line of={rights.credit} voice={voice} />
          </>
        )}
        {rights?.uri && (
          <>
            {' · '}
            <RightsLink uri={rights.uri} visit={visit} />
          </>
        )}
      </p>
    </div>
  )
}

function Citation({ telling }: Props) {
  const { visit } = telling
  const { phrases } = visit
  return (
    <>
      <h3>{phrases.cite}</h3>
      <p class="citation" id="page_citation">
        {storyCitation(telling)}
      </p>
      <p class="actions">
        <button type="button" hidden data-copy="page_citation" data-copied={phrases.copied}>
          {phrases.copyCitation}
        </button>
        <button type="button" hidden data-print>
          {phrases.story.printStory}
        </button>
      </p>
      <p class="quiet" role="status" aria-live="polite" data-copy-status />
    </>
  )
}

function Embedding({ telling: { published, visit } }: Props) {
  const { phrases, uris, chosen } = visit
  const { story } = published
  const address = uris.storyEmbed(story.kind, story.slug, chosen)
  const title = plainText(story.title, voiceOf({ published, visit })) ?? ''
  const frame = `<iframe src="${address}" title="${attribute(title)}" width="100%" height="640" loading="lazy" allowfullscreen></iframe>`
  return (
    <details class="embedding">
      <summary>{phrases.story.embed}</summary>
      <p class="quiet">{phrases.story.embedDetails}</p>
      <p>
        <code id="page_embedding">{frame}</code>
      </p>
      <button type="button" hidden data-copy="page_embedding" data-copied={phrases.story.embedCopied}>
        {phrases.story.copyEmbed}
      </button>
    </details>
  )
}

function Data({ telling: { published, visit } }: Props) {
  const { phrases, uris, chosen, language } = visit
  const { story } = published
  const manifest = uris
    .story(
      story.kind,
      story.slug,
      story.languages.includes(language) && story.languages[0] !== language ? { language } : {},
    )
    .manifest()
  return (
    <dl class="addresses">
      <Address name={phrases.permanentAddress} address={storyAddress(story, visit)} />
      <Address name={phrases.story.storyManifest} address={manifest} />
      <div>
        <dt>{phrases.story.revision}</dt>
        <dd>
          <a href={uris.storyPage(story.kind, story.slug, { revision: published.revision })}>{published.revision}</a>
        </dd>
      </div>
      <div>
        <dt>{phrases.otherViewers}</dt>
        <dd class="actions">
          <a href={uris.viewer('mirador', manifest, chosen)}>Mirador</a>
          <a href={uris.viewer('universal', manifest, chosen)}>Universal Viewer</a>
        </dd>
      </div>
    </dl>
  )
}

export const storyAddress = ({ kind, slug }: Story, { uris }: Visit): string => uris.storyPage(kind, slug)

/** A reference for a footnote: authors, title, site, year, the address that stays. */
export function storyCitation({ published, visit }: Pick<Telling, 'published' | 'visit'>): string {
  const { story, publishedAt } = published
  const voice = voiceOf({ published, visit })
  const title = [plainText(story.title, voice), plainText(story.subtitle, voice)].filter(Boolean).join('. ')
  const parts = [...(story.authors ?? []), title, visit.siteName, publishedAt.slice(0, 4)]
  return `${parts.join(', ')}. ${storyAddress(story, visit)}.`
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
