import type { CatalogueReader, CatalogueWriter } from '../catalogue/catalogue.js'
import { DomainError } from '../errors.js'
import { readMapping } from './csv/mapping.js'
import { openCsv } from './csv/source.js'
import type { Incoming, SourceFacts } from './incoming.js'
import { openMuseofile } from './museofile.js'
import { type ImportOptions, importMuseums, importWorks } from './records.js'
import type { Tally } from './tally.js'

/** A file to import, in one of the formats there are. */
export type Source = Readonly<{ path: string } & ({ format: 'museofile' } | { format: 'csv'; mapping: string })>

export type FileOptions = Omit<ImportOptions, 'onProgress'> &
  Readonly<{
    /** Called after each batch. */
    onProgress?: (rows: number, ofRows: number) => void
  }>

export type Imported = Readonly<{ kind: Incoming['kind']; about: SourceFacts; tally: Tally }>

/**
 * Imports a file: reads it once to see that it is well-formed, then again to store it in batches. A run that is
 * killed leaves whole batches; running it again finishes it, since what is already there is unchanged.
 */
export async function importFile(
  source: Source,
  { reader, writer }: Readonly<{ reader: Pick<CatalogueReader, 'museums'>; writer: CatalogueWriter }>,
  { onProgress, ...rest }: FileOptions = {},
): Promise<Imported> {
  const incoming =
    source.format === 'museofile'
      ? await openMuseofile(source.path)
      : await openCsv(source.path, await readMapping(source.mapping))
  const { kind, about } = incoming
  const options: ImportOptions = { ...rest, onProgress: rows => onProgress?.(rows, about.rows) }
  if (incoming.kind === 'works') {
    const known = new Set((await reader.museums()).map(({ id }) => id))
    return { kind, about, tally: await importWorks(incoming.works, writer, known, options) }
  }
  if (options.draft) throw new DomainError('misuse', 'Museums have no drafts; leave out --draft to import them.')
  return { kind, about, tally: await importMuseums(incoming.museums, writer, options) }
}
