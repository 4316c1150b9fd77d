import type { Aspect } from './aspects.js'
import { detailCanvas, noContents, type Ruling, rule } from './common.js'

const cardsAlone: Ruling = {
  analysis: rule(
    'no',
    'Aucun texte : il ne montre que des images.',
    'No text: it shows pictures alone.',
    'It shows no words.',
  ),
  exhibition: rule(
    'partly',
    'Les textes des cartons, qui sont des images.',
    'The texts of cards, which are pictures.',
    'It shows no words but these.',
  ),
}

export const canvasPanelRules: Readonly<Record<Aspect, Ruling>> = {
  text: cardsAlone,
  order: rule(
    'partly',
    'Les vues se suivent dans l’ordre du récit, si le site donne des boutons.',
    'The views follow the order of the story, where the site gives buttons.',
    'It has none of its own.',
  ),
  contents: noContents,
  regions: {
    analysis: { ...detailCanvas.analysis, reason: 'It goes to regions when its site asks for them.' },
    exhibition: { ...detailCanvas.exhibition, reason: 'It goes to regions when its site asks for them.' },
  },
  marks: rule(
    'partly',
    'Les tracés sont dessinés dans l’image, numérotés, sans leurs noms.',
    'The marks are drawn into the picture, numbered, without their names.',
    'It shows the first choice.',
  ),
  layers: rule(
    'partly',
    'La couche est montrée à son étape.',
    'The layer is shown at its step.',
    'It shows the first choice.',
  ),
  others: rule(
    'partly',
    'L’autre œuvre suit, sur une vue à elle, sans son crédit.',
    'The other work follows, on a view of its own, without its credit.',
    'It leaves all words to its site.',
  ),
  languages: rule('no', 'Aucun texte.', 'No text.', 'It leaves all words to its site.'),
}

export const openseadragonRules: Readonly<Record<Aspect, Ruling>> = {
  text: cardsAlone,
  order: rule(
    'no',
    'L’ordre que lui donne son site.',
    'The order that its site gives.',
    'It reads image services, not manifests.',
  ),
  contents: { ...noContents, reason: 'It reads image services, not manifests.' },
  regions: rule(
    'yes',
    'Chaque détail, avec zoom.',
    'Each detail, with deep zoom.',
    'Details are drawn image services of level 2.',
  ),
  marks: rule(
    'yes',
    'L’image avec les tracés, avec zoom.',
    'The picture with the marks, with deep zoom.',
    'Drawn pictures are image services of level 2.',
  ),
  layers: rule('yes', 'Chaque couche, avec zoom.', 'Each layer, with deep zoom.', 'Each layer is an image service.'),
  others: rule('yes', 'Chaque œuvre, avec zoom.', 'Each work, with deep zoom.', 'Each work is an image service.'),
  languages: rule('no', 'Aucun texte.', 'No text.', 'It reads image services, not manifests.'),
}
