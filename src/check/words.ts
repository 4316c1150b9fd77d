import { DomainError } from '../errors.js'
import type { Rule } from '../presentation/stories/truth/common.js'
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
  truth: string
  truthNote: string
  truthNoteWhole: string
  /** In the column of severities. */
  truthRow: string
  sees: Readonly<Record<Rule['sees'], string>>
  truthColumns: Readonly<Record<'viewer' | 'aspect' | 'asked' | 'seen' | 'readerSees', string>>
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
    truth: 'Ce que voient les lecteurs',
    truthNote:
      'Ce que les visionneuses ne montrent pas entièrement des analyses et expositions. Ce n’est pas une erreur : le reste est vu.',
    truthNoteWhole:
      'Ce que chaque visionneuse montre des analyses et expositions publiées, et combien d’étapes, de pièces ou de langues le demandent. Ce ne sont pas des erreurs.',
    truthRow: 'lecture',
    sees: { yes: 'oui', partly: 'en partie', no: 'non' },
    truthColumns: {
      viewer: 'Visionneuse',
      aspect: 'Ce que le récit demande',
      asked: 'Combien',
      seen: 'Vu',
      readerSees: 'Ce que voit le lecteur',
    },
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
    truth: 'What readers see',
    truthNote: 'What viewers do not wholly show of analyses and exhibitions. These are no errors: all else is seen.',
    truthNoteWhole:
      'What each viewer shows of the published analyses and exhibitions, and how many steps, blocks or languages ask for it. These are no errors.',
    truthRow: 'reading',
    sees: { yes: 'yes', partly: 'partly', no: 'no' },
    truthColumns: {
      viewer: 'Viewer',
      aspect: 'What the story asks for',
      asked: 'How often',
      seen: 'Seen',
      readerSees: 'What a reader sees',
    },
  },
}

/** Words for what a finding may be about. */
export const kindWords: Readonly<
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
      return kindWords[language].catalogue
    case 'address':
      return subject.address
    case 'file':
      return subject.path
    default:
      return `${kindWords[language][subject.kind]} ${subject.id}`
  }
}

/** Others' messages may name paths of the machine, which a report that is sent around must not. */
export function failureWords(error: unknown): string {
  if (error instanceof DomainError) return error.message
  const { code, name } = error as NodeJS.ErrnoException
  return code ?? name
}

export const colon = (language: ReportLanguage): string => (language === 'fr' ? '\u00a0: ' : ': ')

export const quoted = (text: string, language: ReportLanguage): string =>
  language === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`

const numbers = { fr: new Intl.NumberFormat('fr'), en: new Intl.NumberFormat('en') } as const
export const amount = (count: number, language: ReportLanguage): string => numbers[language].format(Math.round(count))
