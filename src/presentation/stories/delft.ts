import type { PresentationContext } from '../context.js'
import type { Canvas, Manifest, TextBody, ThemeService } from '../types.js'
import { addressesOf, type StoryAddresses, storyManifest } from './manifest.js'
import type { StagedCanvas, Staging } from './staging.js'

/** px: the square that info boxes are laid out in. */
const infoBox = { width: 1000, height: 1000 } as const

/**
 * The manifest as exhibition viewers play it (Delft, the Manifest Editor): words of layout as `behavior`, texts as info
 * boxes, the steps of a tour as the first annotation page of its canvas. IIIF's schema knows none of these words, so this
 * is a profile of its own.
 */
export function delftManifest(staging: Staging, context: PresentationContext): Manifest {
  const at = addressesOf(staging, context)
  const { items, ...manifest } = storyManifest(staging, context)
  const { summary, metadata } = staging
  const isExhibition = staging.published.story.kind === 'exhibition'
  return {
    ...manifest,
    ...(summary ? { summary } : {}),
    metadata,
    behavior: isExhibition
      ? ['exhibition', 'scroll', 'template-exhibition-scroll']
      : ['slideshow', 'template-exhibition-slideshow'],
    service: [theme(at)],
    items: items.map((canvas, index) => {
      const staged = staging.canvases[index]
      return staged ? dressed(canvas, staged, index, at, staging.language) : canvas
    }),
  }
}

function dressed(
  canvas: Canvas,
  { key, part, comments, text }: StagedCanvas,
  index: number,
  at: StoryAddresses,
  language: string,
): Canvas {
  switch (part) {
    case 'tour':
      return { ...canvas, behavior: ['w-12', 'h-8', 'image', 'manual-tour'] }
    case 'step':
    case 'counterpart':
    case 'picture': {
      // On a grid of twelve columns; the text stands at the picture's sides in turn
      const side = index % 2 === 0 ? 'left' : 'right'
      return {
        ...canvas,
        ...(text ? { summary: text } : {}),
        behavior: ['w-12', 'h-6', 'image', ...(text ? [side] : [])],
      }
    }
    case 'section':
    case 'text':
    case 'missing': {
      const { thumbnail: _, annotations: __, ...rest } = canvas
      const [page] = canvas.items
      const painting = {
        id: at.annotation(key),
        type: 'Annotation',
        motivation: 'painting',
        target: canvas.id,
      } as const
      const body = textOf(comments, language)
      return {
        ...rest,
        ...infoBox,
        behavior: [part === 'section' ? 'w-12' : 'w-4', 'h-4', 'info'],
        items: [{ ...page, items: [{ ...painting, body }] }],
      }
    }
  }
}

/** One body, since several are read as one for each language. */
const textOf = (comments: StagedCanvas['comments'], language: string): TextBody => ({
  type: 'TextualBody',
  value: comments.map(({ html }) => html).join(''),
  format: 'text/html',
  language: comments[0]?.language ?? language,
})

const theme = (at: StoryAddresses): ThemeService => ({
  id: `${at.manifest()}#theme`,
  type: 'Service',
  profile: 'https://exhibitionviewer.org/iiif/theme-service',
  label: { none: ['Beffroi'] },
  theme: { version: 1, preset: 'gallery' },
})
