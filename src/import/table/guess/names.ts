import { unaccented } from '../../unaccented.js'
import type { Meaning } from './vocabulary.js'

/** What the name of a column says. */
export type NameReading = Readonly<{
  meanings: readonly Meaning[]
  /** The language that it names: `titre_en`, `title@nl`, `title.fr`. */
  language?: string
  unit?: 'Cm' | 'Mm'
}>

const languages: Readonly<Record<string, string>> = {
  fr: 'fr',
  fra: 'fr',
  fre: 'fr',
  francais: 'fr',
  french: 'fr',
  frans: 'fr',
  en: 'en',
  eng: 'en',
  anglais: 'en',
  english: 'en',
  engels: 'en',
  nl: 'nl',
  nld: 'nl',
  dut: 'nl',
  neerlandais: 'nl',
  dutch: 'nl',
  nederlands: 'nl',
  de: 'de',
  deu: 'de',
  ger: 'de',
  allemand: 'de',
  german: 'de',
  es: 'es',
  it: 'it',
}

/** What stands around a value in records of JSON and says nothing of it. */
const containers = new Set([
  'fields',
  'record',
  'source',
  'attributes',
  'properties',
  'data',
  'object',
  'work',
  'metadata',
  'content',
  'freetext',
  'indexedstructured',
  'descriptivenonrepeating',
  'dating',
])
const generic = new Set([
  'name',
  'names',
  'nom',
  'label',
  'value',
  'values',
  'text',
  'term',
  'title',
  'display',
  'displayname',
  'content',
  'naam',
  'fullname',
  'description',
])
/** Words that say only how another word is given: `artist_title` is the artist. */
const manners = new Set(['title', 'titles', 'name', 'names', 'text'])
/** How much less a name says that was understood by a part of it. */
const lessSure = 20
const sides = new Set(['height', 'width', 'depth'])
const sizes = new Set([
  'dimensions',
  'dimension',
  'size',
  'mesures',
  'measurements',
  'afmetingen',
  'formaat',
  'dimensionsdetail',
])

/** Reads a column's name, or the path of a value: `titre_fr`, `Hauteur (cm)`, `artObject.makers.name`. */
export function readName(name: string, meanings: ReadonlyMap<string, readonly Meaning[]>): NameReading {
  const path = name
    .split('.')
    .map(wordsOf)
    .filter(words => words.length > 0)
  const { rest, language } = withoutLanguage(path)
  const { rest: bare, unit } = withoutUnit(rest)
  const found = meaningsAt(bare, meanings)
  return { meanings: found, ...(language !== undefined && { language }), ...(unit !== undefined && { unit }) }
}

type Path = readonly (readonly string[])[]

const joined = (words: readonly string[] = []): string => words.join('')

function meaningsAt(path: Path, meanings: ReadonlyMap<string, readonly Meaning[]>): readonly Meaning[] {
  const inside = path.filter((words, at) => at === path.length - 1 || !containers.has(joined(words)))
  const last = joined(inside.at(-1))
  const parent = joined(inside.at(-2))
  if (inside.length <= 1) return softened(inside.at(-1) ?? [], meanings)
  if (inside.length > 2) return []
  if (sizes.has(parent)) {
    const text = generic.has(last) && !last.startsWith('value') ? meanings.get(parent) : undefined
    return text ?? (meanings.get(last) ?? []).filter(({ field }) => sides.has(field))
  }
  if (generic.has(last)) {
    const whole = meanings.get(joined(path.at(-3)) + parent)
    const above = whole ?? softened(inside.at(-2) ?? [], meanings)
    return above.filter(({ field }) => field !== 'title' || last !== 'description')
  }
  const together = meanings.get(parent + last)
  return together ?? (parent === `${last}s` ? (meanings.get(last) ?? []) : [])
}

/** What words mean, or else the same in the singular and without a word for the manner. */
function softened(words: readonly string[], meanings: ReadonlyMap<string, readonly Meaning[]>): readonly Meaning[] {
  const bare = words.length > 1 && manners.has(words.at(-1) ?? '') ? words.slice(0, -1) : words
  const [name, shorter] = [joined(words), joined(bare)]
  const less = meanings.get(shorter) ?? meanings.get(shorter.replace(/s$/, ''))
  return meanings.get(name) ?? (less ?? []).map(meaning => ({ ...meaning, rank: meaning.rank + lessSure }))
}

function withoutLanguage(path: Path): Readonly<{ rest: Path; language?: string }> {
  const last = path.at(-1) ?? []
  const language = languages[last.at(-1) ?? '']
  const words = last.slice(0, -1)
  if (language === undefined || (words.length === 0 && path.length === 1)) return { rest: path }
  return { rest: words.length === 0 ? path.slice(0, -1) : [...path.slice(0, -1), words], language }
}

function withoutUnit(path: Path): Readonly<{ rest: Path; unit?: 'Cm' | 'Mm' }> {
  const last = path.at(-1) ?? []
  const unit = last.length > 1 ? { cm: 'Cm' as const, mm: 'Mm' as const }[last.at(-1) ?? ''] : undefined
  if (!unit) return { rest: path }
  const words = last.slice(0, -1).filter(word => word !== 'en' && word !== 'in')
  return { rest: [...path.slice(0, -1), words], unit }
}

/** `Numéro d'inventaire`, `objectNumber` and `OBJECT_NUMBER` in small plain words. */
function wordsOf(name: string): readonly string[] {
  return unaccented(name)
    .replace(/([a-z\d])(?=[A-Z][a-z])/g, '$1 ')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '' && word !== 'column')
}
