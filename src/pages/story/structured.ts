import type { Work } from '../../catalogue/model.js'
import { makerNames } from '../cite.js'
import { isWebAddress } from '../rights.js'
import { storyAddress } from './foot.js'
import { titleOf } from './names.js'
import { plainText, type Telling, textFor, voiceOf } from './telling.js'
import { prosePlainIn } from './words.js'

/** A story in schema.org: a close reading is an article about a work, an exhibition with dates an event. */
export function structuredData(telling: Telling, picture: string | undefined): Readonly<Record<string, unknown>> {
  const { published, shown, visit } = telling
  const { story, publishedAt, revision } = published
  const voice = voiceOf(telling)
  const summary = prosePlainIn(story.summary, voice)
  const works = [...shown.works.values()].map(work => artwork(work, telling))
  const licence = story.rights?.uri
  const common = {
    '@context': 'https://schema.org',
    '@id': storyAddress(story, visit),
    url: storyAddress(story, visit),
    name: plainText(story.title, voice),
    inLanguage: textFor(story.title, voice)?.language ?? visit.language,
    ...(summary && { description: summary }),
    ...(picture && { image: picture }),
    ...(licence && isWebAddress(licence) && { license: licence }),
  }
  const authors = (story.authors ?? []).map(name => ({ '@type': 'Person', name }))
  if (story.kind === 'analysis') {
    return {
      ...common,
      '@type': 'Article',
      headline: common.name,
      ...(authors.length > 0 && { author: authors }),
      datePublished: publishedAt,
      version: revision,
      publisher: { '@type': 'Organization', name: visit.siteName },
      about: works,
    }
  }
  const place = plainText(story.place, voice)
  return {
    ...common,
    ...(story.dates?.from
      ? {
          '@type': 'ExhibitionEvent',
          startDate: story.dates.from,
          ...(story.dates.to && { endDate: story.dates.to }),
          location: place
            ? { '@type': 'Place', name: place }
            : { '@type': 'VirtualLocation', url: storyAddress(story, visit) },
          organizer: { '@type': 'Organization', name: visit.siteName },
          workFeatured: works,
        }
      : {
          '@type': 'CreativeWork',
          ...(authors.length > 0 && { author: authors }),
          datePublished: publishedAt,
          version: revision,
          mentions: works,
        }),
  }
}

function artwork(work: Work, { visit }: Telling): Readonly<Record<string, unknown>> {
  const makers = makerNames(work, visit.language)
  return {
    '@type': 'VisualArtwork',
    '@id': visit.uris.workPage(work.id),
    name: titleOf(work, visit),
    ...(makers && { creator: makers }),
  }
}
