import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { drawDemonstration, drawings } from '../../images/demonstration.js'
import type { CatalogueReader, CatalogueWriter } from '../catalogue/catalogue.js'
import type { CatalogueEditor } from '../catalogue/editing.js'
import type { StoryWriter } from '../catalogue/stories.js'
import type { Config } from '../config.js'
import { DomainError } from '../errors.js'
import type { Images } from '../image/images.js'
import { packageRoot } from '../package.js'
import type { FileRemark } from '../stories/files/mistake.js'
import { importFile } from './import-file.js'
import { type IngestEvent, ingestPictures } from './pictures/ingest.js'
import { readList } from './pictures/list.js'
import { readings, slug, stemOf } from './pictures/names.js'
import { pictureProgress } from './pictures/progress.js'
import { walk } from './pictures/walk.js'
import { openProgress, type Screen } from './progress.js'
import { type ImportedStory, importStories } from './stories/import.js'
import { remarkText } from './stories/report.js'

type Ports = Readonly<{
  reader: CatalogueReader
  writer: CatalogueWriter
  editor: CatalogueEditor
  storyWriter: StoryWriter
  images: Images
  config: Config
}>

/** The demonstration's catalogue, below `manifests/`: museums first, since works name them. */
const catalogue = [
  { file: 'demonstration/museums.csv', mapping: 'mappings/demonstration-museums.json' },
  { file: 'demonstration/works.csv', mapping: 'mappings/demonstration-works.json' },
] as const

/** Its analyses and exhibitions, as files that curators could have written. */
const stories = 'stories'

/** Which views have names of their own; the rest is said by the names of the files. */
const labels = 'demonstration/pictures.csv'

/** Every museum and work of the demonstration has an id that no real register gives. */
const PREFIX = 'DEMO'

/** Below the data directory; it stays until all its pictures are ingested, so that nothing is drawn twice. */
const DRAWINGS = 'demonstration.drawings'

/** How much of the demonstration a catalogue holds; `other` is a catalogue of somebody's own. */
export type DemonstrationState = 'absent' | 'partial' | 'complete' | 'other'

export async function demonstrationState({
  reader,
  writer,
}: Pick<Ports, 'reader' | 'writer'>): Promise<DemonstrationState> {
  const stems = drawings.map(({ file }) => stemOf(file))
  const images = await writer.images(stems.map(slug))
  if (images.length === drawings.length) return 'complete'
  const works = await writer.spellings(stems.flatMap(stem => readings(stem).map(({ work }) => work)))
  if (works.size > 0) return 'partial'
  const museums = await reader.museums()
  if (!museums.every(({ id }) => id.startsWith(PREFIX)) || !(await hasNoWorks(reader))) return 'other'
  return museums.length > 0 || images.length > 0 ? 'partial' : 'absent'
}

const hasNoWorks = async (reader: CatalogueReader): Promise<boolean> => (await reader.countWorks({})).works === 0

/**
 * Fills a catalogue with the demonstration: draws its pictures, imports its museums, works and stories, ingests the
 * pictures last, since they tell whether it is complete.
 * Interrupted and run again, it finishes. @throws DomainError `refused` where a picture could not be ingested
 */
export async function loadDemonstration(
  ports: Ports,
  { stderr, signal }: Readonly<{ stderr: Screen; signal: AbortSignal }>,
): Promise<void> {
  const folder = join(ports.config.dataDirectory, DRAWINGS)
  stderr.write('Loading the demonstration: imaginary museums and works, with pictures drawn by this program.\n')
  await draw(folder, stderr, signal)
  for (const { file, mapping } of catalogue) {
    signal.throwIfAborted()
    await importFile({ path: manifest(file), format: 'csv', mapping: manifest(mapping) }, ports, { signal })
  }
  await bringStories(ports, signal)
  await ingestDrawings(folder, ports, stderr, signal)
  await rm(folder, { recursive: true, force: true })
  stderr.write('The demonstration is loaded.\n')
}

async function draw(folder: string, stderr: Screen, signal: AbortSignal): Promise<void> {
  if (drawings.every(({ file }) => existsSync(join(folder, file)))) return
  await mkdir(folder, { recursive: true })
  const progress = openProgress(stderr, 1)
  let tenths = 0
  try {
    await drawDemonstration(folder, {
      signal,
      onProgress(fraction, label) {
        const line = Math.floor(fraction * 10) > tenths ? `drawn ${Math.floor(fraction * 10)}0 %` : undefined
        tenths = Math.max(tenths, Math.floor(fraction * 10))
        progress.show(fraction, `drawing ${label}`, line)
      },
    })
  } finally {
    progress.end()
  }
}

async function bringStories(ports: Ports, signal: AbortSignal): Promise<void> {
  const refused: FileRemark[] = []
  const onStory = ({ mistakes }: ImportedStory): void => void refused.push(...mistakes)
  await importStories(manifest(stories), ports, { bounds: ports.config.stories, signal, onStory })
  const [first] = refused
  if (first) throw new DomainError('refused', `The demonstration could not be loaded whole. ${remarkText(first)}`)
}

async function ingestDrawings(folder: string, ports: Ports, stderr: Screen, signal: AbortSignal): Promise<void> {
  const { candidates } = await walk([folder])
  const progress = pictureProgress(stderr, candidates)
  const refused: string[] = []
  const onEvent = (event: IngestEvent) => {
    progress.show(event)
    if (event.kind === 'refused') refused.push(`${event.name}: ${event.why}`)
  }
  try {
    const list = await readList(manifest(labels))
    await ingestPictures(ports, candidates, { list, jobs: ports.config.ingest.jobs, onEvent, signal })
  } finally {
    progress.end()
  }
  signal.throwIfAborted()
  if (refused.length > 0)
    throw new DomainError('refused', `The demonstration could not be loaded whole. ${refused.join(' ')}`)
}

const manifest = (path: string): string => join(packageRoot(), 'manifests', path)
