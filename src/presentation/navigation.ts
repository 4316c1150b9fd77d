import type { Museum, WorkDate } from '../catalogue/model.js'
import { museumLabel } from './label.js'
import { plain } from './plain.js'
import type { NavPlace } from './types.js'

/** The first day of the year a work was made in, where that is certain to the year: viewers take it as exact. */
export function navDate(date: WorkDate | undefined): Readonly<{ navDate?: string }> {
  const { earliest, latest, edtf } = date ?? {}
  const certain = earliest !== undefined && earliest === latest && (edtf === undefined || /^\d{4}$/.test(edtf))
  if (!certain || !Number.isInteger(earliest) || earliest < 1 || earliest > 9999) return {}
  return { navDate: `${String(earliest).padStart(4, '0')}-01-01T00:00:00Z` }
}

/** Where a museum stands, where its record says so. */
export function navPlace(museum: Museum | undefined): Readonly<{ navPlace?: NavPlace }> {
  const { location } = museum ?? {}
  if (!museum || !location) return {}
  const { latitude, longitude } = location
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return {}
  const properties = { label: plain(museumLabel(museum)) ?? {} }
  const geometry = { type: 'Point', coordinates: [longitude, latitude] } as const
  return { navPlace: { type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] } }
}
