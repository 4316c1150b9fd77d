import type { CatalogueWriter } from '../../catalogue/catalogue.js'
import type { BorrowedWork } from '../../catalogue/model.js'
import type { IiifBounds } from '../../config.js'
import { DomainError } from '../../errors.js'
import type { Incoming } from '../incoming.js'
import type { Converted, Remark } from '../remarks.js'
import { type Document, manifestsBeside, readDocument } from './beside.js'
import { type Member, membersOf } from './collection.js'
import { workIdOf, workIdOfFile } from './identity.js'
import { type Json, parseDocument } from './json.js'
import { kindOf, readManifest, recordOf } from './manifest.js'
import type { Remote } from './remote/fetch.js'
import type { Note } from './views.js'

export type IiifPorts = Readonly<{ remote: Remote; writer: Pick<CatalogueWriter, 'records'>; bounds: IiifBounds }>

type Loan = Converted<BorrowedWork>

/** Everything that reading the members of a collection needs. */
type Walk = IiifPorts &
  Readonly<{
    beside: ReadonlyMap<string, string>
    /** Addresses of collections on the way, so that none is read within itself, and of manifests already read. */
    seen: Set<string>
    fallbackId: string
    signal?: AbortSignal | undefined
  }>

const isAddress = (source: string): boolean => /^https?:\/\//i.test(source)

/**
 * A manifest or collection of IIIF Presentation 2 or 3, from a file or an allowed address, as borrowed works.
 * @throws DomainError where the document itself cannot be read; what a collection cannot give is reported
 */
export async function openIiif(source: string, ports: IiifPorts, signal?: AbortSignal): Promise<Incoming> {
  const { bounds } = ports
  const document = isAddress(source) ? await fetched(source, ports, signal) : await readDocument(source, bounds.bytes)
  const kind = kindOf(document.json)
  const members = kind === 'collection' ? membersOf(document.json) : []
  if (kind === undefined)
    throw new DomainError(
      'refused',
      'Expected a manifest or collection of IIIF Presentation 2 or 3, with its type or @type, but found neither.',
    )
  const beside = kind === 'collection' && !isAddress(source) ? await manifestsBeside(source, bounds) : new Map()
  const fallbackId = isAddress(source) ? workIdOf(source) : workIdOfFile(document.stem)
  const walk: Walk = { ...ports, beside, seen: new Set(), fallbackId, signal }
  return {
    kind: 'loans',
    about: { rows: Math.max(1, members.length), encoding: { encoding: 'utf-8', byteOrderMark: false }, noticeOnly: [] },
    loans: kind === 'manifest' ? one(document, walk) : numbered(collection(document.json, walk, 0), bounds.manifests),
  }
}

async function fetched(
  address: string,
  { remote }: Pick<IiifPorts, 'remote'>,
  signal?: AbortSignal,
): Promise<Document> {
  const text = await remote.fetch(address, signal)
  return { json: parseDocument(text, address), text, stem: address }
}

async function* one(document: Document, walk: Walk): AsyncGenerator<Loan> {
  yield manifestLoan(document, walk)
}

function manifestLoan({ json, text }: Pick<Document, 'json' | 'text'>, { bounds, fallbackId }: Walk): Loan {
  const { work, notes } = readManifest(json, { text, fallbackId, mostCanvases: bounds.canvases })
  return { ...(work && { record: work }), line: 1, rows: 1, remarks: notes.map(remarkOf) }
}

const remarkOf = ({ kind, place, value }: Note): Remark => ({
  kind,
  line: 1,
  ...(place !== undefined && { column: place }),
  ...(value !== undefined && { value }),
})

const refused = (kind: Remark['kind'], value: string): Loan => ({
  line: 1,
  rows: 1,
  remarks: [{ kind, line: 1, value }],
})

/** Counts manifests in the order of the collection, as the rows of other formats are counted, up to a limit. */
async function* numbered(loans: AsyncIterable<Loan>, most: number): AsyncGenerator<Loan> {
  let line = 0
  for await (const loan of loans) {
    line += 1
    if (line > most) {
      yield { ...refused('too-many-manifests', `after ${most}`), rows: 0, line }
      return
    }
    yield { ...loan, line, remarks: loan.remarks.map(remark => ({ ...remark, line })) }
  }
}

async function* collection(json: Json, walk: Walk, depth: number): AsyncGenerator<Loan> {
  for (const [index, member] of membersOf(json).entries()) {
    walk.signal?.throwIfAborted()
    const { address } = member
    if (address && walk.seen.has(address)) continue
    if (address) walk.seen.add(address)
    const numberedWalk = { ...walk, fallbackId: address ? workIdOf(address) : `${walk.fallbackId}-${index + 1}` }
    if (member.kind === 'manifest') yield await memberManifest(member, numberedWalk)
    else if (depth >= walk.bounds.depth) yield refused('manifest-failed', 'collections nested too deep')
    else yield* memberCollection(member, numberedWalk, depth)
  }
}

async function* memberCollection(member: Member, walk: Walk, depth: number): AsyncGenerator<Loan> {
  const document = await read(member, walk)
  if (document === undefined) yield refused('manifest-not-read', member.address ?? 'a collection without an address')
  else if ('failure' in document) yield refused('manifest-failed', document.failure)
  else if (kindOf(document.json) === 'collection') yield* collection(document.json, walk, depth + 1)
  else yield refused('not-a-manifest', member.address ?? '')
}

async function memberManifest(member: Member, walk: Walk): Promise<Loan> {
  const document = await read(member, walk)
  if (document === undefined) return standIn(member, walk)
  if ('failure' in document) return refused('manifest-failed', document.failure)
  return kindOf(document.json) === 'manifest'
    ? manifestLoan(document, walk)
    : refused('not-a-manifest', member.address ?? '')
}

type Read = Pick<Document, 'json' | 'text'> | Readonly<{ failure: string }> | undefined

/** A member that is there whole, or lies beside the file, or is fetched; undefined where none of these may be. */
async function read({ json, address, whole }: Member, { beside, remote, bounds, signal }: Walk): Promise<Read> {
  if (whole) return { json, text: JSON.stringify(json) }
  if (!address) return undefined
  const file = beside.get(address)
  try {
    if (file) return await readDocument(file, bounds.bytes)
    return remote.allows(address) ? await fetched(address, { remote }, signal) : undefined
  } catch (error) {
    if (error instanceof DomainError) return { failure: error.message }
    throw error
  }
}

/** What the collection says of a manifest that is not at hand; what was imported before knows more, and stays. */
async function standIn({ json, address }: Member, { writer, fallbackId }: Walk): Promise<Loan> {
  const value = address ?? fallbackId
  const id = address ? workIdOf(address) : fallbackId
  const [known] = await writer.records([id])
  if (known) return { line: 1, rows: 0, remarks: [{ kind: 'manifest-known', line: 1, value }] }
  const record = { record: recordOf(json, address, fallbackId), views: [], document: JSON.stringify(json) }
  return { record, line: 1, rows: 1, remarks: [{ kind: 'manifest-not-read', line: 1, value }] }
}
