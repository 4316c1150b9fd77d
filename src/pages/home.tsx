import type { MuseumSummary } from '../catalogue/catalogue.js'
import { coverImage, type Work } from '../catalogue/model.js'
import { pixels } from '../image/geometry.js'
import { copyOf, hostsOf } from './copies.js'
import { isDemonstration } from './demonstration.js'
import type { Page } from './document.js'
import { EmptyHouse } from './empty.js'
import { ShortLabel } from './parts/cartel.js'
import { Hanging } from './parts/hanging.js'
import { MuseumIndex } from './parts/museum-index.js'
import { alternativeText, Picture } from './parts/picture.js'
import { Invitations, type StoriesShown } from './story/listing.js'
import { imagesOf } from './story/story.js'
import type { Visit } from './visit.js'

export type HomeContent = Readonly<{
  museums: readonly MuseumSummary[]
  counts: Readonly<{ works: number; pictured: number }>
  /** Some published works, pictured ones first. */
  works: readonly Work[]
  /** The newest stories. */
  toRead: StoriesShown
}>

/** How many works the home page hangs beside the first. */
export const homeHanging = 18

export function homePage(content: HomeContent, visit: Visit): Page {
  const { museums, counts, works } = content
  const { phrases, siteName } = visit
  const opening = openingWork(works)
  const image = coverImage(opening)
  return {
    title: siteName,
    description: phrases.introduction(counts.works, museums.length),
    ...(image && { picture: copyOf(image, 1200, visit).address }),
    hosts: hostsOf([...works.map(coverImage), ...imagesOf(content.toRead.shown)]),
    main: <Home content={content} opening={opening} visit={visit} />,
  }
}

/** The picture that has most to look into; among equals the first. */
function openingWork(works: readonly Work[]): Work | undefined {
  const size = (work: Work) => {
    const image = coverImage(work)
    return image ? pixels(image) : 0
  }
  return works.reduce<Work | undefined>((best, work) => (size(work) > (best ? size(best) : 0) ? work : best), undefined)
}

function Home({ content, opening, visit }: { content: HomeContent; opening: Work | undefined; visit: Visit }) {
  const { museums, counts, works } = content
  const { phrases, uris, chosen } = visit
  if (counts.works === 0 && museums.length === 0) return <EmptyHouse visit={visit} />
  const others = works.filter(work => work !== opening && work.views.length > 0).slice(0, homeHanging)
  return (
    <>
      <div class="opening">
        <div class="opening-words">
          <h1>{visit.siteName}</h1>
          <p class="lead">{phrases.introduction(counts.works, museums.length)}</p>
          {isDemonstration(museums, works) && (
            <p class="demonstration" role="note">
              <strong>{phrases.demonstration}.</strong> {phrases.demonstrationDetails}
            </p>
          )}
        </div>
        {opening && <Opening work={opening} visit={visit} />}
      </div>
      {content.toRead.stories.length > 0 && (
        <section class="band">
          <div class="band-head">
            <h2>{phrases.story.toRead}</h2>
            <a href={uris.storiesPage('exhibition', chosen)}>{phrases.story.allExhibitions}</a>
            <a href={uris.storiesPage('analysis', chosen)}>{phrases.story.allAnalyses}</a>
          </div>
          <Invitations {...content.toRead} visit={visit} heading="h3" />
        </section>
      )}
      {others.length > 0 && (
        <section class="band">
          <div class="band-head">
            <h2>{phrases.toSee}</h2>
            <a href={uris.worksPage(chosen)}>{phrases.allWorks}</a>
          </div>
          <Hanging works={others} visit={visit} />
        </section>
      )}
      {museums.length > 0 && (
        <section class="band">
          <h2>{phrases.theMuseums}</h2>
          <MuseumIndex museums={museums} visit={visit} />
        </section>
      )}
    </>
  )
}

function Opening({ work, visit }: { work: Work; visit: Visit }) {
  const image = coverImage(work)
  if (!image) return null
  const ratio = image.width / image.height
  return (
    <figure class={ratio > 1.15 ? 'opening-picture wide' : 'opening-picture'} style={{ '--ratio': ratio.toFixed(4) }}>
      <a href={visit.uris.workPage(work.id, visit.chosen)}>
        <Picture
          image={image}
          alt={alternativeText(work, visit)}
          visit={visit}
          sizes="(min-width: 60rem) 66vw, 100vw"
          widest={2000}
          first
        />
      </a>
      <figcaption>
        <ShortLabel work={work} visit={visit} />
      </figcaption>
    </figure>
  )
}
