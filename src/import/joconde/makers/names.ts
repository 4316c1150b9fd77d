/** Words for nobody: no one is called so. */
const nobody =
  /^(?:anonymes?|inconnue?s?|non identifiée?s?|indéterminée?s?|auteur (?:inconnu|anonyme|indéterminé)|sans auteur|\?)$/i
const nobodysWorkshop =
  /^(manufacture|atelier|fabrique|faïencerie|fonderie)s? (?:anonyme|inconnue?|indéterminée?|non identifiée?)$/i

export const isNobody = (name: string): boolean => nobody.test(name) || nobodysWorkshop.test(name)

/** Words of firms and collectives, which have no first names. */
const collective =
  /\b(?:manufacture|fa[iï]encerie|fonderies?|fonderie|poterie|soci[eé]t[eé]|atelier|[eé]cole|ma[iî]tre|gazette|maison|fabrique|verrerie|cristallerie|imprimerie|studio|fr[eè]res|fils|veuve|vve|p[eè]re|cie|compagnie|and|et|ltd|co|sons|bout|monde|les|établissements|ets)\b|&/i

/** Particles that stay small between a first name and a family name. */
const particles: ReadonlySet<string> = new Set([
  'DE',
  'DU',
  'DES',
  'VAN',
  'VON',
  'DEN',
  'DER',
  'TEN',
  'DI',
  'DA',
  'DEL',
  'DELLA',
  'DALLA',
])

/**
 * `LEVILLAIN Ferdinand` as people read it: `Ferdinand Levillain`. Undefined where the spelling does not say which is
 * which: a firm, a single word in small letters, a number among the words.
 */
export function readableName(name: string, isPerson: boolean): string | undefined {
  if (collective.test(name)) return undefined
  const words = name.split(/\s+/)
  const family = words.slice(0, firstSmall(words))
  const given = words.slice(family.length)
  if (family.length === 0) return isPerson ? swapped(words) : undefined
  if (given.length === 0) return words.length === 1 && name.length > 3 ? capitalised(name) : undefined
  if (!given.every(isGivenName)) return undefined
  const [last] = given.slice(-1)
  const surname = family.map((word, at) =>
    particles.has(word) && at < family.length - 1 ? word.toLowerCase() : capitalised(word),
  )
  const joint = last?.endsWith('’') || last?.endsWith("'") ? '' : ' '
  return `${given.join(' ')}${joint}${surname.join(' ')}`
}

const firstSmall = (words: readonly string[]): number => {
  const at = words.findIndex(word => !/^[\p{Lu}'’.-]{2,}$/u.test(word) || /^[IVX]+$/.test(word))
  return at === -1 ? words.length : at
}

const isGivenName = (word: string): boolean =>
  /^\p{Lu}[\p{Ll}'’]+\.?(?:-\p{Lu}?[\p{Ll}'’]+)*$|^\p{Lu}\.$|^(?:de|du|des|van|von|d['’])$/u.test(word)

/** « Poussin Nicolas » of a person with dates: by the rules the family name comes first. */
const swapped = (words: readonly string[]): string | undefined => {
  const [family, given, more] = words
  const plain = (word: string | undefined): boolean => /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*$/u.test(word ?? '')
  return more === undefined && plain(family) && plain(given) ? `${given} ${family}` : undefined
}

const capitalised = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(^|-)(\p{L})/gu, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`)
