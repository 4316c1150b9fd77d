import type { StoryKind } from '../../../catalogue/story.js'
import type { Aspect } from './aspects.js'
import type { Viewer } from './viewers.js'

/** What a reader sees, in a sentence for those who publish, and why, in one for those who build. */
export type Rule = Readonly<{ sees: 'yes' | 'partly' | 'no'; fr: string; en: string; reason: string }>

type Ruling = Rule | Readonly<Record<StoryKind, Rule>>

const rule = (sees: Rule['sees'], fr: string, en: string, reason: string): Rule => ({ sees, fr, en, reason })

const stays = 'It strips #xywh from ranges and does not zoom when a comment is chosen.'
const detailCanvas = {
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
const pans = 'It pans to a region that is out of sight, and does not zoom.'
const marksPicture = rule(
  'yes',
  'Les tracés sont dessinés dans l’image, numérotés, leurs noms à côté ; on peut choisir l’image sans eux.',
  'The marks are drawn into the picture, numbered, their names beside it; the picture without them can be chosen.',
  'A drawn image service is the first choice on the step’s canvas; its legend is metadata, and stands in the comment.',
)
const layerFirst = rule(
  'yes',
  'La couche est montrée à son étape ; les autres se choisissent.',
  'The layer is shown at its step; the others can be chosen.',
  'The layer is the first choice on the step’s canvas.',
)
const otherCanvas = rule(
  'yes',
  'L’autre œuvre suit, sur une vue à elle, avec son crédit.',
  'The other work follows, on a view of its own, with its credit.',
  'It is a canvas of its own, or one composed picture.',
)
const oneLanguage = rule(
  'partly',
  'Une langue par adresse ; les autres sont données en lien.',
  'One language at each address; the others are linked.',
  'Comments in several languages are shown all at once, or not at all; seeAlso names the other manifests.',
)
const nextView = rule(
  'yes',
  'Les vues se suivent dans l’ordre du récit.',
  'The views follow the order of the story.',
  'Canvases stand in the order of the steps, and annotations in theirs.',
)
const contents = rule(
  'yes',
  'Le sommaire nomme chaque étape et y conduit.',
  'The table of contents names each step and leads to it.',
  'Ranges mirror the steps; leaf ranges lead to their first canvas.',
)
const noContents = rule('no', 'Pas de sommaire.', 'No table of contents.', 'It reads no ranges.')

/** One table of rules: a viewer that changes is changed here, and the documentation and `beffroi check` follow. */
export const rules: Readonly<Record<Viewer, Readonly<Record<Aspect, Ruling>>>> = {
  page: {
    text: rule('yes', 'Tous les textes, à côté de l’image.', 'All texts, beside the picture.', 'Our own page.'),
    order: rule('yes', 'Étape par étape, en défilant.', 'Step by step, by scrolling.', 'Our own page.'),
    contents: rule('yes', 'Un sommaire.', 'A table of contents.', 'Our own page.'),
    regions: rule('yes', 'L’image va au détail.', 'The picture travels to the detail.', 'Our own page.'),
    marks: rule('yes', 'Les tracés apparaissent.', 'The marks are drawn in.', 'Our own page.'),
    layers: rule('yes', 'Les couches se fondent.', 'The layers fade.', 'Our own page.'),
    others: rule('yes', 'Les œuvres se comparent.', 'The works are compared.', 'Our own page.'),
    languages: rule('yes', 'Toutes les langues.', 'Every language.', 'Our own page.'),
  },
  mirador: {
    text: rule(
      'yes',
      'Tous les textes, dans les panneaux « Informations » et « Annotations », que le lecteur doit parfois ouvrir.',
      'All texts, in the panels “Information” and “Annotations”, which the reader may have to open.',
      'Metadata and commenting annotations are shown; the side bar is closed by default on other sites.',
    ),
    order: nextView,
    contents,
    regions: detailCanvas,
    marks: marksPicture,
    layers: layerFirst,
    others: otherCanvas,
    languages: oneLanguage,
  },
  universal: {
    text: {
      analysis: rule(
        'yes',
        'Tous les textes, dans le panneau « Informations », avec chaque vue ; les longs se déplient.',
        'All texts, in the panel “More information”, with each view; long ones unfold.',
        'It shows no annotations of a canvas, so texts stand in the canvas’s metadata as well.',
      ),
      exhibition: rule(
        'yes',
        'Tous les textes : ceux des cartons en image, les autres dans le panneau « Informations », où les longs se déplient.',
        'All texts: those of cards as pictures, the others in the panel “More information”, where long ones unfold.',
        'It shows neither annotations nor the summary of a canvas; texts beside pictures stand in the metadata as well.',
      ),
    },
    order: nextView,
    contents,
    regions: detailCanvas,
    marks: marksPicture,
    layers: layerFirst,
    others: otherCanvas,
    languages: {
      ...oneLanguage,
      fr: 'Une langue par adresse ; les autres n’y sont pas données en lien.',
      en: 'One language at each address; the others are not linked there.',
      reason: 'It shows no seeAlso to other manifests.',
    },
  },
  clover: {
    text: rule(
      'yes',
      'Tous les textes, à côté de l’image.',
      'All texts, beside the picture.',
      'A tab named by the annotation page’s label.',
    ),
    order: nextView,
    contents: noContents,
    regions: rule(
      'yes',
      'Un clic sur le texte va au détail.',
      'A click on the text goes to the detail.',
      'It fits the view to the annotation’s target.',
    ),
    marks: marksPicture,
    layers: layerFirst,
    others: otherCanvas,
    languages: oneLanguage,
  },
  tify: {
    text: rule(
      'yes',
      'Tous les textes, dans la vue « Texte ».',
      'All texts, in the view “Text”.',
      'It shows the first annotation page of a canvas, where the steps are.',
    ),
    order: nextView,
    contents,
    regions: {
      analysis: { ...detailCanvas.analysis, reason: pans },
      exhibition: { ...detailCanvas.exhibition, reason: pans },
    },
    marks: marksPicture,
    layers: layerFirst,
    others: otherCanvas,
    languages: oneLanguage,
  },
  theseus: {
    text: rule('yes', 'Tous les textes.', 'All texts.', 'It shows annotations of every kind.'),
    order: nextView,
    contents,
    regions: rule(
      'yes',
      'La visionneuse va au détail.',
      'The viewer goes to the detail.',
      'It goes to the targets of annotations, and to the regions of ranges.',
    ),
    marks: marksPicture,
    layers: layerFirst,
    others: otherCanvas,
    languages: oneLanguage,
  },
  storiiies: {
    text: {
      analysis: rule(
        'yes',
        'Tous les textes, étape par étape.',
        'All texts, step by step.',
        'It plays the embedded commenting annotations of the first canvas.',
      ),
      exhibition: rule('partly', 'La première salle seulement.', 'The first room alone.', 'It plays one canvas.'),
    },
    order: {
      analysis: rule('yes', 'Suivant, précédent.', 'Next, previous.', 'Annotations are steps, in their order.'),
      exhibition: rule('no', 'La première vue seulement.', 'The first view alone.', 'It plays one canvas.'),
    },
    contents: noContents,
    regions: {
      analysis: rule(
        'yes',
        'La visionneuse va au détail.',
        'The viewer goes to the detail.',
        'Targets are strings, in px of the image.',
      ),
      exhibition: rule('no', 'Aucun détail.', 'No detail.', 'It plays one canvas.'),
    },
    marks: rule(
      'no',
      'Pas de tracés : le texte doit suffire.',
      'No marks: the text must do without.',
      'It shows one image, and no shapes.',
    ),
    layers: rule('no', 'La lumière visible seulement.', 'Visible light alone.', 'It shows one image.'),
    others: rule(
      'partly',
      'Nommées dans le texte, sans image.',
      'Named in the text, without a picture.',
      'It shows one image.',
    ),
    languages: oneLanguage,
  },
  exhibition: {
    text: rule(
      'yes',
      'Tous les textes, en cartels et en récit.',
      'All texts, as labels and as a tour.',
      'Info boxes, summaries and the first annotation page.',
    ),
    order: rule(
      'yes',
      'Suivant, précédent, ou en défilant.',
      'Next, previous, or by scrolling.',
      'Canvases and annotations stand in order.',
    ),
    contents: rule('yes', 'Un sommaire des vues.', 'A table of the views.', 'It lists the canvases by their labels.'),
    regions: rule(
      'yes',
      'La visionneuse va au détail.',
      'The viewer goes to the detail.',
      'The steps of a tour target regions.',
    ),
    marks: {
      ...marksPicture,
      fr: 'Les tracés sont dessinés dans l’image, numérotés, leurs noms à côté.',
      en: 'The marks are drawn into the picture, numbered, their names beside it.',
    },
    layers: {
      ...layerFirst,
      sees: 'partly',
      fr: 'La couche est montrée à son étape.',
      en: 'The layer is shown at its step.',
    },
    others: otherCanvas,
    languages: oneLanguage,
  },
  openseadragon: {
    text: {
      analysis: rule(
        'no',
        'Aucun texte : il ne montre que des images.',
        'No text: it shows pictures alone.',
        'It reads image services, not manifests.',
      ),
      exhibition: rule(
        'partly',
        'Les textes des cartons, qui sont des images.',
        'The texts of cards, which are pictures.',
        'Cards are image services.',
      ),
    },
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
  },
}

export const ruleOf = (viewer: Viewer, aspect: Aspect, kind: StoryKind): Rule => {
  const ruling = rules[viewer][aspect]
  return 'sees' in ruling ? ruling : ruling[kind]
}
