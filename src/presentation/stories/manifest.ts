import { reference } from '../collection.js'
import type { PresentationContext } from '../context.js'
import { contentsLabel } from '../label.js'
import { fragment, regionSelector } from '../regions.js'
import { searchServices } from '../search-services.js'
import { startAt } from '../start.js'
import { storyProfiles } from '../story-uris.js'
import {
  type Canvas,
  type Choice,
  type CommentAnnotation,
  type CommentPage,
  type ImageResource,
  type Manifest,
  presentationContext,
  type Range,
} from '../types.js'
import { storyHomepage, storyRendering, storySeeAlso } from './links.js'
import { storyShelfEntries } from './listing.js'
import { pictureBody, pictureThumbnail } from './painting.js'
import type { Comment, MarkComment, StagedCanvas, StagedEntry, Staging } from './staging.js'
import { said, siteLanguage, words } from './words.js'

export type StoryAddresses = ReturnType<PresentationContext['uris']['story']>

export const addressesOf = ({ published, form }: Staging, { uris }: PresentationContext): StoryAddresses =>
  uris.story(published.story.kind, published.story.slug, form)

/** A story as a manifest of version 3, in one language. */
export function storyManifest(staging: Staging, context: PresentationContext): Manifest {
  const at = addressesOf(staging, context)
  const { label, statement, rights, provider, cover, language } = staging
  const items = staging.canvases.map(canvas => storyCanvas(canvas, staging, context))
  const search = searchOf(staging, context)
  return {
    '@context': presentationContext,
    id: at.manifest(),
    type: 'Manifest',
    label,
    ...introduced(staging),
    requiredStatement: statement,
    ...(rights ? { rights } : {}),
    ...(provider.length > 0 ? { provider } : {}),
    homepage: [storyHomepage(staging, context)],
    ...(cover ? { thumbnail: pictureThumbnail(cover, context) } : {}),
    seeAlso: storySeeAlso(staging, context, { context: presentationContext, profiles: storyProfiles }),
    rendering: storyRendering(staging, context),
    ...(search.length > 0 ? { service: search } : {}),
    ...(items[0] ? { start: startAt(items[0]) } : {}),
    items,
    structures: [
      {
        id: at.range('contents'),
        type: 'Range',
        label: said(contentsLabel, language),
        items: staging.contents.map(entry => storyRange(entry, at)),
      },
    ],
    partOf: storyShelfEntries(staging.published, context).map(entry => reference(entry, context)),
  }
}

// Storiiies reads the English of any summary, and shows nothing at all where there is none
function introduced({ summary, metadata, language }: Staging): Pick<Manifest, 'summary' | 'metadata'> {
  if (!summary) return { metadata }
  return 'en' in summary
    ? { summary, metadata }
    : { metadata: [{ label: said(words.introduction, language), value: summary }, ...metadata] }
}

/** Searches find what is at the public address. */
const searchOf = ({ published, form }: Staging, { uris }: PresentationContext) =>
  form.revision !== undefined || form.profile !== undefined
    ? []
    : searchServices(version => uris.storySearch(version, published.story.kind, published.story.slug, form.language))

export function storyCanvas(canvas: StagedCanvas, staging: Staging, context: PresentationContext): Canvas {
  const at = addressesOf(staging, context)
  const { key, label, summary, metadata, statement, width, height, pictures } = canvas
  const id = at.canvas(key)
  const [first] = pictures
  const annotations = [
    commentPage(canvas, 'comments', staging, context),
    commentPage(canvas, 'marks', staging, context),
  ].filter(({ items }) => items.length > 0)
  return {
    id,
    type: 'Canvas',
    label,
    ...(summary ? { summary } : {}),
    ...(metadata && metadata.length > 0 ? { metadata } : {}),
    ...(statement ? { requiredStatement: statement } : {}),
    ...homepageOf(canvas, staging, context),
    width,
    height,
    ...(first ? { thumbnail: pictureThumbnail(first, context) } : {}),
    items: [
      {
        id: at.annotationPage(key),
        type: 'AnnotationPage',
        items: first
          ? [
              {
                id: at.annotation(key),
                type: 'Annotation',
                motivation: 'painting',
                body: paintingBody(canvas, context),
                target: id,
              },
            ]
          : [],
      },
    ],
    ...(annotations.length > 0 ? { annotations } : {}),
  }
}

/** Several pictures are a choice, of which every viewer shows the first. */
function paintingBody({ pictures }: StagedCanvas, context: PresentationContext): ImageResource | Choice {
  const [first, ...others] = pictures.map(({ label, ...picture }) => ({ ...pictureBody(picture, context), label }))
  if (first && others.length > 0) return { type: 'Choice', items: [first, ...others] }
  const { label: _, ...only } = first as ImageResource
  return only
}

/** The page of the work that is seen, or of the analysis that is invited to. */
function homepageOf(
  { work, analysis }: StagedCanvas,
  { language }: Staging,
  { uris }: PresentationContext,
): Pick<Canvas, 'homepage'> {
  const reader = siteLanguage(language)
  const page = { type: 'Text', format: 'text/html', language: [reader] } as const
  if (analysis) {
    const id = uris.storyPage('analysis', analysis.story.slug, { language: reader })
    return { homepage: [{ ...page, id, label: said(words.readAnalysis, language) }] }
  }
  return work ? { homepage: [{ ...page, id: uris.workPage(work.id, reader), label: said(words.work, language) }] } : {}
}

function commentPage(
  { key, comments, marks }: StagedCanvas,
  of: 'comments' | 'marks',
  staging: Staging,
  context: PresentationContext,
): CommentPage {
  const at = addressesOf(staging, context)
  const canvas = at.canvas(key)
  const told = of === 'comments' ? comments : marks
  return {
    id: at.comments(key, of),
    type: 'AnnotationPage',
    label: of === 'comments' ? staging.label : said(words.marks, staging.language),
    items: told.map(comment => commentAnnotation(comment, at.comment(key, of, comment.key), canvas)),
  }
}

/** @param canvas its address, which a comment without region speaks of whole */
export const commentAnnotation = (comment: Comment | MarkComment, id: string, canvas: string): CommentAnnotation => ({
  id,
  type: 'Annotation',
  motivation: 'commenting',
  body: { type: 'TextualBody', value: comment.html, format: 'text/html', language: comment.language },
  target: targetOf(comment, canvas),
})

function targetOf(comment: Comment | MarkComment, canvas: string): CommentAnnotation['target'] {
  const { region } = comment
  if (!region) return canvas
  if (!('path' in comment)) return `${canvas}${fragment(region)}`
  return {
    type: 'SpecificResource',
    // As an object: Clover finds no canvas behind a string, and fails as a whole
    source: { id: canvas, type: 'Canvas' },
    selector: [regionSelector(region), { type: 'SvgSelector', value: svgOf(comment) }],
  }
}

export const svgOf = ({ path }: MarkComment): string =>
  `<svg xmlns="http://www.w3.org/2000/svg"><path d="${path}" fill="none" stroke="#b3402a"/></svg>`

const storyRange = ({ key, label, targets, entries }: StagedEntry, at: StoryAddresses): Range => ({
  id: at.range(key),
  type: 'Range',
  label,
  items: [
    ...targets.map(
      ({ canvas, region }) =>
        ({ id: `${at.canvas(canvas)}${region ? fragment(region) : ''}`, type: 'Canvas' }) as const,
    ),
    ...entries.map(entry => storyRange(entry, at)),
  ],
})
