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
  const main = language.split('-')[0]
  if (main === 'fr') return french(printed)
  return main === 'nl' ? dutch(printed) : printed
}

const marks: Readonly<Record<string, readonly [open: string, close: string]>> = {
  fr: ['«\u00a0', '\u00a0»'],
  nl: ['‘', '’'],
}

/** What stands around a quotation. */
export const quotationMarks = (language: string): readonly [open: string, close: string] =>
  marks[language.split('-')[0] ?? ''] ?? ['“', '”']

const french = (text: string): string =>
  text
    .replace(/[ \u00a0\u202f]([;!?])/g, '\u202f$1')
    .replace(/[ \u00a0\u202f]([:»])/g, '\u00a0$1')
    .replace(/«[ \u00a0\u202f]/g, '«\u00a0')
    .replace(/(?<=\d)[ \u00a0](?=\d{3}\b)/g, '\u202f')

/** ’s avonds, ’t, ’n: never at the end of a line. */
const dutch = (text: string): string => text.replace(/(?<![\p{L}\p{N}])['’]([snt])[ \u00a0](?=\p{L})/gu, '’$1\u00a0')
