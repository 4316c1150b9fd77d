import {
  address,
  byType,
  choiceOr,
  constant,
  exactly,
  having,
  language,
  listOf,
  ref,
  type Schema,
  text,
} from './shapes.js'

/** What version 3 puts on canvases: paintings and comments, and the pages that they stand on. */

const choice = exactly({ type: constant('Choice'), items: { ...listOf(ref('image')), minItems: 2 } })
export const pictureBody = choiceOr('type', 'Choice', choice, ref('image'))
export const textBody = exactly({
  type: constant('TextualBody'),
  value: text,
  format: constant('text/html'),
  language,
})

const annotation = { id: address, type: constant('Annotation') }
const page = { id: address, type: constant('AnnotationPage') }

/** A region of a canvas in its px. */
export const box = exactly({
  type: constant('FragmentSelector'),
  conformsTo: constant('http://www.w3.org/TR/media-frags/'),
  value: { type: 'string', pattern: '^xywh=\\d+,\\d+,[1-9]\\d*,[1-9]\\d*$' },
})
const shape = exactly({ type: constant('SvgSelector'), value: { type: 'string', pattern: '^<svg .*</svg>$' } })
const shapedTarget = exactly({
  type: constant('SpecificResource'),
  source: exactly({ id: address, type: constant('Canvas') }),
  selector: { type: 'array', minItems: 2, maxItems: 2, items: [box, shape] },
})

const comment = {
  ...annotation,
  motivation: constant('commenting'),
  body: textBody,
  target: choiceOr('type', 'SpecificResource', shapedTarget, address),
}
const commentPage = { ...page, label: ref('words'), items: listOf(ref('comment')) }

/** @param body what is painted */
function paintingOf(body: Schema) {
  const painting = { ...annotation, motivation: constant('painting'), body, target: address }
  return { painting, paintingPage: { ...page, items: listOf(ref('painting'), 0) } }
}

export const annotationDefinitions = (body: Schema) => {
  const { painting, paintingPage } = paintingOf(body)
  return {
    painting: exactly(painting),
    paintingPage: exactly(paintingPage),
    comment: exactly(comment),
    commentPage: exactly(commentPage),
    /** Comments stand in the canvas, or at an address of their own. */
    comments: having('items', ref('commentPage'), exactly({ ...page, label: ref('words') })),
  }
}

/** @param context what a document of its own begins with */
export const annotationDocuments = (context: Readonly<Record<string, Schema>>, body: Schema) => {
  const { painting, paintingPage } = paintingOf(body)
  return {
    AnnotationPage: having('label', exactly({ ...context, ...commentPage }), exactly({ ...context, ...paintingPage })),
    Annotation: byType('motivation', exactly({ ...context, ...painting }), exactly({ ...context, ...comment })),
  }
}
