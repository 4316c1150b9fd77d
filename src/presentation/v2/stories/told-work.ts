import type { PresentationContext } from '../../context.js'
import { searchLabel } from '../../search-services.js'
import { type ToldWork, workComments } from '../../stories/on-work.js'
import { analysisManifests, exhibitionEntries, storyLinks } from '../../stories/told-work.js'
import { reference } from '../collection.js'
import { link } from '../links.js'
import { labelled, texts } from '../texts.js'
import { type Manifest, type Part, presentationContext2 } from '../types.js'
import { commentAnnotation } from './manifest.js'

/** The manifest of a work in version 2.1 with the stories that show it. */
export function withStories(manifest: Manifest, told: ToldWork, context: PresentationContext): Manifest {
  if (told.stories.length === 0) return manifest
  const { uris } = context
  const { work } = told
  const comments = workComments(told, context)
  const [sequence] = manifest.sequences
  const canvases = sequence.canvases.map(canvas => {
    const lists = comments
      .filter(({ view }) => canvas['@id'] === uris.canvas(work.id, view))
      .map(({ view, slug, label }) => ({
        '@id': uris.workComments(work.id, view, slug),
        '@type': 'sc:AnnotationList' as const,
        label: texts(label),
      }))
    return lists.length > 0 ? { ...canvas, otherContent: lists } : canvas
  })
  return {
    ...manifest,
    metadata: [...(manifest.metadata ?? []), ...storyLinks(told, context).map(labelled)],
    seeAlso: [...(manifest.seeAlso ?? []), ...analysisManifests(told, context, presentationContext2).map(link)],
    ...(comments.length > 0
      ? {
          service: {
            '@context': 'http://iiif.io/api/search/1/context.json',
            '@id': uris.workSearch(1, work.id),
            profile: 'http://iiif.io/api/search/1/search',
            label: searchLabel,
          },
        }
      : {}),
    within: [manifest.within ?? [], exhibitionEntries(told, context).map(entry => reference(entry, context))].flat(),
    sequences: [{ ...sequence, canvases }],
  }
}

export function workCommentsPart(told: ToldWork, id: string, context: PresentationContext): Part | undefined {
  const { uris } = context
  const { work } = told
  for (const { view, slug, comments } of workComments(told, context)) {
    const resources = comments.map(comment =>
      commentAnnotation(comment, uris.workComment(work.id, view, slug, comment.key), uris.canvas(work.id, view)),
    )
    const list = { '@id': uris.workComments(work.id, view, slug), '@type': 'sc:AnnotationList', resources } as const
    const found = [list, ...resources].find(each => each['@id'] === id)
    if (found) return { '@context': presentationContext2, ...found }
  }
  return undefined
}
