import type { LanguageMap, Link, Loan } from '../../catalogue/model.js'
import { addressFrom } from '../values.js'
import { either, idOf, type Json, listOf, objectsOf, own, textOf } from './json.js'
import { thumbnailOf } from './picture.js'
import { htmlIn, pairsIn, wordsIn } from './texts.js'

type Facts = Omit<Loan, 'manifest' | 'version' | 'metadata'>

/** Labels under which manifests without a provider name who owns the work. */
const ownerLabels =
  /^(?:owner|owning institution|holding institution|institution|repository|current location|museum|musée|conservé à|lieu de conservation|établissement|instelling|bewaarplaats|eigenaar)$/i

/** Who owns a work, as its manifest says it: provider, else a field of the metadata, else the credit, else the host of its page or its own. */
export function ownerOf(manifest: Json, address: string | undefined): Facts {
  const providers = objectsOf(own(manifest, 'provider')).flatMap(readProvider)
  const statement = statementOf(manifest)
  const ownPages = linksIn(own(manifest, 'homepage'))
  const homepages = [...ownPages, ...pagesIn(own(manifest, 'related'))]
  const named = pairsIn(own(manifest, 'metadata')).find(({ label }) =>
    Object.values(label)
      .flat()
      .some(words => ownerLabels.test(words.replace(/:$/, '').trimEnd())),
  )
  const credit = statement && !isAboutRights(statement.label) ? shortened(statement.value) : undefined
  const owner = providers[0]?.label ?? named?.value ?? credit
  return {
    owner: owner ?? hostName(ownPages[0]?.address ?? address) ?? unknown,
    ...(statement && { statement }),
    ...(homepages.length > 0 && { homepages }),
    ...(providers.length > 0 && { providers }),
  }
}

/** « Rights statement: No copyright » names nobody. */
const isAboutRights = (label: LanguageMap): boolean =>
  Object.values(label)
    .flat()
    .some(words => /\b(?:rights?|copyright|licen[cs]e|droits?|rechten|licentie)\b/i.test(words))

const unknown: LanguageMap = {
  fr: ['un prêteur non précisé'],
  en: ['an owner not named'],
  nl: ['een niet genoemde eigenaar'],
}

function statementOf(manifest: Json): Facts['statement'] {
  const [pair] = objectsOf(own(manifest, 'requiredStatement'))
  const source = pair ? own(pair, 'value') : own(manifest, 'attribution')
  const value = wordsIn(source)
  if (!value) return undefined
  const html = htmlIn(source)
  const label = pair && wordsIn(own(pair, 'label'))
  return { label: label ?? attribution, value, ...(html && { html }) }
}

/** What version 2 calls the field, which has no label of its own. */
const attribution: LanguageMap = { fr: ['Crédit'], en: ['Attribution'], nl: ['Bronvermelding'] }

function readProvider(agent: Json): NonNullable<Loan['providers']> {
  const homepages = linksIn(own(agent, 'homepage'))
  const address = addressFrom(idOf(agent) ?? '') ?? homepages[0]?.address
  const label = wordsIn(own(agent, 'label'))
  const [logo] = objectsOf(own(agent, 'logo'))
  const picture = logo && (addressFrom(idOf(logo) ?? '') ?? thumbnailOf(logo)?.address)
  if (!address || !label) return []
  return [{ address, label, ...(homepages.length > 0 && { homepages }), ...(picture && { logo: picture }) }]
}

const linksIn = (value: unknown): readonly Link[] =>
  objectsOf(value).flatMap(page => {
    const address = addressFrom(idOf(page) ?? '')
    return address ? [{ address, label: wordsIn(own(page, 'label')) ?? { none: [new URL(address).hostname] } }] : []
  })

/** Of what version 2 calls related, the web pages. */
const pagesIn = (value: unknown): readonly Link[] =>
  listOf(value).flatMap(page => {
    const object = typeof page === 'string' ? { '@id': page } : (page as Json)
    const [asObject] = objectsOf(object)
    return asObject && (textOf(either(asObject, 'format')) ?? 'text/html') === 'text/html' ? linksIn(asObject) : []
  })

const hostName = (address: string | undefined): LanguageMap | undefined =>
  address ? { none: [new URL(address).hostname] } : undefined

/** A credit line may be a page long; as a name its first line serves. */
const shortened = (map: LanguageMap): LanguageMap =>
  Object.fromEntries(
    Object.entries(map).map(([language, texts]) => [
      language,
      texts.slice(0, 1).map(text => (text.split('\n')[0] ?? '').slice(0, 160)),
    ]),
  )
