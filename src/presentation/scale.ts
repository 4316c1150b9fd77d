import type { ScaleService } from './types.js'

export const scaleService = (id: string, physicalScale: number): ScaleService => ({
  '@context': 'http://iiif.io/api/annex/services/physdim/1/context.json',
  id,
  type: 'Service',
  profile: 'http://iiif.io/api/annex/services/physdim',
  physicalScale,
  physicalUnits: 'mm',
})
