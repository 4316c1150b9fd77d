import type { SearchService } from './types.js'
import type { SearchVersion } from './uris.js'

/** Viewers read one string here. */
export const searchLabel = 'Recherche dans les textes'

/** Content Search in both versions: Mirador and the Universal Viewer know the first, Clover the second. */
export const searchServices = (addressOf: (version: SearchVersion) => string): readonly SearchService[] => [
  {
    '@context': 'http://iiif.io/api/search/1/context.json',
    '@id': addressOf(1),
    '@type': 'SearchService1',
    profile: 'http://iiif.io/api/search/1/search',
    label: searchLabel,
  },
  { id: addressOf(2), type: 'SearchService2' },
]
