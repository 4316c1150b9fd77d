import type { Relatives, Work } from '../catalogue/model.js'
import { lenderOf, ownersPages } from '../presentation/descriptions/lender.js'
import { workTitle } from '../presentation/label.js'
import { plain } from './languages.js'
import { isWebAddress } from './rights.js'
import type { Visit } from './visit.js'

/** A work for search engines, in the language of its page: schema.org, as JSON-LD. */
export function structuredData(
  work: Work,
  picture: string | undefined,
  visit: Visit,
  { whole, parts }: Relatives,
): Record<string, unknown> {
  const { language, uris } = visit
  // Nobody is called anonymous, and a copy's model or a follower's master did not make it
  const creators = (work.makers ?? [])
    .filter(({ anonymous, attribution }) => !anonymous && (attribution ?? 'attributed') === 'attributed')
    .map(({ name, readableName }) => ({ '@type': 'Person', name: readableName ?? name }))
  const licence = work.rights?.uri
  const credit = plain(work.rights?.credit ?? work.loan?.statement?.value, language)
  const pages = work.loan ? ownersPages(work.loan) : []
  const kin = (each: Work) => ({
    '@type': 'VisualArtwork',
    '@id': uris.workPage(each.id),
    name: plain(workTitle(each), language),
  })
  return {
    '@context': 'https://schema.org',
    ...kin(work),
    ...(creators.length > 0 && { creator: creators }),
    ...(work.date && { dateCreated: plain(work.date.words, language) }),
    ...(work.texts?.materials && { artMedium: plain(work.texts.materials, language) }),
    ...(work.inventory && { identifier: work.inventory }),
    ...provider(work, visit),
    ...(licence && isWebAddress(licence) && { license: licence }),
    ...(credit && { creditText: credit }),
    ...(pages.length > 0 && { sameAs: pages }),
    ...(picture && { image: picture }),
    ...(whole && { isPartOf: kin(whole) }),
    ...(parts.length > 0 && { hasPart: parts.map(kin) }),
  }
}

/** The institution whose work it is: a borrowed work's owner, else the museum that keeps it. */
function provider({ loan, museumRecord }: Work, { language }: Visit): Record<string, unknown> {
  if (loan) {
    const { name, website, logo } = lenderOf(loan)
    const owner = { '@type': 'Organization', name: plain(name, language) }
    return { provider: { ...owner, ...(website && { url: website }), ...(logo && { logo }) } }
  }
  const keeper = museumRecord && plain(museumRecord.name, language)
  return keeper ? { provider: { '@type': 'Museum', name: keeper } } : {}
}
