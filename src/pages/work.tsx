import { coverImage, type LayerKind, type Relatives, type View, type Work } from '../catalogue/model.js'
import type { PublishedStory } from '../catalogue/story.js'
import { noRelatives, pictured } from '../presentation/contents.js'
import { notPhotographed, workTitle } from '../presentation/label.js'
import { keeperWords, makerNames } from './cite.js'
import { copyOf, hostsOf } from './copies.js'
import { isDemonstrationWork } from './demonstration.js'
import type { Page } from './document.js'
import { otherLanguages, plain } from './languages.js'
import { Cartel } from './parts/cartel.js'
import { CloseUp, imageOf } from './parts/close-up.js'
import { ContentsList } from './parts/contents-list.js'
import { Parts, RelatedWorks, WholeLink } from './parts/kin.js'
import { CatalogueRecord } from './parts/record.js'
import { Reuse } from './parts/reuse.js'
import { Paragraphs } from './parts/words.js'
import { AppearsIn } from './story/appears-in.js'
import { structuredData } from './structured-data.js'
import type { Visit } from './visit.js'

/** Which picture of a work is on the stage. */
export type Shown = Readonly<{ view: View | undefined; layer: LayerKind }>

export function workPage(
  work: Work,
  shown: Shown,
  visit: Visit,
  relatives: Relatives = noRelatives,
  appearsIn: readonly PublishedStory[] = [],
): Page {
  const image = shown.view && imageOf(shown.view, shown.layer)
  const cover = image ?? coverImage(pictured(work, relatives))
  const picture = cover && copyOf(cover, 1200, visit).address
  const title = plain(workTitle(work), visit.language) ?? work.id
  const makers = makerNames(work, visit.language)
  const summary = plain(work.summary, visit.language)?.slice(0, 300)
  const facts = [makers, title, plain(work.date?.words, visit.language), keeperWords(work, visit)]
  return {
    title: makers ? `${title}, ${makers}` : title,
    description: summary ?? facts.filter(Boolean).join(', '),
    ...(picture && { picture }),
    structuredData: structuredData(work, picture, visit, relatives),
    dark: image !== undefined,
    scripts: [visit.assets.work],
    hosts: hostsOf([
      ...work.views.flatMap(view => view.layers.map(layer => layer.image)),
      ...[...relatives.parts, ...relatives.related].map(coverImage),
    ]),
    main: <WorkContent work={work} relatives={relatives} shown={shown} visit={visit} appearsIn={appearsIn} />,
  }
}

type Props = Readonly<{
  work: Work
  relatives: Relatives
  shown: Shown
  visit: Visit
  appearsIn: readonly PublishedStory[]
}>

function WorkContent({ work, relatives, shown, visit, appearsIn }: Props) {
  const { phrases, language } = visit
  const image = shown.view && imageOf(shown.view, shown.layer)
  const cover = image ?? coverImage(pictured(work, relatives))
  const others = otherLanguages([workTitle(work), work.summary, ...Object.values(work.texts ?? {})], language)
  return (
    <article class="work">
      {shown.view && <CloseUp work={work} view={shown.view} layer={shown.layer} visit={visit} />}
      <div class="work-words">
        <div class="work-label">
          {cover === undefined && <p class="awaiting-picture">{notPhotographed[language]}</p>}
          <Cartel work={work} visit={visit} />
          {relatives.whole && <WholeLink whole={relatives.whole} visit={visit} />}
          {isDemonstrationWork(work) && (
            <p class="demonstration" role="note">
              <strong>{phrases.demonstration}.</strong>
            </p>
          )}
          <ContentsList work={work} shown={shown.view} visit={visit} />
        </div>
        <div class="work-reading">
          <Parts works={relatives.parts} visit={visit} first={image ? 0 : 4} />
          {others.length > 0 && <p class="quiet">{phrases.onlyIn(new Intl.ListFormat(language).format(others))}</p>}
          {work.summary && (
            <div class="reading">
              <Paragraphs of={work.summary} reader={language} />
            </div>
          )}
          <AppearsIn stories={appearsIn} visit={visit} />
          <CatalogueRecord work={work} visit={visit} />
          <RelatedWorks works={relatives.related} visit={visit} />
          <Reuse work={work} image={image} viewable={cover !== undefined} visit={visit} />
        </div>
      </div>
    </article>
  )
}
