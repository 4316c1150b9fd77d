import { frShare } from './share/fr.js'
import { frStory } from './story/fr.js'

const NBSP = '\u00a0'
const THIN = '\u202f'

const number = new Intl.NumberFormat('fr')
const counted = (count: number, one: string, many: string): string =>
  `${number.format(count)}${NBSP}${count < 2 ? one : many}`

/** What pages say in French; the other languages say the same things, or do not compile. */
export const fr = {
  works: 'Œuvres',
  museums: 'Musées',
  home: 'Accueil',
  skip: 'Aller au contenu',
  mainNavigation: 'Navigation principale',
  languageChoice: 'Choix de la langue',
  worksCounted: (count: number) => counted(count, 'œuvre', 'œuvres'),
  museumsCounted: (count: number) => counted(count, 'musée', 'musées'),
  page: (page: number, pages: number) => `Page ${number.format(page)} sur ${number.format(pages)}`,
  pageNavigation: 'Pages de la liste',
  previous: 'Page précédente',
  next: 'Page suivante',
  onlyIn: (language: string) => `Certains textes n’existent qu’en ${language}.`,
  otherPhotographs: 'Œuvres en attente de photographie',

  introduction: (works: number, museums: number) =>
    museums > 0 && works > 0
      ? `Les collections de ${counted(museums, 'musée', 'musées')}, à voir de tout près${NBSP}: ${counted(works, 'œuvre', 'œuvres')} à parcourir, du tableau entier à la touche du pinceau.`
      : `À voir de tout près${NBSP}: ${counted(works, 'œuvre', 'œuvres')} à parcourir, du tableau entier à la touche du pinceau.`,
  allWorks: 'Toutes les œuvres',
  toSee: 'Sur nos cimaises',
  theMuseums: 'Les musées du réseau',
  demonstration: 'Ceci est une démonstration',
  demonstrationDetails: `Les œuvres et les musées présentés ici sont imaginaires, dessinés pour montrer ce que fait ce site${THIN}; ils n’appartiennent à aucune collection réelle.`,
  emptyTitle: 'Les cimaises sont encore vides',
  emptyDetails: `Ce site est prêt${THIN}; il attend ses premières œuvres. Voici comment les accrocher${NBSP}:`,
  emptySteps: {
    demo: 'Découvrir avec une petite collection de démonstration',
    museums: 'Faire entrer les musées du réseau',
    works: 'Faire entrer le catalogue',
    pictures: 'Accrocher les photographies',
  },

  lookCloser: 'Voir de près',
  leaveCloseUp: 'Quitter la vue rapprochée',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  wholeView: 'Vue entière',
  closeUp: (title: string) => `Vue rapprochée${NBSP}: ${title}`,
  zoomKeys: `Touches${NBSP}: flèches pour se déplacer, + et − pour agrandir et réduire, 0 pour la vue entière, Échap pour sortir.`,
  zoomState: 'Agrandi {n} fois',
  zoomFailed: 'Cette vue ne peut pas être agrandie pour le moment.',
  views: 'Vues de l’œuvre',
  layers: 'Lumières',
  layerBlend: 'Fondu',

  inventory: (number: string) => `Inv.${NBSP}${number}`,
  noRights: 'Droits non précisés',
  rights: {
    publicDomain: 'Domaine public',
    reserved: 'Droits réservés',
    noCopyright: 'Sans droit d’auteur connu',
    undetermined: 'Droits non évalués',
  },
  record: 'Notice',
  sourceRecord: 'Notice d’origine',

  shareDetail: 'Partager ce détail',
  sharing: frShare,
  downloadImage: 'Télécharger l’image',
  cite: 'Citer',
  copyCitation: 'Copier la citation',
  copied: 'Citation copiée.',
  dataAndReuse: 'Données et réutilisation',
  manifest: 'Manifeste IIIF',
  lendersManifest: 'Manifeste du prêteur',
  atTheLender: (owner: string) => `Voir l’œuvre chez le prêteur${owner ? `${NBSP}: ${owner}` : ''}`,
  imageAddress: 'Adresse de l’image (IIIF)',
  licence: 'Droits',
  permanentAddress: 'Adresse stable',
  otherViewers: 'Ouvrir dans une autre visionneuse',

  website: 'Site du musée',
  noWorksYet: 'Les œuvres de ce musée seront bientôt présentées ici.',

  failure: {
    notFound: 'Cette page n’est pas accrochée ici',
    notFoundDetails: 'L’adresse est peut-être incomplète, ou l’œuvre n’est pas publiée.',
    gone: 'Cette œuvre n’est plus présentée',
    goneDetails: 'Elle a été retirée de la publication. Son adresse reste réservée.',
    invalid: 'Cette adresse ne peut pas être lue',
    busy: 'Il y a beaucoup de monde en ce moment',
    busyDetails: 'Réessayez dans quelques instants.',
    broken: 'Quelque chose s’est décroché',
    brokenDetails: 'L’incident est noté. Réessayez dans quelques instants.',
    goOn: 'Poursuivre la visite',
  },
  story: frStory,

  viewerTitle: (viewer: string) => `Visionneuse ${viewer}`,
  viewerNeedsManifest: `Cette visionneuse attend l’adresse d’un manifeste, en http ou https, après «${NBSP}?manifest=${NBSP}» dans son adresse.`,
  viewerNeedsScript: 'Cette visionneuse a besoin de JavaScript.',
}
