import { type Code, fields } from '../fields.js'
import { type Finding, type ReportLanguage, type RuleId, rules, type Severity } from './rules.js'

/** Words of the curator's report. */
export const reportWords = {
  fr: {
    title: 'Contrôle des notices Joconde',
    severities: { error: 'Erreurs', warning: 'Avertissements', suggestion: 'Suggestions' },
    severity: { error: 'erreur', warning: 'avertissement', suggestion: 'suggestion' },
    explained: {
      error: 'POP refuserait ces notices, ou l’on ne sait pas à quelle œuvre elles se rapportent.',
      warning: 'Une valeur est fausse, illisible ou manque : rien n’est perdu, mais elle mérite une correction.',
      suggestion: 'Les règles du ministère le recommandent ; la notice s’affiche sans cela.',
    },
    recognised: 'Format reconnu',
    notices: (count: string) => (count === '1' ? '1 notice' : `${count} notices`),
    outcome: { created: 'nouvelles', updated: 'mises à jour', unchanged: 'inchangées', refused: 'non importées' },
    planned: {
      created: 'à créer',
      updated: 'à mettre à jour',
      unchanged: 'inchangées',
      refused: 'non importées',
    },
    clean: 'Aucune remarque : ces notices suivent les règles d’export vers Joconde.',
    mend: 'Pour corriger',
    proposed: 'lu ou proposé',
    line: 'ligne',
    times: (count: string) => `${count} fois`,
    more: (count: string) => `et ${count} autres`,
    listed: 'Toutes les remarques : --report FICHIER.csv ou FICHIER.html.',
    dryRun: 'Ceci était un essai : rien n’a été écrit.',
    noticeOnly: 'Colonnes hors du schéma Joconde, gardées telles quelles dans la notice',
    columns: [
      'gravité',
      'référence',
      'inventaire',
      'titre',
      'champ',
      'intitulé',
      'remarque',
      'valeur',
      'proposition',
      'ligne',
      'règle',
    ],
    byRule: 'Remarques par règle',
    byNotice: 'Notices à corriger',
    byNoticeNote: (shown: string, total: string) => `${shown} notices sur ${total}, dans l’ordre du fichier.`,
    value: 'Valeur',
    count: 'Nombre',
    reference: 'Référence',
    inventory: 'Inventaire',
    called: 'Titre',
    remarks: 'Remarques',
    wholeFile: 'Fichier',
    wholeNotice: 'Notice',
    made: (date: string) => `Établi le ${date}, d’après les spécifications d’export vers Joconde du 25 mars 2024.`,
    summary: 'En bref',
    none: 'aucune',
    noticesWith: (count: string) => (count === '1' ? 'dans 1 notice' : `dans ${count} notices`),
  },
  en: {
    title: 'Check of Joconde notices',
    severities: { error: 'Errors', warning: 'Warnings', suggestion: 'Suggestions' },
    severity: { error: 'error', warning: 'warning', suggestion: 'suggestion' },
    explained: {
      error: 'POP would reject these notices, or nobody can tell which work they are of.',
      warning: 'A value is wrong, illegible or missing: nothing is lost, but it should be corrected.',
      suggestion: 'The Ministry’s rules recommend it; the notice is shown without.',
    },
    recognised: 'Recognised as',
    notices: (count: string) => (count === '1' ? '1 notice' : `${count} notices`),
    outcome: { created: 'created', updated: 'updated', unchanged: 'unchanged', refused: 'not imported' },
    planned: {
      created: 'to be created',
      updated: 'to be updated',
      unchanged: 'unchanged',
      refused: 'not imported',
    },
    clean: 'No remarks: these notices follow the export rules of Joconde.',
    mend: 'How to mend it',
    proposed: 'read or proposed as',
    line: 'line',
    times: (count: string) => `${count} times`,
    more: (count: string) => `and ${count} more`,
    listed: 'All remarks: --report FILE.csv or FILE.html.',
    dryRun: 'This was a dry run: nothing was written.',
    noticeOnly: 'Columns outside Joconde’s schema, kept as they are in the notice',
    columns: [
      'severity',
      'reference',
      'inventory',
      'title',
      'field',
      'name',
      'remark',
      'value',
      'proposal',
      'line',
      'rule',
    ],
    byRule: 'Remarks by rule',
    byNotice: 'Notices to correct',
    byNoticeNote: (shown: string, total: string) => `${shown} of ${total} notices, in the order of the file.`,
    value: 'Value',
    count: 'Number',
    reference: 'Reference',
    inventory: 'Inventory',
    called: 'Title',
    remarks: 'Remarks',
    wholeFile: 'File',
    wholeNotice: 'Notice',
    made: (date: string) => `Made on ${date}, after the export specification of Joconde of 25 March 2024.`,
    summary: 'In short',
    none: 'none',
    noticesWith: (count: string) => (count === '1' ? 'in 1 notice' : `in ${count} notices`),
  },
} as const satisfies Record<ReportLanguage, unknown>

export type ReportWords = (typeof reportWords)[ReportLanguage]

/** « Numéro d’inventaire (INV) »; what is said of no field is said of a notice, or of the file. */
export function fieldName(code: Code | undefined, ofNotice: boolean, language: ReportLanguage): string {
  if (code !== undefined) return `${fields[code][language]} (${code})`
  return ofNotice ? reportWords[language].wholeNotice : reportWords[language].wholeFile
}

const numbers = { fr: new Intl.NumberFormat('fr'), en: new Intl.NumberFormat('en') } as const
export const amount = (count: number, language: ReportLanguage): string => numbers[language].format(count)

/** A colon as the language sets it. */
export const colon = (language: ReportLanguage): string => (language === 'fr' ? '\u00a0: ' : ': ')

/** « 12 erreurs » */
export const counted = (severity: Severity, count: number, language: ReportLanguage): string =>
  `${amount(count, language)} ${reportWords[language].severity[severity]}${count > 1 ? 's' : ''}`

/** The place of a finding: its line, or nothing for the whole file. */
export const placeOf = ({ line, id }: Finding, language: ReportLanguage): string =>
  [line === undefined ? '' : `${reportWords[language].line} ${line}`, id ?? ''].filter(text => text !== '').join(', ')

/** The sentence of a rule, and how to mend what it finds. */
export const saysOf = (rule: RuleId, language: ReportLanguage): string => typeset(rules[rule].says[language], language)
export const mendOf = (rule: RuleId, language: ReportLanguage): string => typeset(rules[rule].mend[language], language)

/** In French no line begins with a colon, a semicolon or a closing quotation mark. */
export const typeset = (text: string, language: ReportLanguage): string =>
  language === 'fr' ? text.replace(/ (?=[:;!?»])|(?<=«) /g, '\u00a0') : text
