import { setImmediate as nextTurn } from 'node:timers/promises'
import { mostEntries } from '../../config.js'
import type { Answer, CheckPorts } from '../check.js'
import type { Finding, Subject } from '../finding.js'
import type { Remembered } from '../remembered.js'
import { isCollection, type PresentationProfile, type Shape, shapeOf, subjectOf } from './addresses.js'
import { idOf, ownAddresses } from './ids.js'
import { type Information, planOffered } from './tiles.js'

type Json = Readonly<Record<string, unknown>>

/** An address that was asked, and what is known of it. */
type Place = Readonly<{ address: string; path: string; shape: Shape; subject: Subject }>

/**
 * Follows every address of the site that documents give, from some on, each once: asks it, validates what it answers,
 * and goes on with the addresses in it, unless none is to be followed. What waits is no more than a path down to one
 * document and what stands beside it.
 */
export async function* crawl(
  from: readonly string[],
  asked: Remembered,
  ports: CheckPorts,
  follow = true,
): AsyncIterable<Finding> {
  const waiting = from.filter(address => asked.add(address))
  while (waiting.length > 0) {
    // What the app makes for each request is freed, and signals are heard, between turns of the event loop alone
    await nextTurn()
    ports.signal.throwIfAborted()
    const places = waiting
      .splice(-ports.together)
      .reverse()
      .map(address => placeAt(address, ports.base))
    const answers = places.map(({ path, shape }) => ports.ask(path, shape.kind === 'picture' ? 'HEAD' : 'GET'))
    for (const [index, answer] of (await Promise.all(answers)).entries()) {
      ports.count('addresses')
      const given = yield* answered(answer, places[index] as Place, ports)
      if (follow) for (const own of given) if (asked.add(own)) waiting.push(own)
    }
  }
}

function placeAt(address: string, base: string): Place {
  const below = address.slice(base.length)
  const shape = shapeOf(below)
  // A service is asked for its information
  const path = shape.kind === 'service' ? `${below}/info.json` : below
  return { address, path, shape, subject: subjectOf(address, base) }
}

/** @returns the addresses of the site that the answer gives */
async function* answered(answer: Answer, place: Place, ports: CheckPorts): AsyncGenerator<Finding, Iterable<string>> {
  const { shape } = place
  if (answer.status !== 200) {
    const code = isCollection(shape) ? 'collection-unanswered' : 'unanswered'
    yield { code, ...about(place), detail: toldBy(answer) }
    return []
  }
  const document = documentIn(shape, answer)
  if (!document) return []
  yield* documentFindings(document, place, ports)
  return ownAddresses(document, ports.base)
}

/** Where the address says more than what it is about. */
const about = ({ address, subject }: Place): Pick<Finding, 'subject' | 'place'> =>
  subject.kind === 'address' ? { subject } : { subject, place: address }

function toldBy({ status, type, body }: Answer): string {
  // What failed inside says no more of itself to strangers
  const words = status === 500 ? '' : messageIn(type, body).trim().slice(0, 300)
  return words === '' ? `it answers ${status}` : `it answers ${status}: ${words}`
}

function messageIn(type: string, body: string): string {
  if (/^text\/plain/.test(type)) return body
  return /json/.test(type) ? String((JSON.parse(body) as Json).message ?? '') : ''
}

function documentIn({ kind }: Shape, { body }: Answer): Json | undefined {
  return kind === 'document' || kind === 'service' ? (JSON.parse(body) as Json) : undefined
}

async function* documentFindings(document: Json, place: Place, ports: CheckPorts): AsyncIterable<Finding> {
  const { shape } = place
  const id = idOf(document)
  if (id !== place.address) yield { code: 'other-id', ...about(place), detail: `it says ${JSON.stringify(id)}` }
  if (shape.kind === 'document') yield* presentationFindings(document, shape.profile, place, ports)
  if (shape.kind === 'service') yield* informationFindings(document, shape, place, ports)
}

function* presentationFindings(
  document: Json,
  profile: PresentationProfile,
  place: Place,
  { validate, count }: CheckPorts,
): Iterable<Finding> {
  const type = String(document.type ?? document['@type']).replace('sc:', '')
  count(type === 'Manifest' ? 'manifests' : type === 'Collection' ? 'collections' : 'parts')
  const flaw = validate.own(profile, document)
  if (flaw !== undefined) yield { code: 'invalid', ...about(place), detail: flaw }
  const other = profile === 'presentation3' ? validate.given(document) : undefined
  if (other !== undefined) yield { code: 'invalid-elsewhere', ...about(place), detail: other }
  const entries = [document.items, document.collections, document.manifests].flat().filter(Boolean).length
  if (type === 'Collection' && entries > mostEntries)
    yield { code: 'too-long', ...about(place), detail: `it has ${entries}` }
}

async function* informationFindings(
  document: Json,
  { version, image: id }: Extract<Shape, { kind: 'service' }>,
  place: Place,
  { validate, image: imageAt, serving, count }: CheckPorts,
): AsyncIterable<Finding> {
  count('informations')
  const flaw = validate.own(version === 3 ? 'image3' : 'image2', document)
  if (flaw !== undefined) return void (yield { code: 'invalid', ...about(place), detail: flaw })
  const image = await imageAt(id)
  // Withdrawn since it answered
  if (!image) return
  const { planned, flaw: unplanned } = planOffered(document as Json & Information, image, serving, version)
  count('tiles', planned)
  if (unplanned !== undefined) yield { code: 'tile-unplanned', ...about(place), detail: unplanned }
}
