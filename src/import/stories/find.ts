import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { mostStoriesTaken } from '../../config.js'
import { DomainError } from '../../errors.js'
import { nameFrom } from '../../stories/files/ids.js'

/** A file of a story on disc; `name` is what reports call it, below the folder that was named. */
export type FoundFile = Readonly<{ path: string; name: string; language?: string }>
export type FoundStory = Readonly<{
  name: string
  slug: string
  /** What its file or folder is called, in words. */
  title: string
  files: readonly [FoundFile, ...FoundFile[]]
}>
export type FoundStories = Readonly<{
  stories: readonly FoundStory[]
  /** Says which files were passed over: links, what stands beside stories, texts of other formats. */
  passedOver: readonly string[]
}>

/** How deep folders of stories may lie. */
const deepest = 8

const markdown = /\.(md|markdown)$/i
const language = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const beside = /^(readme|licen[cs]e|changelog|contributing)\./i
/** Texts that somebody may take for a story. */
const otherText = /\.(txt|text|rtf|docx?|dotx|odt|pages|pdf|html?|mdown|mkdn?|mdx|ya?ml|json)$/i

/**
 * Finds the stories of a file or folder. Files named by languages (`fr.md`, `en.md`) are together the story of their
 * folder, whichever of them is named; any other Markdown file is a story of its own.
 * @throws DomainError `not-found`, `refused` or `too-large`
 */
export async function findStories(given: string): Promise<FoundStories> {
  const path = resolve(given)
  const state = await stat(path).catch(() => undefined)
  if (!state) throw new DomainError('not-found', `There is no file or folder ${basename(path)}.`)
  if (state.isDirectory()) {
    const found = { stories: [] as FoundStory[], passedOver: [] as string[] }
    await enter(path, '', deepest, found)
    if (found.stories.length > 0) return found
    throw new DomainError(
      'not-found',
      `Expected stories in ${basename(path)}, as Markdown files (.md), but found none.`,
    )
  }
  if (!state.isFile()) throw new DomainError('refused', `Expected a file or a folder but ${basename(path)} is neither.`)
  if (!languageOf(basename(path))) return { stories: [alone(path, basename(path))], passedOver: [] }
  const found = { stories: [] as FoundStory[], passedOver: [] as string[] }
  await enter(dirname(path), '', 0, found)
  return { stories: found.stories.filter(({ files: [file] }) => file.language !== undefined), passedOver: [] }
}

type Found = Readonly<{ stories: FoundStory[]; passedOver: string[] }>

async function enter(folder: string, name: string, depth: number, found: Found): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(cause => {
    throw new DomainError('refused', `The folder ${name || basename(folder)} may not be read.`, { cause })
  })
  const shown = entries.filter(entry => !entry.name.startsWith('.')).toSorted(byName)
  const files = shown.filter(entry => entry.isFile() && markdown.test(entry.name) && !beside.test(entry.name))
  const told = ({ name: file }: Dirent): FoundFile => {
    const spoken = languageOf(file)
    return { path: join(folder, file), name: join(name, file), ...(spoken && { language: spoken }) }
  }
  for (const entry of shown) {
    const file = join(name, entry.name)
    if (entry.isSymbolicLink() || (entry.isFile() && beside.test(entry.name)))
      found.passedOver.push(`${file} was passed over.`)
    else if (entry.isFile() && otherText.test(entry.name))
      found.passedOver.push(`${file} was passed over: stories are Markdown files (.md).`)
  }
  const [first, ...others] = files.map(told).filter(file => file.language)
  if (first) add(found, { name: name || basename(folder), ...called(basename(folder)), files: [first, ...others] })
  for (const file of files.map(told)) if (!file.language) add(found, alone(file.path, file.name))
  for (const entry of shown.filter(each => each.isDirectory()))
    if (depth > 0) await enter(join(folder, entry.name), join(name, entry.name), depth - 1, found)
}

function add({ stories }: Found, story: FoundStory): void {
  if (stories.length >= mostStoriesTaken)
    throw new DomainError('too-large', `Expected at most ${mostStoriesTaken} stories; import their folders one by one.`)
  stories.push(story)
}

const alone = (path: string, name: string): FoundStory => ({
  name,
  ...called(basename(path, extname(path))),
  files: [{ path, name }],
})

const languageOf = (file: string): string | undefined => {
  const stem = file.replace(markdown, '')
  return stem !== file && language.test(stem) ? stem : undefined
}

const called = (stem: string): Pick<FoundStory, 'slug' | 'title'> => {
  const words =
    stem
      .normalize('NFC')
      .replace(/[\s_-]+/g, ' ')
      .trim() || 'Story'
  return { slug: nameFrom(stem) || 'story', title: `${words.charAt(0).toUpperCase()}${words.slice(1)}` }
}
const byName = (one: Dirent, other: Dirent): number => (one.name < other.name ? -1 : 1)
