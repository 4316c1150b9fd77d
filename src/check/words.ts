import type { Finding, ReportLanguage, Severity } from './finding.js'

type Words = Readonly<{
  title: string
  site: string
  sound: string
  summary: string
  checked: string
  severities: Readonly<Record<Severity, string>>
  severity: Readonly<Record<Severity, string>>
  none: string
  works: string
  work: string
  subject: string
  detail: string
  place: string
  finding: string
  mend: string
  more(count: string): string
  made(date: string): string
  byWork: string
  byWorkNote(shown: string, all: string): string
  quick: string
  stopped: string
  columns: readonly string[]
}>

/** Words of the report. */
export const reportWords: Readonly<Record<ReportLanguage, Words>> = {
  fr: {
    title: 'Vérification de la collection',
    site: 'Adresse',
    sound: 'Tout est en ordre.',
    summary: 'En bref',
    checked: 'Ce qui a été vérifié',
    severities: { error: 'Erreurs', warning: 'Avertissements' },
    severity: { error: 'erreur', warning: 'avertissement' },
    none: 'aucune',
    works: 'Œuvres',
    work: 'Œuvre',
    subject: 'Concerne',
    detail: 'Détail',
    place: 'Où',
    finding: 'Constat',
    mend: 'Que faire',
    more: count => `et ${count} autres`,
    made: date => `Établi le ${date}.`,
    byWork: 'Par œuvre',
    byWorkNote: (shown, all) => `${shown} œuvres sur ${all}.`,
    quick: 'Vérification rapide : les octets des pyramides n’ont pas été relus.',
    stopped: 'Le reste n’a pu être vérifié.',
    columns: ['gravité', 'code', 'œuvre', 'titre', 'concerne', 'constat', 'que faire', 'détail', 'où'],
  },
  en: {
    title: 'Check of the collection',
    site: 'Address',
    sound: 'All is well.',
    summary: 'In brief',
    checked: 'What was checked',
    severities: { error: 'Errors', warning: 'Warnings' },
    severity: { error: 'error', warning: 'warning' },
    none: 'none',
    works: 'Works',
    work: 'Work',
    subject: 'About',
    detail: 'Detail',
    place: 'Where',
    finding: 'Finding',
    mend: 'What to do',
    more: count => `and ${count} more`,
    made: date => `Made on ${date}.`,
    byWork: 'By work',
    byWorkNote: (shown, all) => `${shown} works of ${all}.`,
    quick: 'A quick check: the bytes of pyramids were not read.',
    stopped: 'The rest could not be checked.',
    columns: ['severity', 'code', 'work', 'title', 'about', 'finding', 'what to do', 'detail', 'where'],
  },
}

const kinds: Readonly<
  Record<ReportLanguage, Readonly<Record<Exclude<Finding['subject']['kind'], 'address' | 'file'>, string>>>
> = {
  fr: {
    catalogue: 'catalogue',
    work: 'œuvre',
    museum: 'musée',
    image: 'image',
    analysis: 'analyse',
    exhibition: 'exposition',
  },
  en: {
    catalogue: 'catalogue',
    work: 'work',
    museum: 'museum',
    image: 'image',
    analysis: 'analysis',
    exhibition: 'exhibition',
  },
}

/** What a finding is about, in a few words. */
export function subjectWords({ subject }: Finding, language: ReportLanguage): string {
  switch (subject.kind) {
    case 'catalogue':
      return kinds[language].catalogue
    case 'address':
      return subject.address
    case 'file':
      return subject.path
    default:
      return `${kinds[language][subject.kind]} ${subject.id}`
  }
}

export const colon = (language: ReportLanguage): string => (language === 'fr' ? '\u00a0: ' : ': ')

export const quoted = (text: string, language: ReportLanguage): string =>
  language === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`

const numbers = { fr: new Intl.NumberFormat('fr'), en: new Intl.NumberFormat('en') } as const
export const amount = (count: number, language: ReportLanguage): string => numbers[language].format(Math.round(count))
