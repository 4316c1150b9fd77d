import type { SharePhrases } from './phrases.js'

export const enShare: SharePhrases = {
  share: 'Share',
  detail: 'Detail',
  detailOf: title => `Detail of ‘${title}’`,
  wholeWork: 'See the whole work',
  shareWhole: 'Share this view',
  close: 'Close',
  preview: 'What will be shown',
  address: 'Stable address of this detail',
  addressOfWhole: 'Stable address of this view',
  embed: 'To embed in a page',
  contentState: 'Content state (IIIF Content State)',
  cropAddress: 'Image of the detail (IIIF)',
  largestCrop: 'Image of the detail, as large as it comes (IIIF)',
  wholePictureOnly: 'The lender’s server gives the whole picture only.',
  copy: 'Copy',
  copyWhat: what => `Copy: ${what}`,
  copied: what => `Copied: ${what}.`,
  failed: 'This panel cannot be opened at the moment. The address of the detail:',
  displaced:
    'The picture of this work has changed its proportions since the detail was chosen, which cannot be found on it any more. This is the whole picture.',
  layerMissing: layer =>
    `This detail was chosen under another light, which is no longer shown. Here it is in ${layer}.`,
  unreadable: 'This address of a detail cannot be read',
  expected:
    'The address of a detail is written ‘/d/{work}/x,y,width,height/width,height’: a rectangle in pixels, then the size of the picture on which it was chosen, which must contain it. ‘?view=’ and ‘&layer=’ may follow.',
  stateUnreadable: 'This link cannot be read',
  stateForeign: 'This link leads to another site',
  stateExpected:
    'After ‘?iiif-content=’ this site expects the address of a manifest or a canvas of one of its works, analyses or exhibitions, or a IIIF content state that names one.',
}
