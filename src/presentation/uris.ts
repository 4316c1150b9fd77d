import type { StoryKind } from '../catalogue/story.js'
import { detailParts, type SharedDetail } from './details.js'
import { formQuery, type StoryForm, storyFolders, storyUris } from './story-uris.js'

/** Every public address, minted here and nowhere else. `base` is the site's address without a final slash. */
export type Uris = ReturnType<typeof urisOf>

/** Versions of the Presentation API. */
export type Version = 2 | 3

/** Versions of the Content Search API. */
export type SearchVersion = 1 | 2

const segment = encodeURIComponent

/** @param version at whose addresses documents name each other */
export function urisOf(base: string, version: Version = 3) {
  const presentation = `${base}/iiif/presentation/${version}`
  // Viewers put `?q=` behind a service's address, so which canvases are meant stands before
  const searching = (search: SearchVersion) => `${base}/iiif/search/${search}${version === 2 ? '/presentation-2' : ''}`
  const workBelow = (id: string) => `${presentation}/works/${segment(id)}`
  return {
    base,
    collection: () => `${presentation}/collection`,
    museumCollection: (id: string) => `${presentation}/museums/${segment(id)}/collection`,
    /** Works of no museum in the catalogue: a collection of its own kind. */
    looseCollection: () => `${presentation}/works/collection`,
    /** A page of a long collection, and a page that lists such pages. */
    page: (collection: string, page: number) => `${collection}/${page}`,
    pageOfPages: (collection: string, page: number) => `${collection}/pages/${page}`,
    manifest: (work: string) => `${workBelow(work)}/manifest`,
    /** Version 2 only: the order in which a manifest shows its canvases. */
    sequence: (work: string) => `${workBelow(work)}/sequence/normal`,
    canvas: (work: string, view: string) => `${workBelow(work)}/canvas/${segment(view)}`,
    annotationPage: (work: string, view: string) => `${workBelow(work)}/canvas/${segment(view)}/painting`,
    annotation: (work: string, view: string) => `${workBelow(work)}/canvas/${segment(view)}/painting/1`,
    /** An entry of a manifest's table of contents. */
    range: (work: string, key: string) => `${workBelow(work)}/range/${segment(key)}`,
    /** How many millimetres a pixel of a canvas is. */
    scale: (work: string, view: string) => `${workBelow(work)}/canvas/${segment(view)}/scale`,
    /** The manifest of a story, and whatever stands below it. */
    story: (kind: StoryKind, slug: string, form: StoryForm = {}) => storyUris(presentation, kind, slug, form),
    analysisManifest: (slug: string, form: StoryForm = {}) =>
      storyUris(presentation, 'analysis', slug, form).manifest(),
    exhibitionManifest: (slug: string, form: StoryForm = {}) =>
      storyUris(presentation, 'exhibition', slug, form).manifest(),
    exhibitionCollection: (slug: string) => storyUris(presentation, 'exhibition', slug, {}).collection(),
    /** All analyses, or all exhibitions. */
    storiesCollection: (kind: StoryKind) => `${presentation}/${storyFolders[kind]}/collection`,
    /** What an analysis says of a view, on the canvas of the work itself. */
    workComments: (work: string, view: string, analysis: string) =>
      `${workBelow(work)}/canvas/${segment(view)}/analyses/${segment(analysis)}`,
    workComment: (work: string, view: string, analysis: string, name: string) =>
      `${workBelow(work)}/canvas/${segment(view)}/analyses/${segment(analysis)}/${segment(name)}`,
    /** Content Search in the texts of a story; what it finds lies on the canvases of this version. */
    storySearch: (search: SearchVersion, kind: StoryKind, slug: string, language?: string) =>
      [searching(search), storyFolders[kind], segment(slug), ...(language ? [segment(language)] : [])].join('/'),
    /** In what is said of a work. */
    workSearch: (search: SearchVersion, work: string) => `${searching(search)}/works/${segment(work)}`,
    /** The story itself as data, the same for every version. */
    storyData: (kind: StoryKind, slug: string, form: Pick<StoryForm, 'revision'> = {}) =>
      `${base}/${storyFolders[kind]}/${segment(slug)}/story.json${formQuery(form)}`,
    storyPage: (kind: StoryKind, slug: string, { language, revision }: Omit<StoryForm, 'profile'> = {}) =>
      `${base}${prefix(language)}/${storyFolders[kind]}/${segment(slug)}${formQuery(revision ? { revision } : {})}`,
    storiesPage: (kind: StoryKind, language?: string) => `${base}${prefix(language)}/${storyFolders[kind]}`,
    /** The story for a frame on somebody else's page. */
    storyEmbed: (kind: StoryKind, slug: string, language?: string) =>
      `${base}${prefix(language)}/${storyFolders[kind]}/${segment(slug)}/embed`,
    /** Descriptions for machines, the same for every version. */
    schemaOrg: (work: string) => `${base}/works/${segment(work)}/schema.jsonld`,
    linkedArt: (work: string) => `${base}/works/${segment(work)}/linked-art.jsonld`,
    notice: (work: string) => `${base}/works/${segment(work)}/notice.json`,
    imageService: (image: string) => `${base}/iiif/image/3/${segment(image)}`,
    imageService2: (image: string) => `${base}/iiif/image/2/${segment(image)}`,
    museumPage: (id: string, language?: string) => `${base}${prefix(language)}/museums/${segment(id)}`,
    workPage: (id: string, language?: string) => `${base}${prefix(language)}/works/${segment(id)}`,
    /** A detail's permanent address, and the same for a frame on somebody else's page. */
    detail: (detail: SharedDetail, language?: string) =>
      `${base}${prefix(language)}/d/${segment(detail.work)}/${detailParts(detail)}`,
    detailEmbed: (detail: SharedDetail, language?: string) =>
      `${base}${prefix(language)}/d/${segment(detail.work)}/${detailParts(detail).replace(/\?|$/, '/embed$&')}`,
    museumsPage: (language?: string) => `${base}${prefix(language)}/museums`,
    worksPage: (language?: string) => `${base}${prefix(language)}/works`,
    home: (language?: string) => `${base}${prefix(language)}/`,
    viewer: (viewer: 'mirador' | 'universal', manifest: string, language?: string) =>
      `${base}${prefix(language)}/viewers/${viewer}?manifest=${segment(manifest)}`,
    /** A viewer, or any page of ours, on what a content state points at. @param state encoded */
    viewerOn: (viewer: 'mirador' | 'universal', state: string, language?: string) =>
      `${base}${prefix(language)}/viewers/${viewer}?iiif-content=${state}`,
    contentState: (state: string) => `${base}/?iiif-content=${state}`,
    /** Built files: scripts, styles, fonts under `assets/`; the viewers' own under `viewers/`. */
    built: (path: string) => `${base}/static/${path}`,
  } as const
}

/** A page in one language has an address of its own; without one, the reader's preference decides. */
const prefix = (language: string | undefined): string => (language ? `/${language}` : '')
