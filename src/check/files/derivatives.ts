import { join } from 'node:path'
import { derivativesFlaw } from '../../image/derivatives/soundness.js'
import type { Check } from '../check.js'

/** A cache: what is wrong with it is made good by deleting it. */
export const derivatives: Check = {
  name: 'derivatives',
  title: { fr: 'Réserve d’images calculées', en: 'Store of rendered images' },
  *find({ dataDirectory, quick }) {
    const detail = derivativesFlaw(join(dataDirectory, 'derivatives.db'), quick)
    if (detail !== undefined)
      yield { code: 'derivatives-damaged', subject: { kind: 'file', path: 'derivatives.db' }, detail }
  },
}
