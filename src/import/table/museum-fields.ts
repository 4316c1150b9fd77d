import type { Museum } from '../../catalogue/model.js'
import { locationFrom, websiteFrom } from '../values.js'
import { agreed, every, type Field, first, withTexts } from './applying.js'

const texts = (key: 'description' | 'history', about: string): Field<Museum> => ({
  language: true,
  about,
  apply: every((museum, words, language) => ({ ...museum, [key]: withTexts(museum[key], language, words) })),
})

const words = (
  key: 'town' | 'address' | 'postcode' | 'department' | 'region' | 'telephone',
  about: string,
): Field<Museum> => ({
  language: false,
  about,
  apply: first((museum, reading) => ({ ...museum, [key]: reading.words })),
})

/** Everything that a column of museums can be mapped to. */
export const museumFields: Readonly<Record<string, Field<Museum>>> = {
  name: {
    language: true,
    about: 'name as visitors read it',
    apply: first((museum, reading, language) => ({
      ...museum,
      name: withTexts(museum.name, language, [reading.words]),
    })),
  },
  description: texts('description', 'what it shows, in some sentences'),
  history: texts('history', 'its history'),
  themes: {
    language: false,
    about: 'themes of the collection',
    apply: every((museum, themes) => ({ ...museum, themes: [...(museum.themes ?? []), ...themes] })),
  },
  town: words('town', 'town'),
  address: words('address', 'street and number'),
  postcode: words('postcode', 'postcode'),
  department: words('department', 'department'),
  region: words('region', 'region'),
  telephone: words('telephone', 'telephone number'),
  website: {
    language: false,
    about: 'address of its website; http:// is put before a bare one',
    apply: agreed(websiteFrom, (museum, website) => ({ ...museum, website }), {
      unread: 'not-a-uri',
      differ: 'several-values',
    }),
  },
  location: {
    language: false,
    about: 'latitude and longitude in degrees, as `50.63, 3.06`',
    apply: agreed(
      text => (locationFrom(text) ? text : undefined),
      (museum, text) => {
        const location = locationFrom(text)
        return location ? { ...museum, location } : museum
      },
      { unread: 'not-a-location', differ: 'several-values' },
    ),
  },
}
