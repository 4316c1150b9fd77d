import type { PublishedStory, StoryKind } from '../../catalogue/story.js'
import type { Shown } from '../../stories/shown.js'
import { hostsOf } from '../copies.js'
import type { Page } from '../document.js'
import { PagesOfList } from '../parts/pages-of-list.js'
import type { Visit } from '../visit.js'
import { Invitation } from './invitation.js'
import { imagesOf } from './story.js'

/** Stories with what their covers show. */
export type StoriesShown = Readonly<{ stories: readonly PublishedStory[]; shown: Shown }>

/** One page of a list of stories. */
export type StoryList = StoriesShown & Readonly<{ kind: StoryKind; page: number; pages: number }>

const words = {
  analysis: { title: 'analyses', lead: 'analysesLead', none: 'noAnalyses' },
  exhibition: { title: 'exhibitions', lead: 'exhibitionsLead', none: 'noExhibitions' },
} as const

export function storiesPage({ kind, page, pages, ...list }: StoryList, visit: Visit): Page {
  const { story: phrases } = visit.phrases
  const { title, lead, none } = words[kind]
  return {
    title: phrases[title],
    description: phrases[lead],
    hosts: hostsOf(imagesOf(list.shown)),
    main: (
      <div class="band first">
        <header class="list-head stories-head">
          <h1>{phrases[title]}</h1>
          <p class="lead">{list.stories.length > 0 ? phrases[lead] : phrases[none]}</p>
        </header>
        <Invitations {...list} visit={visit} heading="h2" />
        <PagesOfList page={page} pages={pages} address={visit.uris.storiesPage(kind, visit.chosen)} visit={visit} />
      </div>
    ),
  }
}

type Props = StoriesShown & Readonly<{ visit: Visit; heading: 'h2' | 'h3' }>

/** Stories as their covers, each in its own proportions. */
export function Invitations({ stories, shown, visit, heading }: Props) {
  return (
    <ul class="invitations">
      {stories.map((published, index) => (
        <li key={`${published.story.kind}/${published.story.slug}`}>
          <Invitation
            telling={{ published, shown, visit }}
            heading={heading}
            sizes="(min-width: 60rem) 45vw, 92vw"
            first={heading === 'h2' && index < 2}
          />
        </li>
      ))}
    </ul>
  )
}
