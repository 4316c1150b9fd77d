import type { StoryKind } from '../../../catalogue/story.js'
import type { Aspect } from './aspects.js'
import {
  contents,
  detailCanvas,
  layerFirst,
  marksPicture,
  nextView,
  noContents,
  oneLanguage,
  oneLanguageUnlinked,
  otherCanvas,
  type Rule,
  type Ruling,
  rule,
} from './common.js'
import { canvasPanelRules, openseadragonRules } from './pictures-alone.js'
import type { Viewer } from './viewers.js'

const pans = 'It pans to a region that is out of sight, and does not zoom.'
const boxes = 'It lays the boxes of all comments over the picture, in red; a click on one hides it.'

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
    languages: oneLanguageUnlinked,
  },
  clover: {
    text: rule(
      'yes',
      'Tous les textes, dans l’onglet « Annotations », à côté de l’image ; l’introduction aussi dans « À propos ».',
      'All texts, in the tab “Annotations”, beside the picture; the introduction in “About” as well.',
      'They stand in the tab “Annotations”, which its own web component 3.3.8 cannot open: sites that use React can.',
    ),
    order: nextView,
    contents: noContents,
    regions: rule(
      'yes',
      'Un clic sur le texte va au détail et l’encadre.',
      'A click on the text goes to the detail and frames it.',
      'It fits the view to the annotation’s target, with room around it.',
    ),
    marks: marksPicture,
    layers: layerFirst,
    others: rule(
      'yes',
      'L’autre œuvre suit, sur une vue à elle ; son crédit est dans « À propos ».',
      'The other work follows, on a view of its own; its credit is in “About”.',
      'It shows the statement and the metadata of the manifest, none of a canvas.',
    ),
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
    contents: {
      analysis: contents,
      exhibition: {
        ...contents,
        fr: 'Le sommaire nomme chaque étape et y conduit ; les salles se déplient.',
        en: 'The table of contents names each step and leads to it; rooms unfold.',
      },
    },
    regions: {
      analysis: { ...detailCanvas.analysis, reason: pans },
      exhibition: { ...detailCanvas.exhibition, reason: pans },
    },
    marks: marksPicture,
    layers: layerFirst,
    others: otherCanvas,
    languages: {
      ...oneLanguage,
      reason: 'It links seeAlso in “Export”; comments in several languages are shown all at once.',
    },
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
        'It plays the embedded commenting annotations of the first canvas; a summary without English would stop it.',
      ),
      exhibition: rule(
        'partly',
        'L’introduction et le premier carton seulement.',
        'The introduction and the first card alone.',
        'It plays one canvas.',
      ),
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
    languages: oneLanguageUnlinked,
  },
  canvasPanel: canvasPanelRules,
  triiiceratops: {
    text: rule(
      'yes',
      'Tous les textes, dans le panneau « Annotations », que le lecteur doit ouvrir.',
      'All texts, in the panel “Annotations”, which the reader has to open.',
      'It shows every annotation page of a canvas; in place of a summary it shows “[object Object]”.',
    ),
    order: nextView,
    contents: noContents,
    regions: {
      analysis: { ...detailCanvas.analysis, reason: boxes },
      exhibition: { ...detailCanvas.exhibition, reason: boxes },
    },
    marks: marksPicture,
    layers: layerFirst,
    others: rule(
      'yes',
      'L’autre œuvre suit, sur une vue à elle ; son crédit est dans « Métadonnées ».',
      'The other work follows, on a view of its own; its credit is in “Metadata”.',
      'It shows the statement and the metadata of the manifest, none of a canvas.',
    ),
    languages: oneLanguageUnlinked,
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
  openseadragon: openseadragonRules,
}

export const ruleOf = (viewer: Viewer, aspect: Aspect, kind: StoryKind): Rule => {
  const ruling = rules[viewer][aspect]
  return 'sees' in ruling ? ruling : ruling[kind]
}
