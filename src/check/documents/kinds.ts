import type { CatalogueAudit } from '../../catalogue/audit.js'
import type { StoryKind } from '../../catalogue/story.js'
import { siteLanguages } from '../../presentation/languages.js'
import { languageForm } from '../../presentation/stories/links.js'
import { storyProfiles } from '../../presentation/story-uris.js'
import type { Uris } from '../../presentation/uris.js'
import type { CheckPorts } from '../check.js'
import type { Counted } from '../counts.js'

/** The addresses of either version. */
export type BothUris = Readonly<Record<2 | 3, Uris>>

/** A kind of thing that is published, and where each of them is to be found. */
export type DocumentKind = Readonly<{
  kind: 'work' | 'image' | StoryKind
  counted?: Counted
  /** Of all that are published, in their order. */
  ids(audit: CatalogueAudit): Iterable<string>
  /** Since when it is as it is now; undefined where it is not published any more. */
  since(id: string, ports: CheckPorts): string | undefined
  /** What the root collections must lead to. */
  listed(id: string, uris: BothUris): readonly string[]
  /** What is asked besides, whether a document names it or not. */
  beside(id: string, uris: BothUris, ports: CheckPorts): readonly string[] | Promise<readonly string[]>
  /** What is asked for itself alone: nothing that it names is followed. */
  alone?(id: string, uris: BothUris, ports: CheckPorts): readonly string[]
}>

/** The table of what is published beneath the collections: a new kind of document is a line here. */
export const documentKinds: readonly DocumentKind[] = [
  {
    kind: 'work',
    counted: 'works',
    ids: audit => audit.publishedWorks(),
    since: (id, { reader }) => reader.revision('work', id),
    listed: (id, uris) => [uris[3].manifest(id), uris[2].manifest(id)],
    beside: (id, uris) => [uris[3].workPage(id)],
  },
  {
    kind: 'image',
    *ids(audit) {
      for (const { record, published } of audit.images()) if (published) yield record.id
    },
    since: (id, { reader }) => reader.revision('image', id),
    listed: () => [],
    beside: (id, uris) => [uris[3].imageService(id), uris[2].imageService2(id)],
  },
  stories('analysis'),
  stories('exhibition'),
]

/** Of the public revision every form; of earlier ones, which show the same works, the manifests and pages alone. */
function stories(kind: StoryKind): DocumentKind {
  return {
    kind,
    counted: 'stories',
    ids: audit => audit.publishedStories(kind),
    since: (slug, { audit }) => audit.story(kind, slug)?.since,
    listed: (slug, uris) => [uris[3].story(kind, slug).manifest(), uris[2].story(kind, slug).manifest()],
    async beside(slug, uris, { stories }) {
      const languages = (await stories.published(kind, slug))?.story.languages ?? []
      const forms = languages.map(language => languageForm(language, languages))
      return [
        ...forms.flatMap(form => [
          uris[3].story(kind, slug, form).manifest(),
          uris[2].story(kind, slug, form).manifest(),
        ]),
        ...forms.flatMap(form =>
          storyProfiles.map(profile => uris[3].story(kind, slug, { ...form, profile }).manifest()),
        ),
        uris[3].storyData(kind, slug),
        uris[3].storyPage(kind, slug),
        uris[3].storyEmbed(kind, slug),
        ...siteLanguages.flatMap(language => [
          uris[3].storyPage(kind, slug, { language }),
          uris[3].storyEmbed(kind, slug, language),
        ]),
      ]
    },
    alone: (slug, uris, { audit }) =>
      (audit.story(kind, slug)?.earlier ?? []).flatMap(revision => [
        uris[3].story(kind, slug, { revision }).manifest(),
        uris[2].story(kind, slug, { revision }).manifest(),
        uris[3].storyPage(kind, slug, { revision }),
        uris[3].storyData(kind, slug, { revision }),
      ]),
  }
}

/** Lists for people, which no document names in every language. */
export const lists = ({ 3: uris }: BothUris): readonly string[] =>
  [undefined, ...siteLanguages].flatMap(language => [
    uris.home(language),
    uris.worksPage(language),
    uris.museumsPage(language),
    uris.storiesPage('analysis', language),
    uris.storiesPage('exhibition', language),
  ])
