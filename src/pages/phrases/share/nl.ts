import type { SharePhrases } from './phrases.js'

export const nlShare: SharePhrases = {
  share: 'Delen',
  detail: 'Detail',
  detailOf: title => `Detail van ‘${title}’`,
  wholeWork: 'Bekijk het hele werk',
  shareWhole: 'Dit beeld delen',
  close: 'Sluiten',
  preview: 'Wat getoond zal worden',
  address: 'Vast adres van dit detail',
  addressOfWhole: 'Vast adres van dit beeld',
  embed: 'Om in een pagina op te nemen',
  contentState: 'Inhoudstoestand (IIIF Content State)',
  cropAddress: 'Afbeelding van het detail (IIIF)',
  largestCrop: 'Afbeelding van het detail, zo groot mogelijk (IIIF)',
  wholePictureOnly: 'De server van de bruikleengever geeft alleen het hele beeld.',
  copy: 'Kopiëren',
  copyWhat: what => `Kopiëren: ${what}`,
  copied: what => `Gekopieerd: ${what}.`,
  failed: 'Dit paneel kan op dit moment niet worden geopend. Het adres van het detail:',
  displaced:
    'De afbeelding van dit werk heeft andere verhoudingen gekregen sinds dit detail werd gekozen; het is er niet meer op terug te vinden. Dit is het hele beeld.',
  layerMissing: layer =>
    `Dit detail werd gekozen in ander licht, dat niet meer wordt getoond. Hier is het in ${layer}.`,
  unreadable: 'Dit adres van een detail kan niet worden gelezen',
  expected:
    'Het adres van een detail luidt ‘/d/{werk}/x,y,breedte,hoogte/breedte,hoogte’: een rechthoek in pixels, dan de grootte van het beeld waarop hij werd gekozen en waar hij in moet passen. ‘?view=’ en ‘&layer=’ kunnen volgen.',
  stateUnreadable: 'Deze link kan niet worden gelezen',
  stateForeign: 'Deze link leidt naar een andere site',
  stateExpected:
    'Na ‘?iiif-content=’ verwacht deze site het adres van een manifest of een canvas van een van zijn werken, analyses of tentoonstellingen, of een IIIF Content State die er een noemt.',
}
