/** Texts for people: an address in them is a quotation, not a promise. */
const texts = new Set([
  'label',
  'value',
  'summary',
  'description',
  'attribution',
  'metadata',
  'requiredStatement',
  '@context',
  'profile',
])

/** Every address of the site that a document gives, wherever it stands but in its texts; of a part, what it is a part of. */
export function* ownAddresses(document: unknown, base: string): Iterable<string> {
  if (typeof document === 'string') {
    if (document.startsWith(`${base}/`)) yield document.replace(/#.*$/s, '')
  } else if (Array.isArray(document)) {
    for (const item of document) yield* ownAddresses(item, base)
  } else if (typeof document === 'object' && document !== null) {
    for (const [key, value] of Object.entries(document)) if (!texts.has(key)) yield* ownAddresses(value, base)
  }
}

/** What a document says its address is, in either version's word. */
export const idOf = (document: Readonly<Record<string, unknown>>): unknown => document.id ?? document['@id']
