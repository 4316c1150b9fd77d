import type { Analysis, Exhibition, PublishedStory, Story } from '../../catalogue/story.js'
import type { Shown } from '../../stories/shown.js'
import { hostsOf } from '../copies.js'
import type { Page } from '../document.js'
import type { Language } from '../languages.js'
import type { Visit } from '../visit.js'
import { AnalysisContent } from './analysis.js'
import { cardOf } from './card.js'
import { ExhibitionContent } from './exhibition.js'
import { structuredData } from './structured.js'
import { plainText, type Telling, voiceOf } from './telling.js'
import { prosePlainIn } from './words.js'

/** The page of a close reading or an exhibition. */
export function storyPage(published: PublishedStory, shown: Shown, visit: Visit): Page {
  const telling: Telling = { published, shown, visit }
  const { story } = published
  const voice = voiceOf(telling)
  const picture = cardOf(telling)
  const description = prosePlainIn(story.summary, voice) ?? plainText(story.subtitle, voice)
  return {
    title: plainText(story.title, voice) ?? story.slug,
    ...(description && { description: description.slice(0, 300) }),
    ...(picture && { picture }),
    type: 'article',
    // An earlier revision is the same story: search engines keep the one address
    address: language => addressOf(story, visit, language),
    structuredData: structuredData(telling, picture),
    dark: story.kind === 'analysis' && shown.works.has(story.work),
    stylesheets: [visit.assets.storyStylesheet],
    scripts: [visit.assets.story],
    hosts: hostsOf(imagesOf(shown)),
    main: storyContent(telling),
  }
}

const addressOf = ({ kind, slug }: Story, { uris }: Visit, language?: Language): string =>
  uris.storyPage(kind, slug, language ? { language } : {})

export const imagesOf = ({ works }: Shown) =>
  [...works.values()].flatMap(({ views }) => views.flatMap(({ layers }) => layers.map(({ image }) => image)))

export const storyContent = (telling: Telling) =>
  isAnalysis(telling) ? (
    <AnalysisContent telling={telling} />
  ) : (
    <ExhibitionContent telling={telling as Telling<Exhibition>} />
  )

const isAnalysis = (telling: Telling): telling is Telling<Analysis> => telling.published.story.kind === 'analysis'
