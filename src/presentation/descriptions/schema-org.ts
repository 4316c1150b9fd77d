import { coverImage, type LanguageMap, type Loan, type Maker, type Museum, type Work } from '../../catalogue/model.js'
import type { PresentationContext } from '../context.js'
import { museumLabel, workTitle } from '../label.js'
import { makerName } from '../makers.js'
import { imageBody } from '../painting.js'
import { plain } from '../plain.js'
import { rightsUri } from '../rights.js'
import { webAddress } from '../web-address.js'
import { lenderOf, ownersPages } from './lender.js'

export const schemaOrgContext = 'https://schema.org/'

/** A work as search engines read it: a VisualArtwork of schema.org, in JSON-LD. */
export function schemaOrg(work: Work, context: PresentationContext): object {
  const { uris } = context
  const { makers = [], date, dimensions, rights, texts, inventory, loan } = work
  return {
    '@context': schemaOrgContext,
    '@id': uris.schemaOrg(work.id),
    '@type': 'VisualArtwork',
    name: tagged(workTitle(work)),
    url: uris.workPage(work.id),
    identifier: [property('reference', work.id), ...(inventory ? [property('inventory number', inventory)] : [])],
    ...present('abstract', tagged(work.summary)),
    ...present('artform', tagged(texts?.type)),
    ...present('artMedium', tagged(texts?.materials)),
    ...present('about', tagged(texts?.subject)),
    ...present('creator', makers.filter(({ anonymous }) => !anonymous).map(creator)),
    ...present('dateCreated', date?.edtf ? [date.edtf] : tagged(date?.words)),
    ...length('height', dimensions?.heightMm),
    ...length('width', dimensions?.widthMm),
    ...length('depth', dimensions?.depthMm),
    ...present('license', listed(rightsUri(rights?.uri) ?? webAddress(rights?.uri))),
    ...present('creditText', tagged(rights?.credit ?? loan?.statement?.value)),
    ...present('copyrightNotice', tagged(rights?.copyright)),
    ...provider(work, context),
    ...(loan ? present('sameAs', ownersPages(loan)) : {}),
    ...present('isBasedOn', listed(webAddress(loan?.manifest))),
    ...picture(work, context),
    subjectOf: {
      '@type': 'CreativeWork',
      name: 'IIIF Manifest',
      url: uris.manifest(work.id),
      encodingFormat: 'application/ld+json',
    },
  }
}

const property = (propertyID: string, value: string) => ({ '@type': 'PropertyValue', propertyID, value })

function creator(maker: Maker): object {
  const { attribution, born, died } = maker
  const own = attribution === undefined
  return {
    '@type': attribution === 'workshop' || attribution === 'school' ? 'Organization' : 'Person',
    name: makerName(maker, 'fr'),
    ...(born !== undefined && own ? { birthDate: String(born) } : {}),
    ...(died !== undefined && own ? { deathDate: String(died) } : {}),
  }
}

/** A borrowed work is its owner's, whichever museum shows it here. */
function provider({ loan, museumRecord }: Work, context: PresentationContext): object {
  if (loan) return { provider: lenderThing(loan) }
  return museumRecord ? { provider: museumThing(museumRecord, context) } : {}
}

function lenderThing(loan: Loan): object {
  const { name, website, logo } = lenderOf(loan)
  return {
    '@type': 'Organization',
    name: tagged(name),
    ...present('url', listed(website)),
    ...present('logo', listed(logo)),
  }
}

function museumThing(museum: Museum, { uris }: PresentationContext): object {
  const { town, address, postcode, region, location } = museum
  return {
    '@type': 'Museum',
    name: tagged(museumLabel(museum)),
    url: webAddress(museum.website) ?? uris.museumPage(museum.id),
    ...((town ?? address)
      ? {
          address: {
            '@type': 'PostalAddress',
            ...present('streetAddress', listed(address)),
            ...present('postalCode', listed(postcode)),
            ...present('addressLocality', listed(town)),
            ...present('addressRegion', listed(region)),
          },
        }
      : {}),
    ...(location ? { geo: { '@type': 'GeoCoordinates', ...location } } : {}),
  }
}

function picture(work: Work, context: PresentationContext): object {
  const cover = coverImage(work)
  if (!cover) return {}
  const { id, width, height, format } = imageBody(cover, context)
  return { image: { '@type': 'ImageObject', contentUrl: id, encodingFormat: format, width, height } }
}

/** UN/CEFACT code of the millimetre. */
const length = (side: string, mm: number | undefined): object =>
  mm === undefined ? {} : { [side]: { '@type': 'QuantitativeValue', value: mm, unitCode: 'MMT' } }

/** Texts with their languages, as JSON-LD writes them. */
const tagged = (map: LanguageMap | undefined): readonly unknown[] =>
  Object.entries(plain(map) ?? {}).flatMap(([language, texts]) =>
    texts.map(text => (language === 'none' ? text : { '@language': language, '@value': text })),
  )

const listed = (text: string | undefined): readonly string[] => (text ? [text] : [])

/** One value stands alone, none at all leaves the property out. */
const present = (name: string, values: readonly unknown[]): object =>
  values.length === 0 ? {} : { [name]: values.length === 1 ? values[0] : values }
