import type { PublishedStory } from '../../catalogue/story.js'
import { DomainError } from '../../errors.js'
import type { Shown } from '../../stories/shown.js'
import type { PresentationContext } from '../context.js'
import type { StoryForm } from '../story-uris.js'
import { stageAnalysis } from './analysis.js'
import { evened } from './evened.js'
import { stageExhibition } from './exhibition.js'
import { languageForm } from './links.js'
import { isCut, type StagedCanvas, type Staging } from './staging.js'

/**
 * A published story on canvases, in the form that is asked for.
 * @throws DomainError `not-found` where the story is not published in that language
 */
export function stageStory(
  published: PublishedStory,
  asked: StoryForm,
  shown: Shown,
  context: PresentationContext,
): Staging {
  const { story } = published
  const language = asked.language ?? story.languages[0] ?? 'none'
  if (!story.languages.includes(language))
    throw new DomainError(
      'not-found',
      `Expected a language that the ${story.kind} "${story.slug}" is published in (${story.languages.join(', ')}) but received "${language}".`,
    )
  const { language: _, ...rest } = asked
  const form = { ...languageForm(language, story.languages), ...rest }
  const request = { published, language, form }
  const { canvases, ...told } =
    story.kind === 'analysis'
      ? stageAnalysis(request, story, shown.works, context)
      : stageExhibition(request, story, shown, context)
  const staging = { ...told, canvases: evened(canvases) }
  return form.profile === 'delft' ? forTour(staging) : staging
}

/** Exhibition viewers go to the regions of a tour themselves: details of it would only show everything twice. */
function forTour(staging: Staging): Staging {
  const needless = ({ part, pictures }: StagedCanvas): boolean => part === 'step' && isCut(pictures[0])
  const canvases = staging.canvases.filter(canvas => !needless(canvas))
  const kept = new Set(canvases.map(({ key }) => key))
  const contents = staging.contents.map(entry => ({
    ...entry,
    targets: entry.targets.filter(({ canvas }) => kept.has(canvas)),
  }))
  return { ...staging, canvases, contents }
}
