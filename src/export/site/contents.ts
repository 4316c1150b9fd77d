import type { CatalogueReader } from '../../catalogue/catalogue.js'
import type { Work } from '../../catalogue/model.js'
import type { Readers } from '../../catalogue/readers.js'
import type { StoryReader } from '../../catalogue/stories.js'
import { type PublishedStory, type Story, storyKinds } from '../../catalogue/story.js'
import { type SiteLanguage, siteLanguages } from '../../presentation/languages.js'
import { storyProfiles } from '../../presentation/story-uris.js'
import { type Uris, urisOf } from '../../presentation/uris.js'

/**
 * One address of the site, from its root on. A list goes on at `next(2)`, `next(3)` … until there is nothing; what is
 * `optional` need not be there.
 */
export type SiteAddress = Readonly<{ address: string; next?: (page: number) => string; optional?: true }>

const uris = urisOf('')
const batch = 100

/** Everything of a catalogue that a static site has beside pictures: each page in each language, each document once. */
export async function* contentsOf({ reader, stories }: Readers): AsyncGenerator<SiteAddress> {
  yield* inEachLanguage(language => uris.home(language))
  yield* inEachLanguage(language => uris.worksPage(language), 'list')
  yield* inEachLanguage(language => uris.museumsPage(language))
  yield* collection(uris.collection())
  yield* collection(uris.looseCollection())
  for (const { id } of await reader.museums()) {
    yield* inEachLanguage(language => uris.museumPage(id, language), 'list')
    yield* collection(uris.museumCollection(id))
  }
  for await (const work of allWorks(reader)) yield* addressesOfWork(work)
  for (const kind of storyKinds) {
    yield* inEachLanguage(language => uris.storiesPage(kind, language), 'list')
    yield* collection(uris.storiesCollection(kind))
  }
  for await (const { story } of allPublished(stories)) yield* addressesOfStory(story)
}

/** Published works, batch by batch. */
export async function* allWorks(reader: CatalogueReader): AsyncGenerator<Work> {
  for (let offset = 0; ; offset += batch) {
    const works = await reader.listWorks({}, { offset, limit: batch })
    yield* works
    if (works.length < batch) return
  }
}

export async function* allPublished(stories: StoryReader): AsyncGenerator<PublishedStory> {
  for (const kind of storyKinds)
    for (let offset = 0; ; offset += batch) {
      const published = await stories.listPublished(kind, { offset, limit: batch })
      yield* published
      if (published.length < batch) break
    }
}

function* addressesOfWork(work: Work): Generator<SiteAddress> {
  for (const [index, view] of (work.views.length > 0 ? work.views : [undefined]).entries())
    for (const kind of view?.layers.map(layer => layer.kind) ?? ['visible'])
      yield* inEachLanguage(language => pageOfWork(uris, work.id, index, kind, language))
  yield { address: uris.manifest(work.id) }
  for (const description of [uris.schemaOrg, uris.linkedArt]) yield { address: description(work.id) }
  yield { address: uris.notice(work.id), optional: true }
}

/** As pages link to views and layers of a work. */
function pageOfWork({ workPage }: Uris, id: string, view: number, layer: string, language: SiteLanguage): string {
  const state = new URLSearchParams()
  if (view > 0) state.set('view', String(view + 1))
  if (layer !== 'visible') state.set('layer', layer)
  return `${workPage(id, language)}${state.size > 0 ? `?${state}` : ''}`
}

function* addressesOfStory({ kind, slug, languages }: Story): Generator<SiteAddress> {
  yield* inEachLanguage(language => uris.storyPage(kind, slug, { language }))
  yield* inEachLanguage(language => uris.storyEmbed(kind, slug, language))
  yield { address: uris.storyData(kind, slug) }
  for (const [index, language] of languages.entries()) {
    const form = index === 0 ? {} : { language }
    yield { address: uris.story(kind, slug, form).manifest() }
    for (const profile of storyProfiles) yield { address: uris.story(kind, slug, { ...form, profile }).manifest() }
  }
  if (kind === 'exhibition') yield* collection(uris.exhibitionCollection(slug))
}

function* inEachLanguage(addressIn: (language: SiteLanguage) => string, list?: 'list'): Generator<SiteAddress> {
  for (const language of siteLanguages) {
    const address = addressIn(language)
    yield { address, ...(list && { next: (page: number) => `${address}?page=${page}` }) }
  }
}

/** A collection, its pages, and the pages that list those. */
function* collection(address: string): Generator<SiteAddress> {
  yield { address, optional: true, next: page => uris.page(address, page - 1) }
  yield { address: uris.pageOfPages(address, 1), optional: true, next: page => uris.pageOfPages(address, page) }
}
