import { type LayerKind, layerKinds } from '../../catalogue/model.js'
import { type StoryKind, storyKinds } from '../../catalogue/story.js'

/**
 * A picture that is drawn of a part of a story: of a step, a block or a section, in one of the story's languages where
 * it is written in. A revision never changes, so neither does what its id means.
 */
export type DrawnImageId = Readonly<{
  kind: StoryKind
  slug: string
  revision: number
  /** Id of the step, block or section. */
  part: string
  cut?: Cut | Instead
  language?: string
}>

/**
 * What a part shows, as it is without marks. A region alone: of a step or detail, of a step's counterpart, or of a side of
 * a comparison, from 1. Or the whole view in one of its layers.
 */
export type Cut = 'detail' | 'counterpart' | `side-${number}` | `layer-${LayerKind}`

/** A card that stands where a work has no picture: with its label and the text, so that no canvas is bare. */
export type Instead = 'notice'

/** `analysis.une-kermesse.3.tour`, `….3.tour_detail`, `exhibition.cloches.1.place.fr`; a stored image may have such an id too, and is then served. */
export const drawnImageId = ({ kind, slug, revision, part, cut, language }: DrawnImageId): string =>
  [kind, slug, revision, cut ? `${part}_${cut}` : part, ...(language === undefined ? [] : [language])].join('.')

const name = '[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?'
const cuts = `detail|counterpart|notice|side-[1-9]\\d?|layer-(?:${layerKinds.join('|')})`
const grammar = new RegExp(
  `^(${storyKinds.join('|')})\\.(${name})\\.([1-9]\\d{0,8})\\.(${name})(?:_(${cuts}))?(?:\\.([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}))?$`,
)

/** Undefined for every other text; each picture has one id. */
export function parseDrawnImageId(id: string): DrawnImageId | undefined {
  const [, kind, slug, revision, part, cut, language] = grammar.exec(id) ?? []
  if (kind === undefined || slug === undefined || part === undefined) return undefined
  return {
    kind: kind as StoryKind,
    slug,
    revision: Number(revision),
    part,
    ...(cut === undefined ? {} : { cut: cut as Cut | Instead }),
    ...(language === undefined ? {} : { language }),
  }
}
