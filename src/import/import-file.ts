import type { CatalogueReader, CatalogueWriter } from '../catalogue/catalogue.js'
import type { IiifBounds } from '../config.js'
import { DomainError } from '../errors.js'
import type { Remote } from './iiif/remote/fetch.js'
import { openIiif } from './iiif/source.js'
import type { Incoming, SourceFacts } from './incoming.js'
import type { Finding } from './joconde/lint/rules.js'
import { type LintSummary, openSummary } from './joconde/lint/summary.js'
import { openJoconde } from './joconde/source.js'
import { openMuseofile } from './museofile.js'
import { type ImportOptions, importLoans, importMuseums, importWorks } from './records.js'
import { readMapping } from './table/mapping.js'
import { openMapped } from './table/source.js'
import type { Tally } from './tally.js'

/** A file to import, in one of the formats there are. */
export type Source = Readonly<
  { path: string } & (
    | { format: 'museofile' }
    | { format: 'csv'; mapping: string }
    | {
        /** `path` is that of a file, or an address. */
        format: 'iiif'
        remote: Remote
        bounds: IiifBounds
      }
    | {
        format: 'joconde'
        /** Decides which dates lie in the future. */
        today: Date
      }
  )
>

export type FileOptions = Omit<ImportOptions, 'onProgress'> &
  Readonly<{
    /** Called after each batch. */
    onProgress?: (rows: number, ofRows: number) => void
  }>

export type Imported = Readonly<{
  kind: Incoming['kind']
  about: SourceFacts
  tally: Tally
  /** What the linter found in notices of Joconde. */
  lint?: LintSummary
}>

type Ports = Readonly<{ reader: Pick<CatalogueReader, 'museums' | 'works'>; writer: CatalogueWriter }>

/**
 * Imports a file: reads it once to see that it is well-formed, then again to store it in batches. A run that is
 * killed leaves whole batches; running it again finishes it, since what is already there is unchanged.
 */
export async function importFile(
  source: Source,
  { reader, writer }: Ports,
  { onProgress, ...rest }: FileOptions = {},
): Promise<Imported> {
  const incoming = await open(source, { reader, writer }, rest.signal)
  const { kind, about } = incoming
  const options: ImportOptions = { ...rest, onProgress: rows => onProgress?.(rows, about.rows) }
  if (incoming.kind === 'works') {
    if (source.format === 'joconde') return importNotices(incoming, writer, options)
    const known = new Set((await reader.museums()).map(({ id }) => id))
    return { kind, about, tally: await importWorks(incoming.works, writer, known, options) }
  }
  if (incoming.kind === 'loans') return { kind, about, tally: await importLoans(incoming.loans, writer, options) }
  if (options.draft) throw new DomainError('misuse', 'Museums have no drafts; leave out --draft to import them.')
  return { kind, about, tally: await importMuseums(incoming.museums, writer, options) }
}

async function open(source: Source, ports: Ports, signal: AbortSignal | undefined): Promise<Incoming> {
  if (source.format === 'museofile') return openMuseofile(source.path)
  if (source.format === 'joconde') return openJoconde(source.path, ports, source.today)
  if (source.format === 'iiif') return openIiif(source.path, { ...source, ...ports }, signal)
  return openMapped(source.path, await readMapping(source.mapping))
}

async function importNotices(
  { kind, about, works }: Extract<Incoming, { kind: 'works' }>,
  writer: CatalogueWriter,
  options: ImportOptions,
): Promise<Imported> {
  const summary = openSummary()
  const onFindings = (findings: readonly Finding[]): void => {
    summary.add(findings)
    options.onFindings?.(findings)
  }
  if (about.findings) onFindings(about.findings)
  const tally = await importWorks(works, writer, undefined, { ...options, onFindings })
  return { kind, about, tally, lint: summary.close() }
}
