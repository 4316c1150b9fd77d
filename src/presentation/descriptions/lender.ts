import type { LanguageMap, Loan } from '../../catalogue/model.js'
import { webAddress } from '../web-address.js'

/** Who owns a borrowed work, as far as its own manifest says, for descriptions that have a place for institutions. */
export type Lender = Readonly<{ name: LanguageMap; website?: string; logo?: string }>

/** @param loan whose first provider is the owner, where it names any */
export function lenderOf({ owner, providers = [] }: Loan): Lender {
  const [provider] = providers
  const website = webAddress(provider?.homepages?.[0]?.address ?? provider?.address)
  const logo = webAddress(provider?.logo)
  return { name: owner, ...(website && { website }), ...(logo && { logo }) }
}

/** The owner's own pages about the work. */
export const ownersPages = ({ homepages = [] }: Loan): readonly string[] =>
  homepages.flatMap(({ address }) => webAddress(address) ?? [])
