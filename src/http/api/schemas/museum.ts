import type { Museum } from '../../../catalogue/model.js'
import { listOf, objectOf, refTo } from '../../../schema/shapes.js'
import { languageMap, line, webAddress } from './texts.js'

const museumId = {
  type: 'string',
  pattern: '^M\\d{4}$',
  description: 'The Muséofile code, such as M0629; may be left out of a body, since the address says it.',
} as const

export const museumSchemas = [
  {
    $id: 'Museum',
    description: 'An institution of the network.',
    ...objectOf(
      {
        id: museumId,
        name: languageMap,
        town: line,
        address: line,
        postcode: line,
        department: line,
        region: line,
        telephone: line,
        website: webAddress,
        location: objectOf(
          {
            latitude: { type: 'number', minimum: -90, maximum: 90 },
            longitude: { type: 'number', minimum: -180, maximum: 180 },
          },
          ['latitude', 'longitude'],
        ),
        description: languageMap,
        history: languageMap,
        themes: listOf(line, 1000),
        notice: refTo('Notice'),
      } satisfies Record<keyof Museum, object>,
      ['name'],
    ),
  },
  { $id: 'MuseumPlace', ...objectOf({ museum: museumId }, ['museum']) },
] as const
