const NBSP = '\u00a0'
const THIN = '\u202f'

/** What is said where a detail is shared, in French; the other languages say the same things. */
export const frShare = {
  share: 'Partager',
  detail: 'Détail',
  detailOf: (title: string) => `Détail de «${THIN}${title}${THIN}»`,
  wholeWork: 'Voir l’œuvre entière',
  shareWhole: 'Partager cette vue',
  close: 'Fermer',
  preview: 'Ce qui sera montré',
  address: 'Adresse stable de ce détail',
  addressOfWhole: 'Adresse stable de cette vue',
  embed: 'À intégrer dans une page',
  contentState: 'État de contenu (IIIF Content State)',
  cropAddress: 'Image du détail (IIIF)',
  largestCrop: 'Image du détail, la plus grande (IIIF)',
  wholePictureOnly: 'Le serveur du prêteur ne donne que l’image entière.',
  copy: 'Copier',
  copyWhat: (what: string) => `Copier${NBSP}: ${what}`,
  copied: (what: string) => `Copié${NBSP}: ${what}.`,
  failed: `Le panneau ne peut pas s’ouvrir pour le moment. L’adresse de ce détail${NBSP}:`,
  displaced: `L’image de cette œuvre a changé de proportions depuis que ce détail a été choisi${THIN}; il ne peut plus y être situé. Voici l’image entière.`,
  layerMissing: (layer: string) =>
    `Ce détail avait été choisi sous une autre lumière, qui n’est plus présentée. Le voici en ${layer}.`,
  unreadable: 'Cette adresse de détail ne peut pas être lue',
  expected: `Une adresse de détail s’écrit «${THIN}/d/{œuvre}/x,y,largeur,hauteur/largeur,hauteur${THIN}»${NBSP}: un rectangle en pixels, puis la taille de l’image où il a été choisi, qui doit le contenir. Peuvent suivre «${THIN}?view=${THIN}» et «${THIN}&layer=${THIN}».`,
  stateUnreadable: 'Ce lien ne peut pas être lu',
  stateForeign: 'Ce lien mène à un autre site',
  stateExpected: `Après «${THIN}?iiif-content=${THIN}», ce site attend l’adresse d’un manifeste ou d’une vue d’une de ses œuvres, analyses ou expositions, ou un état de contenu IIIF qui en nomme une.`,
}
