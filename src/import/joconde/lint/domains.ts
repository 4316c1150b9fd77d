/** Terms of DOMN that are in use; the list is not complete, so only near misses of it are remarked upon. */
const domains = [
  'Afrique',
  'Afrique du nord',
  'Amérique',
  'Asie',
  'Asie méridionale',
  'Asie occidentale',
  'Asie orientale',
  'Europe',
  'Océanie',
  'ameublement',
  'antiquités égyptiennes',
  'archéologie',
  'architecture',
  'armes',
  'artisanat - industrie',
  'arts décoratifs',
  'beaux-arts',
  'botanique',
  'broderie',
  'céramique',
  'chasse - pêche - cueillette',
  'costume - accessoires du costume',
  'croyances - coutumes',
  'dentellerie',
  'dessin',
  'dinanderie',
  'égyptien',
  'émaillerie',
  'ébénisterie',
  'estampe',
  'ethnologie',
  'étrusque',
  'faune',
  'ferronnerie',
  'gallo-romain',
  'géologie',
  'glyptique',
  'grec',
  'histoire',
  'horlogerie',
  'hygiène - médecine - santé',
  'imprimé',
  'ivoirerie',
  'jeux - sports - loisirs',
  'littérature',
  'manuscrit',
  'médiéval',
  "mémoire de l'esclavage",
  'menuiserie',
  'métrologie - instruments de mesure',
  'miniature',
  'minéralogie',
  'mosaïque',
  'musique - chant - danse',
  'néolithique',
  'numismatique',
  'orfèvrerie',
  'paléolithique',
  'paléontologie',
  'peinture',
  'photographie',
  'préhistoire',
  'protohistoire',
  'romain',
  'sciences - techniques',
  'sculpture',
  'sigillographie',
  'tabletterie',
  'tapisserie',
  'temps modernes',
  'textile',
  'transport',
  'verrerie',
  'vie domestique',
  'vie militaire',
  'vitrail',
] as const
const known: ReadonlySet<string> = new Set(domains)

/** The one term that a text misses by a letter or two; undefined where it is a term, or like none. */
export function misspeltDomain(text: string): string | undefined {
  const plain = folded(text)
  if (known.has(text) || plain.length < 6) return undefined
  const near = domains.filter(domain => distanceWithin(folded(domain), plain, plain.length < 9 ? 1 : 2))
  return near.length === 1 ? near[0] : undefined
}

const folded = (text: string): string => text.normalize('NFC').toLowerCase()

/** Whether two words differ by at most so many letters put in, left out or exchanged. */
function distanceWithin(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return (row[other.length] ?? 0) <= most
}
