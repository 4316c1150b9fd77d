import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoryState, StoryWriter } from '../catalogue/stories.js'
import { type StoryKind, storyKinds } from '../catalogue/story.js'
import { mostStoriesTaken } from '../config.js'
import { type WrittenFile, writeStory } from '../stories/files/write.js'
import { ledgers, namesIn, openWritten, readIfThere, type Written, writeFolder, writeWhole } from './written.js'

/** Which stories: those of a kind, that of a name, or all. */
export type StorySelection = Readonly<{ kind?: StoryKind; slug?: string }>

export type StoryExport = StorySelection &
  Readonly<{
    /** Files that were changed since, or that no export wrote, are overwritten too. */
    replace?: boolean
    signal?: AbortSignal
    onStory?(story: ExportedStory): void
  }>

export type ExportedStory = Readonly<{
  /** `analyses/une-kermesse` */
  name: string
  outcome: 'written' | 'unchanged' | 'left'
  /** Files that stand in the way, or that stay though the story does not have them. */
  left: readonly string[]
}>

/** Where stories of each kind are written: names of stories are unique among their kind alone. */
const folders: Readonly<Record<StoryKind, string>> = { analysis: 'analyses', exhibition: 'exhibitions' }

const pageSize = 100

/**
 * Writes stories as files, each in its newest state, whole or not at all. A file that somebody else wrote or changed
 * stays as it is, and so does the rest of its story. @returns how many there were
 */
export async function exportStories(
  folder: string,
  stories: Pick<StoryWriter, 'states' | 'state'>,
  { kind, slug, replace = false, signal, onStory }: StoryExport = {},
): Promise<number> {
  const written = await openWritten(folder, ledgers.stories)
  let count = 0
  try {
    for await (const state of selected(stories, kind ? [kind] : storyKinds, slug)) {
      signal?.throwIfAborted()
      count += 1
      onStory?.(await exportStory(folder, state, written, replace))
    }
  } finally {
    if (count > 0) await written.save()
  }
  return count
}

async function* selected(
  stories: Pick<StoryWriter, 'states' | 'state'>,
  kinds: readonly StoryKind[],
  slug: string | undefined,
): AsyncGenerator<StoryState> {
  for (const kind of kinds) {
    if (slug !== undefined) {
      const state = await stories.state(kind, slug)
      if (state) yield state
      continue
    }
    for (let offset = 0; offset < mostStoriesTaken; offset += pageSize) {
      const page = await stories.states(kind, { offset, limit: pageSize })
      yield* page
      if (page.length < pageSize) break
    }
  }
}

async function exportStory(
  folder: string,
  { story, newest, published }: StoryState,
  written: Written,
  replace: boolean,
): Promise<ExportedStory> {
  const name = `${folders[story.kind]}/${story.slug}`
  const path = join(folder, name)
  const files = writeStory(story, published === newest.number ? 'published' : 'draft')
  const there = await namesIn(path)
  const changed: WrittenFile[] = []
  const left: string[] = []
  for (const file of files) {
    const found = there?.includes(file.name) ? await readIfThere(join(path, file.name)) : undefined
    if (found?.equals(Buffer.from(file.text))) continue
    if (found && !replace && !written.isOurs(`${name}/${file.name}`, found)) left.push(`${name}/${file.name}`)
    else changed.push(file)
  }
  if (left.length > 0) return { name, outcome: 'left', left }
  const stale = (there ?? []).filter(each => isText(each) && !files.some(file => file.name === each))
  if (there) for (const file of changed) await writeWhole(join(path, file.name), file.text)
  else await writeFolder(path, files)
  for (const file of files) written.add(`${name}/${file.name}`, file.text)
  const foreign = await removeOurs(path, name, stale, written)
  return {
    name,
    outcome: changed.length > 0 || foreign.length < stale.length ? 'written' : 'unchanged',
    left: foreign,
  }
}

/** Files of languages that the story no longer has. @returns those that stay, since somebody else wrote or changed them */
async function removeOurs(
  path: string,
  name: string,
  stale: readonly string[],
  written: Written,
): Promise<readonly string[]> {
  const foreign: string[] = []
  for (const file of stale) {
    const found = await readIfThere(join(path, file))
    if (found && written.isOurs(`${name}/${file}`, found)) {
      await rm(join(path, file))
      written.forget(`${name}/${file}`)
    } else foreign.push(`${name}/${file}`)
  }
  return foreign
}

const isText = (file: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\.md$/.test(file)
