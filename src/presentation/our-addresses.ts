import type { StoryKind } from '../catalogue/story.js'
import { type StoryForm, storyFolders, storyProfiles } from './story-uris.js'

/** What an address of ours is: a work, one of its views, or a story or a part of it. */
export type OurResource = OurWork | OurStory

export type OurWork = Readonly<{ work: string; view?: string }>

export type OurStory = Readonly<{
  story: StoryKind
  slug: string
  form: StoryForm
  /** Of the canvas that it is, or that it stands on. */
  canvas?: string
  /** Of an entry of the table of contents. */
  range?: string
  /** Of something that is said on the canvas, or on one of the work itself. */
  comment?: string
}>

const part = '([^/]{1,1000})'
const below = new RegExp(`^/iiif/presentation/[23]/works/${part}/(?:manifest|canvas/${part})$`)
const page = new RegExp(`^(?:/[a-z]{2})?/works/${part}$`)

const folders = Object.values(storyFolders).join('|')
const storyPage = new RegExp(`^(?:/[a-z]{2})?/(${folders})/${part}(?:/embed)?$`)
const onCanvas = `canvas/(?<canvas>[^/]{1,1000})(?:/(?:painting(?:/1)?|comments|marks|(?:comments|marks)/(?<comment>[^/]{1,1000})))?`
const belowStory = new RegExp(
  `^/iiif/presentation/[23]/(${folders})/${part}/(?:manifest|${onCanvas}|range/(?<range>[^/]{1,1000}))$`,
)
const onWork = new RegExp(
  `^/iiif/presentation/[23]/works/[^/]{1,1000}/canvas/[^/]{1,1000}/(analyses)/${part}(?:/(?<comment>[^/]{1,1000}))?$`,
)

/**
 * Reads an address that `uris.ts` mints: of a work its manifest, one of its canvases, or its page; of a story these, and
 * what is said on its canvases. Undefined for all others.
 * http and https are the same site: an address may be older than the certificate.
 * @param base the site's address without a final slash
 */
export function readOurAddress(address: string, base: string): OurResource | undefined {
  const [place, site] = [address, base].map(each => each.replace(/^https?:/i, ''))
  if (place === undefined || site === undefined || !place.startsWith(`${site}/`)) return undefined
  const [path = '', query = ''] = (place.slice(site.length).split('#', 1)[0] ?? '').split('?', 2)
  return readWork(path) ?? readStory(path, query)
}

export const isStory = (ours: OurResource): ours is OurStory => 'story' in ours

function readWork(path: string): OurWork | undefined {
  const [, work, view] = below.exec(path) ?? page.exec(path) ?? []
  const id = decoded(work)
  const key = decoded(view)
  if (id === undefined || (view !== undefined && key === undefined)) return undefined
  return { work: id, ...(key !== undefined && { view: key }) }
}

function readStory(path: string, query: string): OurStory | undefined {
  const found = belowStory.exec(path) ?? onWork.exec(path) ?? storyPage.exec(path)
  const story = (Object.keys(storyFolders) as StoryKind[]).find(kind => storyFolders[kind] === found?.[1])
  const slug = decoded(found?.[2])
  if (!found || !story || slug === undefined) return undefined
  const named = Object.entries(found.groups ?? {}).flatMap(([name, value]) => {
    const key = decoded(value)
    return key === undefined ? [] : [[name, key] as const]
  })
  return { story, slug, form: formIn(new URLSearchParams(query)), ...Object.fromEntries(named) }
}

/** What is no form of a story is passed over: the story is meant all the same. */
function formIn(query: URLSearchParams): StoryForm {
  const [language, revision] = [query.get('lang'), query.get('revision')]
  const profile = storyProfiles.find(each => each === query.get('profile'))
  return {
    ...(language && { language }),
    ...(revision && /^[1-9]\d{0,8}$/.test(revision) && { revision: Number(revision) }),
    ...(profile && { profile }),
  }
}

function decoded(segment: string | undefined): string | undefined {
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
