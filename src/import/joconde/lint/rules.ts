import type { Code } from '../fields.js'

/** In which languages a curator's report is written. */
export const reportLanguages = ['fr', 'en'] as const
export type ReportLanguage = (typeof reportLanguages)[number]

export const severities = ['error', 'warning', 'suggestion'] as const
export type Severity = (typeof severities)[number]

type Text = Readonly<Record<ReportLanguage, string>>
type Rule = Readonly<{ severity: Severity; says: Text; mend: Text }>

/**
 * Every rule of the linter, after the Ministry's export rules of 25 March 2024 and what POP does on import: an error is what
 * POP rejects or nobody can attribute, a warning a value that is wrong or lost, a suggestion what the rules recommend.
 */
export const rules = {
  'mandatory-missing': {
    severity: 'error',
    says: { fr: 'Le champ obligatoire est vide', en: 'The mandatory field is empty' },
    mend: {
      fr: 'Remplissez ce champ dans votre outil de gestion : sans lui, POP refuse la notice.',
      en: 'Fill the field in your collections software: POP rejects a notice without it.',
    },
  },
  'mandatory-column-missing': {
    severity: 'error',
    says: { fr: 'Le fichier n’a pas ce champ obligatoire', en: 'The file lacks this mandatory field' },
    mend: {
      fr: 'Ajoutez ce champ à l’export : sans lui, POP refuse toutes les notices du fichier.',
      en: 'Add the field to the export: POP rejects every notice of a file without it.',
    },
  },
  'reference-missing': {
    severity: 'error',
    says: { fr: 'La notice n’a pas de référence', en: 'The notice has no reference' },
    mend: {
      fr: 'Donnez-lui sa référence Joconde. En attendant, l’œuvre est publiée sous l’identifiant indiqué, qui ne vaut pas référence.',
      en: 'Give it its Joconde reference. Until then the work is published under the id given here, which is no reference.',
    },
  },
  'reference-twice': {
    severity: 'error',
    says: {
      fr: 'Plusieurs notices du fichier ont la même référence',
      en: 'Several notices of the file share a reference',
    },
    mend: {
      fr: 'Une référence ne désigne qu’une notice. Toutes les valeurs sont gardées sous une seule œuvre, la première s’affiche.',
      en: 'A reference is of one notice. All values are kept in one work, the first is shown.',
    },
  },
  'reference-not-first': {
    severity: 'error',
    says: { fr: 'La notice ne commence pas par la référence', en: 'The notice does not begin with its reference' },
    mend: { fr: 'Placez le champ REF en tête de la notice.', en: 'Put the field REF at the head of the notice.' },
  },
  'museum-malformed': {
    severity: 'error',
    says: { fr: 'Ce n’est pas un code Muséofile', en: 'Not a Muséofile code' },
    mend: {
      fr: 'Un code Muséofile est un M et quatre chiffres, comme M0629. L’œuvre n’est rattachée à aucun musée.',
      en: 'A Muséofile code is an M and four digits, such as M0629. The work belongs to no museum.',
    },
  },
  'row-overlong': {
    severity: 'error',
    says: { fr: 'La ligne a plus de cellules que l’en-tête', en: 'The row has more cells than the header' },
    mend: {
      fr: 'Un séparateur est de trop, ou des guillemets manquent. La notice n’est pas importée.',
      en: 'A separator is one too many, or quotation marks are missing. The notice is not imported.',
    },
  },
  'reference-short': {
    severity: 'warning',
    says: { fr: 'La référence a moins de 11 caractères', en: 'The reference has fewer than 11 characters' },
    mend: {
      fr: 'Un tableur a sans doute ôté les zéros du début : ils sont remis. Formatez la colonne en « texte » avant d’exporter.',
      en: 'A spreadsheet has probably taken the leading zeros away: they are put back. Format the column as text.',
    },
  },
  unterminated: {
    severity: 'warning',
    says: { fr: 'La notice n’est pas fermée par //', en: 'The notice is not closed by //' },
    mend: {
      fr: 'Vérifiez que le fichier est complet : la dernière ligne doit être //.',
      en: 'Make sure that the file is whole: its last line must be //.',
    },
  },
  'wrong-encoding': {
    severity: 'warning',
    says: { fr: 'Des caractères ont été mal encodés', en: 'Characters were wrongly encoded' },
    mend: {
      fr: 'Le texte est lu comme proposé. Exportez en UTF-8, sans passer par un autre logiciel.',
      en: 'The text is read as proposed. Export in UTF-8, without another program in between.',
    },
  },
  'forbidden-characters': {
    severity: 'warning',
    says: { fr: 'La valeur contient une tabulation ou //', en: 'The value holds a tab or //' },
    mend: { fr: 'Ôtez ces caractères, que POP interdit.', en: 'Take out these characters, which POP forbids.' },
  },
  'commas-for-semicolons': {
    severity: 'warning',
    says: { fr: 'Des virgules ont remplacé les points-virgules', en: 'Commas have taken the place of semicolons' },
    mend: {
      fr: 'Une virgule sans espace est lue comme un séparateur. Repartez d’un export qui garde les points-virgules.',
      en: 'A comma without a space is read as a separator. Start again from an export that keeps its semicolons.',
    },
  },
  'name-missing': {
    severity: 'warning',
    says: { fr: 'Ni dénomination, ni appellation, ni titre', en: 'No object type, common name or title' },
    mend: {
      fr: 'L’une des trois est indispensable à la diffusion (DENO, APPL ou TITR).',
      en: 'One of the three is indispensable (DENO, APPL or TITR).',
    },
  },
  'anonymous-misspelt': {
    severity: 'suggestion',
    says: { fr: '« anonyme » semble mal écrit', en: '“anonyme” seems misspelt' },
    mend: {
      fr: 'Écrivez « anonyme » : ce mot ne doit pas passer pour un nom.',
      en: 'Write “anonyme”: it must not pass for a name.',
    },
  },
  'domain-misspelt': {
    severity: 'warning',
    says: { fr: 'Le domaine semble mal écrit', en: 'The domain seems misspelt' },
    mend: {
      fr: 'Choisissez le terme dans la liste des domaines de Joconde.',
      en: 'Choose the term from Joconde’s list of domains.',
    },
  },
  'date-unread': {
    severity: 'warning',
    says: { fr: 'La date n’est pas comprise', en: 'The date is not understood' },
    mend: {
      fr: 'Écrivez 1922, 1617 : vers, 1850 - 1860, 1803 : date de début ; 1810 : date de fin, ou 4e quart 18e siècle.',
      en: 'Write 1922, 1617 : vers, 1850 - 1860, 1803 : date de début ; 1810 : date de fin, or 4e quart 18e siècle.',
    },
  },
  'date-in-future': {
    severity: 'warning',
    says: { fr: 'La date est dans l’avenir', en: 'The date lies in the future' },
    mend: {
      fr: 'Vérifiez l’année : deux chiffres sont peut-être intervertis.',
      en: 'Check the year: two digits may be exchanged.',
    },
  },
  'dates-disagree': {
    severity: 'warning',
    says: { fr: 'Le millésime n’est pas dans la période', en: 'The year does not lie in the period' },
    mend: {
      fr: 'Corrigez le millésime (MILL) ou la période (PERI).',
      en: 'Correct the year (MILL) or the period (PERI).',
    },
  },
  'measure-unread': {
    severity: 'warning',
    says: { fr: 'Une mesure n’est pas comprise', en: 'A measure is not understood' },
    mend: {
      fr: 'Écrivez par exemple H. 23 ; L. 61 ; l. 28 : planche, en centimètres, de 1 mm à 100 m.',
      en: 'Write for example H. 23 ; L. 61 ; l. 28 : planche, in centimetres, from 1 mm to 100 m.',
    },
  },
  'address-invalid': {
    severity: 'warning',
    says: { fr: 'Ce n’est pas une adresse web', en: 'Not a web address' },
    mend: { fr: 'Une adresse commence par https:// ou http://.', en: 'An address begins with https:// or http://.' },
  },
  'image-name-invalid': {
    severity: 'warning',
    says: { fr: 'Ce n’est pas un nom de fichier image', en: 'Not the name of an image file' },
    mend: {
      fr: 'Donnez le nom du fichier avec son extension : RL_46-1-1.jpg ; plusieurs noms sont séparés par ; sans espace.',
      en: 'Give the name of the file with its extension: RL_46-1-1.jpg; several names are parted by ; without spaces.',
    },
  },
  'image-too-small': {
    severity: 'warning',
    says: { fr: 'L’image est plus petite que 640 × 480 pixels', en: 'The image is smaller than 640 × 480 pixels' },
    mend: {
      fr: 'Joconde ne la diffuserait pas : numérisez-la plus grand.',
      en: 'Joconde would not publish it: digitise it larger.',
    },
  },
  'credit-missing': {
    severity: 'warning',
    says: { fr: 'L’image n’a pas de crédit photographique', en: 'The image has no photograph credit' },
    mend: {
      fr: 'Remplissez PHOT, obligatoire pour une notice illustrée.',
      en: 'Fill PHOT, mandatory for a notice with images.',
    },
  },
  'public-domain-disagrees': {
    severity: 'warning',
    says: {
      fr: 'La date d’entrée dans le domaine public ne suit pas celle du décès',
      en: 'The date of entry into the public domain does not follow from the death',
    },
    mend: {
      fr: 'Les droits durent 70 ans après l’année du décès : l’entrée est au 1er janvier de la 71e année.',
      en: 'Rights last 70 years after the year of death: the entry is on 1 January of the 71st year.',
    },
  },
  'museum-unknown': {
    severity: 'suggestion',
    says: { fr: 'Ce musée n’est pas encore dans le catalogue', en: 'This museum is not yet in the catalogue' },
    mend: {
      fr: 'Importez le Muséofile : les œuvres y seront rattachées d’elles-mêmes.',
      en: 'Import the Muséofile: the works will be linked by themselves.',
    },
  },
  'reference-of-other-museum': {
    severity: 'suggestion',
    says: { fr: 'La référence n’est pas celle de ce musée', en: 'The reference is not of this museum' },
    mend: {
      fr: 'Une référence commence par le code Muséofile. Celle d’une notice ancienne ne se change pas ; vérifiez le code.',
      en: 'A reference begins with the Muséofile code. That of an older notice never changes; check the code.',
    },
  },
  'period-missing': {
    severity: 'suggestion',
    says: { fr: 'Le millésime est donné sans la période', en: 'The year is given without the period' },
    mend: { fr: 'Ajoutez la période proposée dans PERI.', en: 'Add the proposed period to PERI.' },
  },
  'measure-empty': {
    severity: 'suggestion',
    says: { fr: 'Une mesure n’a pas de valeur', en: 'A measure has no value' },
    mend: { fr: 'Ôtez-la, ou donnez sa valeur.', en: 'Take it out, or give its value.' },
  },
  'measure-ambiguous': {
    severity: 'suggestion',
    says: {
      fr: 'Rien ne dit quelles mesures sont la hauteur et la largeur de l’ensemble',
      en: 'Nothing says which measures are the height and width of the whole',
    },
    mend: {
      fr: 'Sans elles, l’échelle de l’image ne s’affiche pas. Donnez H. et l. de l’œuvre, sans précision.',
      en: 'Without them no scale is shown with the picture. Give H. and l. of the work, without a precision.',
    },
  },
  'maker-dates-form': {
    severity: 'suggestion',
    says: { fr: 'Les dates de l’auteur ne suivent pas la règle', en: 'The dates of the maker do not follow the rule' },
    mend: {
      fr: 'Écrivez (1594 - 1665), (1600? - 1660?), (18.. - 19..), (vers 1500 - 1565), (1946 - ....).',
      en: 'Write (1594 - 1665), (1600? - 1660?), (18.. - 19..), (vers 1500 - 1565), (1946 - ....).',
    },
  },
  'gender-unlisted': {
    severity: 'suggestion',
    says: { fr: 'Le genre de l’auteur n’est pas dans la liste', en: 'The gender of the maker is not in the list' },
    mend: {
      fr: 'Les termes sont : féminin, masculin, inconnu, autre.',
      en: 'The terms are: féminin, masculin, inconnu, autre.',
    },
  },
  'separator-form': {
    severity: 'suggestion',
    says: { fr: 'Le point-virgule n’est pas entre deux espaces', en: 'A semicolon has no space on both sides' },
    mend: {
      fr: 'Séparez les occurrences par espace, point-virgule, espace.',
      en: 'Part occurrences by a space, a semicolon, a space.',
    },
  },
  'image-separator-form': {
    severity: 'suggestion',
    says: { fr: 'Des espaces entourent le séparateur des images', en: 'Spaces stand around the separator of images' },
    mend: {
      fr: 'Dans REFIM, WWW et LVID, séparez par ; sans espace.',
      en: 'In REFIM, WWW and LVID, part by ; without spaces.',
    },
  },
  'missing-word': {
    severity: 'suggestion',
    says: { fr: '« disparu » est impropre', en: '“disparu” is not the proper term' },
    mend: { fr: 'Écrivez « manquant ».', en: 'Write “manquant”.' },
  },
  'minimum-missing': {
    severity: 'suggestion',
    says: { fr: 'Un champ de la fiche minimum est vide', en: 'A field of the minimum record is empty' },
    mend: { fr: 'Remplissez-le si l’information est connue.', en: 'Fill it if the information is known.' },
  },
  'minimum-column-missing': {
    severity: 'suggestion',
    says: {
      fr: 'Le fichier n’a pas ce champ de la fiche minimum',
      en: 'The file lacks this field of the minimum record',
    },
    mend: { fr: 'Ajoutez ce champ à l’export.', en: 'Add the field to the export.' },
  },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

/** What one rule has to say of one notice, or of the whole file where there is no `id`. */
export type Finding = Readonly<{
  rule: RuleId
  id?: string
  inventory?: string
  /** What the work is called, to know it by. */
  title?: string
  line?: number
  field?: Code
  value?: string
  /** What should stand there. */
  suggestion?: string
}>
