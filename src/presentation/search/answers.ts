import { commentAnnotation } from '../stories/manifest.js'
import type { SearchVersion } from '../uris.js'
import { commentAnnotation as commentAnnotation2 } from '../v2/stories/manifest.js'
import type { Found, Match } from './find.js'

/** The address that was asked, and parameters of it that were not heeded. */
export type Asked = Readonly<{ id: string; ignored: readonly string[] }>

/** One version of Content Search as a way of writing down what was found. */
export type SearchProjection = Readonly<{
  context: string
  /** Whether its documents are JSON-LD to clients that say nothing. */
  linkedByDefault: boolean
  answer(found: readonly Found[], asked: Asked): object
}>

const context1 = 'http://iiif.io/api/search/1/context.json'
const context2 = 'http://iiif.io/api/search/2/context.json'

export const searchProjections: Readonly<Record<SearchVersion, SearchProjection>> = {
  1: { context: context1, linkedByDefault: false, answer: answer1 },
  2: { context: context2, linkedByDefault: true, answer: answer2 },
}

/** Content Search 1.0 §3.4: annotations as Presentation 2 has them, and hits beside them. */
function answer1(found: readonly Found[], { id, ignored }: Asked): object {
  return {
    '@context': ['http://iiif.io/api/presentation/2/context.json', context1],
    '@id': id,
    '@type': 'sc:AnnotationList',
    within: {
      '@type': 'sc:Layer',
      total: found.length,
      ...(ignored.length > 0 ? { ignored } : {}),
    },
    startIndex: 0,
    resources: found.map(resource1),
    hits: found.flatMap(({ id, matches }) =>
      matches.map(({ before, exact, after }) => ({
        '@type': 'search:Hit',
        annotations: [id],
        before,
        match: exact,
        after,
      })),
    ),
  }
}

/** Viewers read the box of what they found from a string: the whole canvas has one too. */
function resource1({ comment, id, canvas, size }: Found): object {
  const { key, language, html, plain, region = { x: 0, y: 0, ...size } } = comment
  const { resource, ...annotation } = commentAnnotation2({ key, language, html, plain, region }, id, canvas)
  return {
    ...annotation,
    resource: { '@type': 'cnt:ContentAsText', format: 'text/plain', chars: plain, language: resource.language },
  }
}

/** Content Search 2.0 §3.4: annotations, and beside them where in their texts the words are. */
function answer2(found: readonly Found[], { id, ignored }: Asked): object {
  return {
    '@context': context2,
    id,
    type: 'AnnotationPage',
    ...(ignored.length > 0 ? { ignored } : {}),
    items: found.map(({ comment, id, canvas }) => commentAnnotation(comment, id, canvas)),
    ...(found.length > 0
      ? {
          annotations: [
            {
              type: 'AnnotationPage',
              items: found.flatMap(({ id, matches }) =>
                matches.map((match, index) => highlight(match, id, `${id}#match-${index + 1}`)),
              ),
            },
          ],
        }
      : {}),
  }
}

const highlight = ({ before, exact, after }: Match, source: string, id: string): object => ({
  id,
  type: 'Annotation',
  motivation: 'highlighting',
  target: {
    type: 'SpecificResource',
    source,
    selector: [{ type: 'TextQuoteSelector', prefix: before, exact, suffix: after }],
  },
})
