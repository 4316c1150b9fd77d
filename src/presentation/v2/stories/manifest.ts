import type { PresentationContext } from '../../context.js'
import { contentsLabel } from '../../label.js'
import { fragment, xywh } from '../../regions.js'
import { searchLabel } from '../../search-services.js'
import { storyHomepage, storyRendering, storySeeAlso } from '../../stories/links.js'
import { storyShelfEntries } from '../../stories/listing.js'
import { addressesOf, type StoryAddresses, svgOf } from '../../stories/manifest.js'
import type { Comment, MarkComment, StagedCanvas, StagedEntry, Staging } from '../../stories/staging.js'
import { said, words } from '../../stories/words.js'
import { reference } from '../collection.js'
import { link, pageLink } from '../links.js'
import { statedRights } from '../rights.js'
import { labelled, texts } from '../texts.js'
import {
  type AnnotationList,
  type Canvas,
  type Choice,
  type CommentAnnotation,
  type ImageResource,
  type Manifest,
  type Part,
  presentationContext2,
  type Range,
  type SearchService,
  type Sequence,
} from '../types.js'
import { pictureResource, pictureThumbnail } from './painting.js'

/** A story as a manifest of version 2.1, in one language. */
export function storyManifest(staging: Staging, context: PresentationContext): Manifest {
  const at = addressesOf(staging, context)
  const { label, summary, metadata, statement, rights, cover } = staging
  const { id, label: title } = storyHomepage(staging, context)
  const [within] = storyShelfEntries(staging.published, context)
  return {
    '@context': presentationContext2,
    '@id': at.manifest(),
    '@type': 'sc:Manifest',
    label: texts(label),
    ...(summary ? { description: texts(summary) } : {}),
    metadata: [...metadata.map(labelled), ...statedRights(rights)],
    attribution: texts(statement.value),
    ...(rights ? { license: rights } : {}),
    ...(cover ? { thumbnail: pictureThumbnail(cover, context) } : {}),
    related: [pageLink(id, title)],
    seeAlso: storySeeAlso(staging, context, { context: presentationContext2, profiles: [] }).map(link),
    rendering: storyRendering(staging, context).map(link),
    ...searchOf(staging, context),
    ...(within ? { within: reference(within, context) } : {}),
    viewingHint: 'individuals',
    sequences: [sequenceOf(staging, at, context)],
    structures: rangesOf(staging, at),
  }
}

function searchOf({ published, form }: Staging, { uris }: PresentationContext): Pick<Manifest, 'service'> {
  if (form.revision !== undefined || form.profile !== undefined) return {}
  const { kind, slug } = published.story
  const service: SearchService = {
    '@context': 'http://iiif.io/api/search/1/context.json',
    '@id': uris.storySearch(1, kind, slug, form.language),
    profile: 'http://iiif.io/api/search/1/search',
    label: searchLabel,
  }
  return { service }
}

function sequenceOf(staging: Staging, at: StoryAddresses, context: PresentationContext): Sequence {
  const canvases = staging.canvases.map(canvas => canvasOf(canvas, staging, at, context))
  return {
    '@id': at.sequence(),
    '@type': 'sc:Sequence',
    viewingHint: 'individuals',
    ...(canvases[0] ? { startCanvas: canvases[0]['@id'] } : {}),
    canvases,
  }
}

function canvasOf(canvas: StagedCanvas, staging: Staging, at: StoryAddresses, context: PresentationContext): Canvas {
  const { key, label, summary, metadata, statement, width, height, pictures } = canvas
  const [first] = pictures
  const lists = listsOf(canvas, staging, at)
  return {
    '@id': at.canvas(key),
    '@type': 'sc:Canvas',
    label: texts(label),
    ...(summary ? { description: texts(summary) } : {}),
    ...(metadata && metadata.length > 0 ? { metadata: metadata.map(labelled) } : {}),
    ...(statement ? { attribution: texts(statement.value) } : {}),
    width,
    height,
    ...(first ? { thumbnail: pictureThumbnail(first, context) } : {}),
    images: first
      ? [
          {
            '@id': at.annotation(key),
            '@type': 'oa:Annotation',
            motivation: 'sc:painting',
            resource: paintingResource(canvas, context),
            on: at.canvas(key),
          },
        ]
      : [],
    ...(lists.length > 0
      ? { otherContent: lists.map(({ id, label }) => ({ '@id': id, '@type': 'sc:AnnotationList', label })) }
      : {}),
  }
}

function paintingResource({ pictures }: StagedCanvas, context: PresentationContext): ImageResource | Choice {
  const [first, ...others] = pictures.map(({ label, ...picture }) => ({
    ...pictureResource(picture, context),
    label: texts(label),
  }))
  if (first && others.length > 0)
    return {
      '@type': 'oa:Choice',
      default: first,
      item: others,
      ...(first.service ? { service: first.service } : {}),
    }
  const { label: _, ...only } = first as ImageResource
  return only
}

function listsOf({ key, comments, marks }: StagedCanvas, { label, language }: Staging, at: StoryAddresses) {
  return [
    { of: 'comments', label: texts(label), all: comments } as const,
    { of: 'marks', label: texts(said(words.marks, language)), all: marks } as const,
  ]
    .filter(({ all }) => all.length > 0)
    .map(({ of, label, all }) => ({
      id: at.comments(key, of),
      label,
      resources: all.map(comment => commentAnnotation(comment, at.comment(key, of, comment.key), at.canvas(key))),
    }))
}

export const commentAnnotation = (comment: Comment | MarkComment, id: string, canvas: string): CommentAnnotation => ({
  '@id': id,
  '@type': 'oa:Annotation',
  motivation: 'oa:commenting',
  resource: { '@type': 'dctypes:Text', format: 'text/html', chars: comment.html, language: comment.language },
  on: targetOf(comment, canvas),
})

function targetOf(comment: Comment | MarkComment, canvas: string): CommentAnnotation['on'] {
  const { region } = comment
  if (!region) return canvas
  if (!('path' in comment)) return `${canvas}${fragment(region)}`
  return {
    '@type': 'oa:SpecificResource',
    full: canvas,
    selector: {
      '@type': 'oa:Choice',
      default: { '@type': 'oa:FragmentSelector', value: xywh(region) },
      item: { '@type': 'oa:SvgSelector', value: svgOf(comment) },
    },
  }
}

/** All ranges in one list, each naming those below it; the first is the top. */
function rangesOf({ contents, language }: Staging, at: StoryAddresses): readonly Range[] {
  const written = ({ key, label, targets, entries }: StagedEntry): readonly Range[] => [
    {
      '@id': at.range(key),
      '@type': 'sc:Range',
      label: texts(label),
      ...(targets.length > 0
        ? { canvases: targets.map(({ canvas, region }) => `${at.canvas(canvas)}${region ? fragment(region) : ''}`) }
        : {}),
      ...(entries.length > 0 ? { ranges: entries.map(entry => at.range(entry.key)) } : {}),
    },
    ...entries.flatMap(written),
  ]
  const top: StagedEntry = { key: 'contents', label: said(contentsLabel, language), targets: [], entries: contents }
  return written(top).map((range, index) => (index === 0 ? { ...range, viewingHint: 'top' } : range))
}

/** What stands at an address below a story's manifest. */
export function storyPart(staging: Staging, id: string, context: PresentationContext): Part | undefined {
  const at = addressesOf(staging, context)
  const manifest = storyManifest(staging, context)
  const within = { '@id': manifest['@id'], '@type': manifest['@type'], label: manifest.label }
  const [sequence] = manifest.sequences
  const whole = { '@context': presentationContext2 } as const
  if (sequence['@id'] === id) return { ...whole, ...sequence }
  const range = manifest.structures?.find(each => each['@id'] === id)
  if (range) return { ...whole, ...range, within }
  for (const [index, canvas] of sequence.canvases.entries()) {
    if (canvas['@id'] === id) return { ...whole, ...canvas, within }
    const staged = staging.canvases[index]
    const lists: readonly AnnotationList[] = [
      { '@id': staged ? at.annotationPage(staged.key) : '', '@type': 'sc:AnnotationList', resources: canvas.images },
      ...(staged ? listsOf(staged, staging, at) : []).map(
        ({ id, resources }) => ({ '@id': id, '@type': 'sc:AnnotationList', resources }) as const,
      ),
    ]
    const found = lists.flatMap(list => [list, ...list.resources]).find(each => each['@id'] === id)
    if (found) return { ...whole, ...found }
  }
  return undefined
}
