import type { LanguageMap } from '../../catalogue/model.js'
import type { StoryKind } from '../../catalogue/story.js'
import { escapeHtml } from '../../stories/prose/html.js'
import { reference } from '../collection.js'
import type { PresentationContext } from '../context.js'
import { inLanguages, phrase, readIn, siteLanguages } from '../languages.js'
import type { Entry } from '../listing.js'
import { searchServices } from '../search-services.js'
import {
  type CommentAnnotation,
  type CommentPage,
  type LabelledValue,
  type Link,
  type Manifest,
  presentationContext,
} from '../types.js'
import { storyTitle } from './listing.js'
import { commentAnnotation } from './manifest.js'
import { analysesOf, type ToldWork, workComments } from './on-work.js'
import { words } from './words.js'

/**
 * The manifest of a work with the stories that show it: what analyses say of its views stands at an address of its own,
 * so that viewers show it on the work itself; exhibitions are collections that it is part of; people find their pages.
 */
export function withStories(manifest: Manifest, told: ToldWork, context: PresentationContext): Manifest {
  if (told.stories.length === 0) return manifest
  const { uris } = context
  const { work } = told
  const comments = workComments(told, context)
  const items = manifest.items.map(canvas => {
    const pages = comments
      .filter(({ view }) => canvas.id === uris.canvas(work.id, view))
      .map(
        ({ view, slug, label }) =>
          ({ id: uris.workComments(work.id, view, slug), type: 'AnnotationPage', label }) as const,
      )
    return pages.length > 0 ? { ...canvas, annotations: pages } : canvas
  })
  const metadata = [...(manifest.metadata ?? []), ...storyLinks(told, context)]
  return {
    ...manifest,
    metadata,
    seeAlso: [...(manifest.seeAlso ?? []), ...analysisManifests(told, context, presentationContext)],
    ...(comments.length > 0 ? { service: searchServices(version => uris.workSearch(version, work.id)) } : {}),
    items,
    partOf: [...(manifest.partOf ?? []), ...exhibitionEntries(told, context).map(entry => reference(entry, context))],
  }
}

/** The collections of the exhibitions that show a work. */
export const exhibitionEntries = ({ stories }: ToldWork, { uris }: PresentationContext): readonly Entry[] =>
  stories.flatMap(({ story }) =>
    story.kind === 'exhibition'
      ? [{ kind: 'collection', id: uris.exhibitionCollection(story.slug), label: storyTitle(story) } as const]
      : [],
  )

/** @param profile the JSON-LD context of the manifests */
export const analysisManifests = (told: ToldWork, { uris }: PresentationContext, profile: string): readonly Link[] =>
  analysesOf(told).map(({ story }) => ({
    id: uris.analysisManifest(story.slug),
    type: 'Manifest',
    label: storyTitle(story),
    format: 'application/ld+json',
    profile,
    language: [...story.languages],
  }))

/** The stories that show a work, as links to their pages. */
export const storyLinks = ({ stories }: ToldWork, context: PresentationContext): readonly LabelledValue[] => [
  ...linksTo('analysis', stories, context),
  ...linksTo('exhibition', stories, context),
]

function linksTo(kind: StoryKind, stories: ToldWork['stories'], { uris }: PresentationContext): LabelledValue[] {
  const value: LanguageMap | undefined = inLanguages(siteLanguages, language =>
    stories
      .filter(({ story }) => story.kind === kind)
      .map(({ story }) => {
        const title = readIn(storyTitle(story), language)[0] ?? story.slug
        return `<a href="${escapeHtml(uris.storyPage(kind, story.slug, { language }))}">${escapeHtml(title)}</a>`
      }),
  )
  return value ? [{ label: phrase(kind === 'analysis' ? words.analyses : words.exhibitions), value }] : []
}

/** What stands at an address of comments on a work: a page of them, or one. */
export function workCommentsPart(
  told: ToldWork,
  id: string,
  context: PresentationContext,
): ((CommentPage | CommentAnnotation) & Readonly<{ '@context': string }>) | undefined {
  const { uris } = context
  const { work } = told
  for (const { view, slug, label, comments } of workComments(told, context)) {
    const page: CommentPage = {
      id: uris.workComments(work.id, view, slug),
      type: 'AnnotationPage',
      label,
      items: comments.map(comment =>
        commentAnnotation(comment, uris.workComment(work.id, view, slug, comment.key), uris.canvas(work.id, view)),
      ),
    }
    const found = [page, ...page.items].find(each => each.id === id)
    if (found) return { '@context': presentationContext, ...found }
  }
  return undefined
}
