/**
 * Quotation marks, apostrophes and ellipses as they are printed; in French no space that a line may end at before what
 * closes. Straight quotation marks are only read where they come in pairs.
 */
export function typographic(text: string, language: string): string {
  const [open, close] = quotationMarks(language)
  const printed = text
    .replace(/(?<![\p{L}\p{N}])"(?=[^\s"])([^"]*[^\s"])"(?![\p{L}\p{N}])/gu, `${open}$1${close}`)
    .replace(/(?<=\p{L})'|(?<=\p{N})'(?=\p{L})/gu, '’')
    .replace(/\.\.\./g, '…')
  const primary = primaryLanguage(language)
  if (primary === 'fr') return french(printed)
  return primary === 'nl' ? dutch(printed) : printed
}

/** The first subtag (BCP 47 §2.2.1), which alone is always one that programs know what to do with. */
export const primaryLanguage = (language: string): string => language.split('-', 1)[0] ?? language

const marks: Readonly<Record<string, readonly [open: string, close: string]>> = {
  fr: ['«\u00a0', '\u00a0»'],
  nl: ['‘', '’'],
}

/** What stands around a quotation. */
export const quotationMarks = (language: string): readonly [open: string, close: string] =>
  marks[primaryLanguage(language)] ?? ['“', '”']

const french = (text: string): string =>
  text
    .replace(/[ \u00a0\u202f]([;!?])/g, '\u202f$1')
    .replace(/[ \u00a0\u202f]([:»])/g, '\u00a0$1')
    .replace(/«[ \u00a0\u202f]/g, '«\u00a0')
    .replace(/(?<=\d)[ \u00a0](?=\d{3}\b)/g, '\u202f')

/** ’s avonds, ’t, ’n: never at the end of a line. */
const dutch = (text: string): string => text.replace(/(?<![\p{L}\p{N}])['’]([snt])[ \u00a0](?=\p{L})/gu, '’$1\u00a0')
