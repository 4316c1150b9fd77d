import type { Phrases } from './phrases.js'
import { enShare } from './share/en.js'
import { enStory } from './story/en.js'

const number = new Intl.NumberFormat('en-GB')
const counted = (count: number, one: string, many: string): string =>
  `${number.format(count)}\u00a0${count === 1 ? one : many}`

export const en: Phrases = {
  works: 'Works',
  museums: 'Museums',
  home: 'Home',
  skip: 'Skip to content',
  mainNavigation: 'Main navigation',
  languageChoice: 'Choice of language',
  worksCounted: count => counted(count, 'work', 'works'),
  museumsCounted: count => counted(count, 'museum', 'museums'),
  page: (page, pages) => `Page ${number.format(page)} of ${number.format(pages)}`,
  pageNavigation: 'Pages of this list',
  previous: 'Previous page',
  next: 'Next page',
  onlyIn: language => `Some texts exist only in ${language}.`,
  otherPhotographs: 'Works awaiting photography',

  introduction: (works, museums) =>
    museums > 0 && works > 0
      ? `The collections of ${counted(museums, 'museum', 'museums')}, seen from very close: ${counted(works, 'work', 'works')} to explore, from the whole picture to the single brushstroke.`
      : `Seen from very close: ${counted(works, 'work', 'works')} to explore, from the whole picture to the single brushstroke.`,
  allWorks: 'All works',
  toSee: 'On our walls',
  theMuseums: 'The museums of the network',
  demonstration: 'This is a demonstration',
  demonstrationDetails:
    'The works and museums shown here are imaginary, drawn to show what this site does; they belong to no real collection.',
  emptyTitle: 'The walls are still bare',
  emptyDetails: 'This site is ready and waits for its first works. Here is how to hang them:',
  emptySteps: {
    demo: 'Look around with a small demonstration collection',
    museums: 'Bring in the museums of the network',
    works: 'Bring in the catalogue',
    pictures: 'Hang the photographs',
  },

  lookCloser: 'Look closer',
  leaveCloseUp: 'Leave the close-up',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  wholeView: 'Whole view',
  closeUp: title => `Close-up: ${title}`,
  zoomKeys: 'Keys: arrows to move, + and − to zoom in and out, 0 for the whole view, Escape to leave.',
  zoomState: 'Magnified {n} times',
  zoomFailed: 'This view cannot be enlarged at the moment.',
  views: 'Views of the work',
  layers: 'Kinds of light',
  layerBlend: 'Fade',

  inventory: number => `Inv. ${number}`,
  noRights: 'Rights not stated',
  rights: {
    publicDomain: 'Public domain',
    reserved: 'All rights reserved',
    noCopyright: 'No known copyright',
    undetermined: 'Copyright not evaluated',
  },
  record: 'Catalogue record',
  sourceRecord: 'Original record',

  shareDetail: 'Share this detail',
  sharing: enShare,
  downloadImage: 'Download the image',
  cite: 'Cite',
  copyCitation: 'Copy the citation',
  copied: 'Citation copied.',
  dataAndReuse: 'Data and reuse',
  manifest: 'IIIF manifest',
  lendersManifest: 'The lender’s manifest',
  atTheLender: (owner: string) => `See the work at its lender${owner ? `: ${owner}` : ''}`,
  imageAddress: 'Image address (IIIF)',
  licence: 'Rights',
  permanentAddress: 'Stable address',
  otherViewers: 'Open in another viewer',

  website: 'Museum website',
  noWorksYet: 'The works of this museum will soon be shown here.',

  failure: {
    notFound: 'This page does not hang here',
    notFoundDetails: 'The address may be incomplete, or the work is not published.',
    gone: 'This work is no longer shown',
    goneDetails: 'It has been withdrawn from publication. Its address stays reserved.',
    invalid: 'This address cannot be read',
    busy: 'The galleries are crowded just now',
    busyDetails: 'Please try again in a moment.',
    broken: 'Something has come off the wall',
    brokenDetails: 'The incident has been noted. Please try again in a moment.',
    goOn: 'Continue your visit',
  },
  story: enStory,

  viewerTitle: viewer => `${viewer} viewer`,
  viewerNeedsManifest:
    'This viewer expects the address of a manifest, in http or https, after “?manifest=” in its own address.',
  viewerNeedsScript: 'This viewer needs JavaScript.',
}
