import type { StoryKind } from '../../../catalogue/story.js'

/** What a reader sees, in a sentence for those who publish, and why, in one for those who build. */
export type Rule = Readonly<{ sees: 'yes' | 'partly' | 'no'; fr: string; en: string; reason: string }>

export type Ruling = Rule | Readonly<Record<StoryKind, Rule>>

export const rule = (sees: Rule['sees'], fr: string, en: string, reason: string): Rule => ({ sees, fr, en, reason })

const stays = 'It strips #xywh from ranges and does not zoom when a comment is chosen.'
export const detailCanvas = {
  analysis: rule(
    'partly',
    'Un détail sans tracés est montré en grand, avec zoom, sur une vue à lui ; avec tracés, sur l’œuvre entière. La visionneuse ne s’y déplace pas.',
    'A detail without marks is shown large, with deep zoom, on a view of its own; with marks, on the whole work. The viewer does not travel there.',
    stays,
  ),
  exhibition: rule(
    'partly',
    'Chaque détail est montré en grand, avec zoom, sur une vue à lui ; la visionneuse ne s’y déplace pas.',
    'Each detail is shown large, with deep zoom, on a view of its own; the viewer does not travel there.',
    stays,
  ),
}
export const marksPicture = rule(
  'yes',
  'Les tracés sont dessinés dans l’image, numérotés, leurs noms à côté ; on peut choisir l’image sans eux.',
  'The marks are drawn into the picture, numbered, their names beside it; the picture without them can be chosen.',
  'A drawn image service is the first choice on the step’s canvas; its legend is metadata, and stands in the comment.',
)
export const layerFirst = rule(
  'yes',
  'La couche est montrée à son étape ; les autres se choisissent.',
  'The layer is shown at its step; the others can be chosen.',
  'The layer is the first choice on the step’s canvas.',
)
export const otherCanvas = rule(
  'yes',
  'L’autre œuvre suit, sur une vue à elle, avec son crédit.',
  'The other work follows, on a view of its own, with its credit.',
  'It is a canvas of its own, or one composed picture.',
)
export const oneLanguage = rule(
  'partly',
  'Une langue par adresse ; les autres sont données en lien.',
  'One language at each address; the others are linked.',
  'Comments in several languages are shown all at once, or not at all; seeAlso names the other manifests.',
)
export const nextView = rule(
  'yes',
  'Les vues se suivent dans l’ordre du récit.',
  'The views follow the order of the story.',
  'Canvases stand in the order of the steps, and annotations in theirs.',
)
export const contents = rule(
  'yes',
  'Le sommaire nomme chaque étape et y conduit.',
  'The table of contents names each step and leads to it.',
  'Ranges mirror the steps; leaf ranges lead to their first canvas.',
)
export const oneLanguageUnlinked: Rule = {
  ...oneLanguage,
  fr: 'Une langue par adresse ; les autres n’y sont pas données en lien.',
  en: 'One language at each address; the others are not linked there.',
  reason: 'It shows no seeAlso to other manifests.',
}
export const noContents = rule('no', 'Pas de sommaire.', 'No table of contents.', 'It reads no ranges.')
