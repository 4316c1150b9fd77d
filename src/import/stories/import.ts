import type { CatalogueEditor } from '../../catalogue/editing.js'
import type { StoryWriter } from '../../catalogue/stories.js'
import type { Story } from '../../catalogue/story.js'
import { analysesNamed } from '../../catalogue/story-names.js'
import type { StoryBounds } from '../../config.js'
import { checkStory, worksIn } from '../../stories/files/check.js'
import type { FileRemark } from '../../stories/files/mistake.js'
import { type Draft, readStoryFiles } from '../../stories/files/read.js'
import { worksKnown } from '../../stories/known-works.js'
import { placeName } from '../../stories/place-name.js'
import { placeRemarks } from '../../stories/place-remarks.js'
import { type MissingText, missingTexts } from '../../stories/texts.js'
import { type FoundStory, findStories } from './find.js'
import { sizesIn } from './sizes.js'
import { readText } from './text.js'

type Ports = Readonly<{
  editor: Pick<CatalogueEditor, 'preview'>
  storyWriter: Pick<StoryWriter, 'save' | 'publish' | 'state'>
}>

export type StoryOptions = Readonly<{
  bounds: StoryBounds
  /** Runs everything and writes nothing. */
  preview?: boolean
  /** Publishes nothing, whatever the files say. */
  draft?: boolean
  /** Read by plain texts that name no work. */
  work?: string
  signal?: AbortSignal
  /** Receives each story as soon as it is done. */
  onStory?(story: ImportedStory): void
}>

export type ImportedStory = Readonly<{
  name: string
  outcome: 'created' | 'updated' | 'unchanged' | 'refused'
  /** It became public, or this state of it did. */
  published: boolean
  mistakes: readonly FileRemark[]
  remarks: readonly FileRemark[]
}>

/**
 * Brings in the stories of a file or folder, each in transactions of its own: one that is refused keeps no other from
 * coming. Run again after an interruption, it finishes. @throws DomainError where there is nothing to read
 */
export async function importStories(path: string, ports: Ports, options: StoryOptions): Promise<readonly string[]> {
  const { stories, passedOver } = await findStories(path)
  const seen = new Map<string, string>()
  const invited: Invitation[] = []
  for (const found of stories) {
    options.signal?.throwIfAborted()
    const { story, ...imported } = await importStory(found, ports, options, seen)
    if (story) invited.push(...analysesNamed(story).map(slug => ({ name: found.name, slug })))
    options.onStory?.(imported)
  }
  const absent = await missingAnalyses(invited, seen, ports)
  return [...passedOver, ...absent]
}

async function importStory(
  found: FoundStory,
  ports: Ports,
  options: StoryOptions,
  seen: Map<string, string>,
): Promise<ImportedStory & Readonly<{ story?: Story }>> {
  const { name } = found
  const refused = (mistakes: readonly FileRemark[]) =>
    ({ name, outcome: 'refused', published: false, mistakes, remarks: [] }) as const
  const texts = await Promise.all(found.files.map(file => readText(file, options.bounds.fileBytes)))
  const unread = texts.flatMap(text => ('mistake' in text ? [text.mistake] : []))
  const [file, ...files] = texts.flatMap(text => ('file' in text ? [text.file] : []))
  if (unread.length > 0 || !file) return refused(unread)
  const { work } = options
  const { slug, title } = found
  const draft = readStoryFiles({ slug, title, files: [file, ...files], ...(work !== undefined && { work }) })
  const works = await worksKnown(worksIn(draft.input).slice(0, options.bounds.works), ports.editor)
  const checked = checkStory(draft, sizesIn(works))
  if ('mistakes' in checked) return refused(checked.mistakes)
  const { story } = checked
  const key = `${story.kind} "${story.slug}"`
  const other = seen.get(key)
  if (other !== undefined)
    return refused([
      { ...draft.origins.find(['slug']), sentence: `The ${key} stands in ${other} too; name one of them otherwise.` },
    ])
  seen.set(key, name)
  const remarks = [
    ...texts.flatMap(text => ('remarks' in text ? text.remarks : [])),
    ...checked.remarks,
    ...placeRemarks(story, works).map(({ at, sentence }) => ({ ...draft.origins.find(at), sentence })),
    ...draftRemarks(story, draft),
  ]
  return { name, story, mistakes: [], remarks, ...(await store(story, draft, ports, options)) }
}

async function store(
  story: Story,
  { status }: Draft,
  { storyWriter }: Ports,
  { preview = false, draft = false }: StoryOptions,
): Promise<Pick<ImportedStory, 'outcome' | 'published'>> {
  const { kind, slug } = story
  const before = await storyWriter.state(kind, slug)
  const publishing = status === 'published' && !draft
  if (preview) {
    const same = before !== undefined && JSON.stringify(sorted(before.story)) === JSON.stringify(sorted(story))
    const outcome = same ? 'unchanged' : before ? 'updated' : 'created'
    return { outcome, published: publishing && !(same && before.published === before.newest.number) }
  }
  const after = await storyWriter.save(story, { note: 'Imported from files' })
  const outcome = !before ? 'created' : after.newest.number === before.newest.number ? 'unchanged' : 'updated'
  if (!publishing || after.published === after.newest.number) return { outcome, published: false }
  await storyWriter.publish(kind, slug)
  return { outcome, published: true }
}

/** The same value with its fields in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  )
}

/** What is still to be done: regions of a plain text, and texts that a language lacks. */
function draftRemarks(story: Story, { plainSteps, titled, origins }: Draft): readonly FileRemark[] {
  const head = origins.find([])
  const missing = grouped(missingTexts(story))
  return [
    ...(titled === undefined ? [] : [{ ...head, sentence: untitledSentence(titled) }]),
    ...(plainSteps > 0 ? [{ ...head, sentence: plainSentence(plainSteps) }] : []),
    ...[...missing].map(([language, texts]) => ({ ...head, sentence: missingSentence(language, texts) })),
  ]
}

const untitledSentence = (title: string): string =>
  `It has no title, so it is called "${title}" after its file; write a line "# …" above its text for another.`

const plainSentence = (steps: number): string =>
  `Read as ${steps} ${steps === 1 ? 'step' : 'steps'}, one a paragraph, each showing the whole picture. Regions, titles and marks are still to be added; "beffroi export" writes it as a file that has a place for them.`

function grouped(missing: readonly MissingText[]): ReadonlyMap<string, readonly MissingText[]> {
  const languages = [...new Set(missing.map(({ language }) => language))]
  return new Map(languages.map(language => [language, missing.filter(each => each.language === language)]))
}

const namedPlaces = 3

function missingSentence(language: string, texts: readonly MissingText[]): string {
  const places = texts.slice(0, namedPlaces).map(({ at }) => placeName(at))
  const more = texts.length > places.length ? ' …' : '.'
  return `${texts.length} ${texts.length === 1 ? 'text is' : 'texts are'} missing in "${language}": ${places.join('; ')}${more}`
}

type Invitation = Readonly<{ name: string; slug: string }>

async function missingAnalyses(
  invited: readonly Invitation[],
  seen: ReadonlyMap<string, string>,
  { storyWriter }: Ports,
): Promise<readonly string[]> {
  const sentences: string[] = []
  for (const { name, slug } of invited)
    if (!seen.has(`analysis "${slug}"`) && !(await storyWriter.state('analysis', slug)))
      sentences.push(`${name}: There is no analysis "${slug}"; readers are told so until there is.`)
  return sentences
}
