import type { Phrases } from './phrases/phrases.js'

type Meaning = keyof Phrases['rights']

const statements: readonly (readonly [pattern: RegExp, meaning: Meaning])[] = [
  [/creativecommons\.org\/publicdomain\/mark\//, 'publicDomain'],
  [/rightsstatements\.org\/(vocab|page)\/(NKC|NoC-[A-Z]+)\//, 'noCopyright'],
  [/rightsstatements\.org\/(vocab|page)\/InC(-[A-Z]+)*\//, 'reserved'],
  [/rightsstatements\.org\/(vocab|page)\/(CNE|UND)\//, 'undetermined'],
]

const licence = /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/
const zero = /creativecommons\.org\/publicdomain\/zero\/([\d.]+)/

/** A rights URI in words: a statement in the page's language, a licence by its usual name, else its address. */
export function rightsWords(uri: string, phrases: Phrases): string {
  const [, code, version] = licence.exec(uri) ?? []
  if (code) return `CC ${code.toUpperCase()} ${version}`
  const [, zeroVersion] = zero.exec(uri) ?? []
  if (zeroVersion) return `CC0 ${zeroVersion}`
  const meaning = statements.find(([pattern]) => pattern.test(uri))?.[1]
  return meaning ? phrases.rights[meaning] : uri
}

/** Only addresses on the web become links: a catalogue may hold anything. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s<>"]+$/i.test(text)
