import type { Kind } from '../catalogue/model.js'
import { storyRules } from './stories/rules.js'

export const reportLanguages = ['fr', 'en'] as const
export type ReportLanguage = (typeof reportLanguages)[number]
export type Worded = Readonly<Record<ReportLanguage, string>>

/** An error is something that a visitor or a harvester meets, or a loss; a warning is neither. */
export const severities = ['error', 'warning'] as const
export type Severity = (typeof severities)[number]

/** What can be found: what it means to a curator, and what is to be done. */
export type Rule = Readonly<{ severity: Severity; says: Worded; mend: Worded }>

const restore: Worded = {
  fr: 'Restaurez une sauvegarde de catalogue.db.',
  en: 'Restore a backup of catalogue.db.',
}
const importAgain: Worded = {
  fr: 'Réimportez la notice (beffroi import) ; sinon restaurez une sauvegarde de catalogue.db.',
  en: 'Import its record again (beffroi import); else restore a backup of catalogue.db.',
}
const report: Worded = {
  fr: 'Corrigez ce que la notice en dit et réimportez-la ; si elle n’y est pour rien, signalez ce rapport aux auteurs de Beffroi.',
  en: 'Correct what the record says of it and import it again; if the record is right, report this to the authors of Beffroi.',
}
const mendFirst: Worded = {
  fr: 'Corrigez d’abord ce qui est signalé par ailleurs de ce contenu ; si rien d’autre ne l’est, signalez ce rapport aux auteurs de Beffroi.',
  en: 'Mend first whatever else is told of it; if there is nothing else, report this to the authors of Beffroi.',
}
const ingestAgain: Worded = {
  fr: 'Restaurez ce fichier depuis une sauvegarde, ou supprimez-le et ingérez de nouveau l’original (beffroi ingest).',
  en: 'Restore this file from a backup, or delete it and ingest the original again (beffroi ingest).',
}

/** The table of everything that can be found, in the order of reports. */
export const rules = {
  'catalogue-unreadable': {
    severity: 'error',
    says: {
      fr: 'La base de données du catalogue est illisible.',
      en: 'The database of the catalogue cannot be read.',
    },
    mend: restore,
  },
  'catalogue-older': {
    severity: 'error',
    says: {
      fr: 'La base de données est d’une version antérieure de Beffroi.',
      en: 'The database is of an older version of Beffroi.',
    },
    mend: {
      fr: 'Démarrez une fois le serveur (beffroi serve), qui la met à jour, puis relancez la vérification.',
      en: 'Start the server once (beffroi serve), which brings it up to date, then check again.',
    },
  },
  'catalogue-newer': {
    severity: 'error',
    says: {
      fr: 'La base de données est d’une version plus récente de Beffroi.',
      en: 'The database is of a newer version of Beffroi.',
    },
    mend: { fr: 'Vérifiez avec cette version-là.', en: 'Check with that version.' },
  },
  'file-damaged': {
    severity: 'error',
    says: { fr: 'Le fichier de la base de données est endommagé.', en: 'The file of the database is damaged.' },
    mend: restore,
  },
  'reference-broken': {
    severity: 'error',
    says: {
      fr: 'La base de données renvoie à quelque chose qui n’y est pas.',
      en: 'The database refers to something that is not there.',
    },
    mend: restore,
  },
  'record-damaged': {
    severity: 'error',
    says: { fr: 'L’enregistrement est endommagé.', en: 'The record is damaged.' },
    mend: importAgain,
  },
  'work-misplaced': {
    severity: 'error',
    says: {
      fr: 'L’œuvre est rangée ailleurs que là où sa notice le dit.',
      en: 'The work stands elsewhere than its record says.',
    },
    mend: importAgain,
  },
  'view-empty': {
    severity: 'error',
    says: { fr: 'Une vue de l’œuvre est sans image.', en: 'A view of the work has no picture.' },
    mend: {
      fr: 'Ingérez de nouveau l’image de cette vue (beffroi ingest).',
      en: 'Ingest the picture of this view again (beffroi ingest).',
    },
  },
  'journal-disordered': {
    severity: 'error',
    says: {
      fr: 'Le journal n’est pas dans l’ordre des dates : les moissonneurs manqueraient des changements.',
      en: 'The journal is not in the order of its dates: harvesters would miss changes.',
    },
    mend: restore,
  },
  'journal-wrong': {
    severity: 'error',
    says: {
      fr: 'Le journal ne dit pas ce qui est publié : les moissonneurs sont trompés.',
      en: 'The journal does not say what is published: harvesters are misled.',
    },
    mend: restore,
  },
  'collection-unanswered': {
    severity: 'error',
    says: {
      fr: 'Une collection ne répond pas : on ne peut dire si elle mène à toutes ses œuvres.',
      en: 'A collection does not answer: whether it leads to all its works cannot be told.',
    },
    mend: mendFirst,
  },
  unreachable: {
    severity: 'error',
    says: {
      fr: 'L’œuvre est publiée, mais aucune collection n’y mène.',
      en: 'The work is published, but no collection leads to it.',
    },
    mend: importAgain,
  },
  unanswered: {
    severity: 'error',
    says: {
      fr: 'Une adresse que donnent nos documents ne répond pas.',
      en: 'An address that our documents give does not answer.',
    },
    mend: mendFirst,
  },
  'other-id': {
    severity: 'error',
    says: {
      fr: 'Un document donne une autre adresse que celle qui le sert.',
      en: 'A document names another address than the one that serves it.',
    },
    mend: report,
  },
  invalid: {
    severity: 'error',
    says: {
      fr: 'Un document ne suit pas le schéma : des visionneuses pourraient ne pas le montrer.',
      en: 'A document does not follow the schema: viewers may fail to show it.',
    },
    mend: report,
  },
  'invalid-elsewhere': {
    severity: 'error',
    says: {
      fr: 'Un document ne suit pas le schéma donné par --schema.',
      en: 'A document does not follow the schema given by --schema.',
    },
    mend: report,
  },
  'too-long': {
    severity: 'error',
    says: { fr: 'Une collection a trop d’entrées.', en: 'A collection has too many entries.' },
    mend: { fr: 'Diminuez --page-size.', en: 'Lower --page-size.' },
  },
  'tile-unplanned': {
    severity: 'error',
    says: {
      fr: 'Une tuile ou une taille annoncée par info.json ne peut être servie.',
      en: 'A tile or size that info.json offers cannot be served.',
    },
    mend: {
      fr: 'Vérifiez les limites de taille de l’image et du serveur (--max-width, --max-height, --max-area).',
      en: 'Check the limits of size of the image and the server (--max-width, --max-height, --max-area).',
    },
  },
  ...storyRules,
  'pyramid-missing': {
    severity: 'error',
    says: { fr: 'Le fichier de la pyramide manque.', en: 'The file of the pyramid is missing.' },
    mend: {
      fr: 'Restaurez-le depuis une sauvegarde, ou ingérez de nouveau l’original (beffroi ingest).',
      en: 'Restore it from a backup, or ingest the original again (beffroi ingest).',
    },
  },
  'pyramid-unreadable': {
    severity: 'error',
    says: {
      fr: 'Le fichier de la pyramide est illisible ou n’est pas celui que dit le catalogue.',
      en: 'The file of the pyramid cannot be read or is not the one that the catalogue says.',
    },
    mend: ingestAgain,
  },
  'pyramid-changed': {
    severity: 'error',
    says: {
      fr: 'Le fichier de la pyramide n’est plus celui qui fut ingéré : des octets ont changé.',
      en: 'The file of the pyramid is no longer the one that was ingested: bytes have changed.',
    },
    mend: ingestAgain,
  },
  unfinished: {
    severity: 'error',
    says: { fr: 'Une vérification n’a pu être menée à son terme.', en: 'A check could not be brought to its end.' },
    mend: {
      fr: 'Corrigez le reste, puis relancez la vérification ; si rien d’autre n’est signalé, envoyez ce rapport aux auteurs de Beffroi.',
      en: 'Mend the rest and check again; if nothing else is told, send this report to the authors of Beffroi.',
    },
  },
  'file-stray': {
    severity: 'warning',
    says: {
      fr: 'Aucune image du catalogue n’a ce fichier pour pyramide.',
      en: 'No image of the catalogue has this file as its pyramid.',
    },
    mend: { fr: 'Il peut être supprimé.', en: 'It may be deleted.' },
  },
  'master-stray': {
    severity: 'warning',
    says: {
      fr: 'Aucune image du catalogue n’est faite de cet original.',
      en: 'No image of the catalogue was made from this master.',
    },
    mend: {
      fr: 'Ingérez-le (beffroi ingest), ou rangez-le ailleurs.',
      en: 'Ingest it (beffroi ingest), or keep it elsewhere.',
    },
  },
  'derivatives-damaged': {
    severity: 'warning',
    says: {
      fr: 'La réserve d’images calculées (derivatives.db) est endommagée.',
      en: 'The store of rendered images (derivatives.db) is damaged.',
    },
    mend: {
      fr: 'Supprimez derivatives.db avec ses fichiers -wal et -shm ; rien n’est perdu.',
      en: 'Delete derivatives.db with its files -wal and -shm; nothing is lost.',
    },
  },
} as const satisfies Record<string, Rule>

export type FindingCode = keyof typeof rules

/** What a finding is about. `address` is one of the site's own, as documents name it; `path` is below the data directory. */
export type Subject =
  | Readonly<{ kind: 'catalogue' }>
  | Readonly<{ kind: Kind; id: string }>
  | Readonly<{ kind: 'address'; address: string }>
  | Readonly<{ kind: 'file'; path: string }>

/** `detail` says exactly what was found, in English and the words of the standards, for those who will repair it. */
export type Finding = Readonly<{
  code: FindingCode
  subject: Subject
  detail?: string
  /** Where it was seen: an address or a path, where that is not the subject itself. */
  place?: string
  /** The work that a curator will look for; found out where `subject` does not name it. */
  work?: Readonly<{ id: string; title?: string }>
}>

export const severityOf = ({ code }: Pick<Finding, 'code'>): Severity => rules[code].severity
