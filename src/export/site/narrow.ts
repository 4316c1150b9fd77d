import type { CatalogueReader, MuseumSummary, WorkSelection } from '../../catalogue/catalogue.js'
import type { Work } from '../../catalogue/model.js'
import type { Readers } from '../../catalogue/readers.js'
import { sliced } from '../../catalogue/sliced.js'
import type { StoryReader } from '../../catalogue/stories.js'
import type { PublishedStory, StoryKind } from '../../catalogue/story.js'
import { analysesNamed, worksNamed } from '../../catalogue/story-names.js'

/** Some stories, the analyses that they invite to, and the works in all of these: a small catalogue of its own. */
export async function narrowed({ reader, stories }: Readers, chosen: readonly PublishedStory[]): Promise<Readers> {
  const invited = await Promise.all(
    [...new Set(chosen.flatMap(({ story }) => analysesNamed(story)))].map(slug => stories.published('analysis', slug)),
  )
  const told = new Map([...chosen, ...invited].flatMap(each => (each ? [[keyOf(each), each] as const] : [])))
  const named = new Set([...told.values()].flatMap(({ story }) => worksNamed(story)))
  const works = (await reader.works([...named])).toSorted(picturedFirst)
  return { reader: narrowReader(reader, works), stories: narrowStories(stories, [...told.values()]) }
}

const keyOf = ({ story }: PublishedStory): string => `${story.kind}/${story.slug}`

function narrowStories(stories: StoryReader, told: readonly PublishedStory[]): StoryReader {
  const newestFirst = told.toSorted((one, other) => (one.publishedAt < other.publishedAt ? 1 : -1))
  const ofKind = (kind: StoryKind) => newestFirst.filter(({ story }) => story.kind === kind)
  const isTold = ({ kind, slug }: Readonly<{ kind: StoryKind; slug: string }>) =>
    told.some(({ story }) => story.kind === kind && story.slug === slug)
  return {
    published: async (kind, slug, revision) =>
      isTold({ kind, slug }) ? stories.published(kind, slug, revision) : undefined,
    listPublished: async (kind, { offset, limit }) => ofKind(kind).slice(offset, offset + limit),
    countPublished: async kind => ofKind(kind).length,
    showing: async (work, limit) => (await stories.showing(work, limit)).filter(({ story }) => isTold(story)),
  }
}

/** @param works in the order of lists */
function narrowReader(reader: CatalogueReader, works: readonly Work[]): CatalogueReader {
  const chosen: ReadonlySet<string> = new Set(works.map(({ id }) => id))
  const within = (found: readonly Work[]) => found.filter(({ id }) => chosen.has(id))
  const selected = ({ museum }: WorkSelection) =>
    works.filter(work => museum === undefined || (work.museumRecord?.id ?? null) === museum)
  const counted = (selection: WorkSelection) => {
    const found = selected(selection)
    return { works: found.length, pictured: found.filter(isPictured).length }
  }
  const recount = (museum: MuseumSummary | undefined) => {
    const count = museum && counted({ museum: museum.id })
    return museum && count && count.works > 0 ? { ...museum, ...count } : undefined
  }
  return {
    ...reader,
    museums: async () => (await reader.museums()).map(recount).filter(museum => museum !== undefined),
    museum: async id => recount(await reader.museum(id)),
    works: async ids => reader.works(ids.filter(id => chosen.has(id))),
    async workInFull(id) {
      const full = chosen.has(id) ? await reader.workInFull(id) : undefined
      if (!full) return undefined
      const { whole, parts, related } = full.relatives
      const relatives = { parts: within(parts), related: within(related) }
      return { ...full, relatives: whole && chosen.has(whole.id) ? { ...relatives, whole } : relatives }
    },
    listWorks: async (selection, slice) => sliced(selected(selection), slice),
    countWorks: async selection => counted(selection),
    worksShowing: async (image, limit) => within(await reader.worksShowing(image, limit)),
    presence: async (kind, id) => (kind === 'work' && !chosen.has(id) ? 'absent' : reader.presence(kind, id)),
  }
}

const isPictured = ({ views }: Work): boolean => views.length > 0

const picturedFirst = (one: Work, other: Work): number =>
  Number(isPictured(other)) - Number(isPictured(one)) || (one.id < other.id ? -1 : 1)
