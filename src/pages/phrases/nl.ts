import type { Phrases } from './phrases.js'
import { nlShare } from './share/nl.js'
import { nlStory } from './story/nl.js'

const number = new Intl.NumberFormat('nl-BE')
const counted = (count: number, one: string, many: string): string =>
  `${number.format(count)}\u00a0${count === 1 ? one : many}`

export const nl: Phrases = {
  works: 'Werken',
  museums: 'Musea',
  home: 'Startpagina',
  skip: 'Naar de inhoud',
  mainNavigation: 'Hoofdnavigatie',
  languageChoice: 'Taalkeuze',
  worksCounted: count => counted(count, 'werk', 'werken'),
  museumsCounted: count => counted(count, 'museum', 'musea'),
  page: (page, pages) => `Pagina ${number.format(page)} van ${number.format(pages)}`,
  pageNavigation: 'Pagina’s van deze lijst',
  previous: 'Vorige pagina',
  next: 'Volgende pagina',
  onlyIn: language => `Sommige teksten bestaan alleen in het ${language}.`,
  otherPhotographs: 'Werken die nog op een foto wachten',

  introduction: (works, museums) =>
    museums > 0 && works > 0
      ? `De collecties van ${counted(museums, 'museum', 'musea')}, van heel dichtbij: ${counted(works, 'werk', 'werken')} om te verkennen, van het hele beeld tot de penseelstreek.`
      : `Van heel dichtbij: ${counted(works, 'werk', 'werken')} om te verkennen, van het hele beeld tot de penseelstreek.`,
  allWorks: 'Alle werken',
  toSee: 'Aan onze muren',
  theMuseums: 'De musea van het netwerk',
  demonstration: 'Dit is een demonstratie',
  demonstrationDetails:
    'De werken en musea op deze site zijn verzonnen en getekend om te tonen wat de site kan; ze behoren tot geen enkele echte collectie.',
  emptyTitle: 'De muren zijn nog leeg',
  emptyDetails: 'De site is klaar en wacht op de eerste werken. Zo hangt u ze op:',
  emptySteps: {
    demo: 'Rondkijken met een kleine demonstratiecollectie',
    museums: 'De musea van het netwerk invoeren',
    works: 'De catalogus invoeren',
    pictures: 'De foto’s ophangen',
  },

  lookCloser: 'Van dichtbij bekijken',
  leaveCloseUp: 'Close-up verlaten',
  zoomIn: 'Inzoomen',
  zoomOut: 'Uitzoomen',
  wholeView: 'Hele beeld',
  closeUp: title => `Van dichtbij: ${title}`,
  zoomKeys:
    'Toetsen: pijlen om te verschuiven, + en − om in en uit te zoomen, 0 voor het hele beeld, Escape om te sluiten.',
  zoomState: '{n} keer vergroot',
  zoomFailed: 'Dit beeld kan op dit moment niet worden vergroot.',
  views: 'Beelden van het werk',
  layers: 'Soorten licht',
  layerBlend: 'Overvloeien',

  inventory: number => `Inv. ${number}`,
  noRights: 'Rechten niet vermeld',
  rights: {
    publicDomain: 'Publiek domein',
    reserved: 'Alle rechten voorbehouden',
    noCopyright: 'Geen bekende auteursrechten',
    undetermined: 'Auteursrecht niet onderzocht',
  },
  record: 'Beschrijving',
  sourceRecord: 'Oorspronkelijke beschrijving',

  shareDetail: 'Dit detail delen',
  sharing: nlShare,
  downloadImage: 'Afbeelding downloaden',
  cite: 'Citeren',
  copyCitation: 'Citaat kopiëren',
  copied: 'Citaat gekopieerd.',
  dataAndReuse: 'Gegevens en hergebruik',
  manifest: 'IIIF-manifest',
  lendersManifest: 'Manifest van de bruikleengever',
  atTheLender: (owner: string) => `Bekijk het werk bij de bruikleengever${owner ? `: ${owner}` : ''}`,
  imageAddress: 'Adres van de afbeelding (IIIF)',
  licence: 'Rechten',
  permanentAddress: 'Vast adres',
  otherViewers: 'Openen in een andere viewer',

  website: 'Website van het museum',
  noWorksYet: 'De werken van dit museum zijn hier binnenkort te zien.',

  failure: {
    notFound: 'Deze pagina hangt hier niet',
    notFoundDetails: 'Het adres is misschien onvolledig, of het werk is niet gepubliceerd.',
    gone: 'Dit werk wordt niet meer getoond',
    goneDetails: 'Het is uit de publicatie genomen. Het adres blijft gereserveerd.',
    invalid: 'Dit adres kan niet worden gelezen',
    busy: 'Het is op dit moment erg druk',
    busyDetails: 'Probeer het zo dadelijk opnieuw.',
    broken: 'Er is iets van de muur gevallen',
    brokenDetails: 'Het voorval is genoteerd. Probeer het zo dadelijk opnieuw.',
    goOn: 'Verder met het bezoek',
  },
  story: nlStory,

  viewerTitle: viewer => `${viewer}-viewer`,
  viewerNeedsManifest:
    'Deze viewer verwacht het adres van een manifest, in http of https, na ‘?manifest=’ in zijn eigen adres.',
  viewerNeedsScript: 'Deze viewer heeft JavaScript nodig.',
}
