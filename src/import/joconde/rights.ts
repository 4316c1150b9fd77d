import type { Maker, Rights } from '../../catalogue/model.js'
import { yearsFrom } from './dating/dates.js'
import type { Values } from './source-notice.js'

/**
 * Who photographed the work, who holds rights in the picture, and until when the work itself was protected: three things
 * that say nothing of each other, and none of them a licence.
 */
export function rightsFrom(values: Values, makers: readonly Maker[]): Rights | undefined {
  const [photograph, copyright] = [values.text('PHOT'), values.text('COPY')]
  const artistInCopyright = yesOrNo(values.text('DATA'))
  const publicDomainFrom = yearsFrom(values.text('LOCA3'))?.earliest ?? publicDomainYear(makers)
  const rights: Rights = {
    ...(photograph && { photograph: { fr: [photograph] } }),
    ...(copyright && { copyright: { fr: [copyright] } }),
    ...(artistInCopyright !== undefined && { artistInCopyright }),
    ...(publicDomainFrom !== undefined && { publicDomainFrom }),
  }
  return Object.keys(rights).length > 0 ? rights : undefined
}

/**
 * Seventy years are counted from the end of the year in which the last maker died: whoever died in 1950 is in the public
 * domain from 1 January 2021. Undefined where the death of any of them is not certain.
 */
export function publicDomainYear(makers: readonly Maker[]): number | undefined {
  const deaths = makers.map(({ died, uncertain, attribution }) => (uncertain || attribution ? undefined : died))
  const known = deaths.filter(died => died !== undefined)
  return known.length > 0 && known.length === deaths.length ? Math.max(...known) + 71 : undefined
}

function yesOrNo(text: string): boolean | undefined {
  if (/^(?:oui|o|true|vrai|1|(?:artiste )?sous droits)$/i.test(text)) return true
  return /^(?:non|n|false|faux|0|libre de droits?)$/i.test(text) ? false : undefined
}
