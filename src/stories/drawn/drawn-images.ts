import type { CatalogueReader } from '../../catalogue/catalogue.js'
import type { Work } from '../../catalogue/model.js'
import type { StoryReader } from '../../catalogue/stories.js'
import type { Analysis, PublishedStory, Story } from '../../catalogue/story.js'
import { rememberedDrawings } from '../../config.js'
import type { Drawing, DrawnImage } from '../../image/drawing/drawing.js'
import { drawnImage } from '../../image/drawing/drawn.js'
import type { Fonts } from '../typesetting/fonts.js'
import { cardDrawing } from './cards.js'
import { comparisonDrawing } from './comparison.js'
import type { CaptionOf, DrawingContext } from './context.js'
import { type DrawnImageId, drawnImageId } from './ids.js'
import { viewDrawing } from './marks.js'
import { type DrawnPart, drawnPart } from './parts.js'

/** A drawn picture as it is served. */
export type ServedDrawing = Readonly<{
  image: DrawnImage
  /** When the revision was published, or the latest of the works on it changed. */
  updatedAt: string
  /** The one statement of rights that holds for all works on it, or for the text where there are none. */
  rights?: string
}>

/** Pictures that are drawn of published stories when they are asked for. */
export interface DrawnImages {
  /** Undefined where nothing is drawn at an id; `gone` where its story is not published any more. */
  find(id: DrawnImageId): Promise<ServedDrawing | 'gone' | undefined>
}

export type DrawnImagesOptions = Readonly<{
  stories: Pick<StoryReader, 'published'>
  reader: Pick<CatalogueReader, 'epoch' | 'presence' | 'works'>
  /** Asked for when the first picture with words is drawn. */
  fonts: () => Promise<Fonts>
  captionOf: CaptionOf
  capacity?: number
}>

type Remembered = { epoch: number; readonly sources: string; readonly drawing: ServedDrawing | undefined }

/** Drawings are remembered, and drawn anew only where what they show has changed. */
export function openDrawnImages(options: DrawnImagesOptions): DrawnImages {
  const { stories, reader, capacity = rememberedDrawings } = options
  // A Map keeps the order of insertion: the first key was asked for longest ago.
  const memory = new Map<string, Remembered>()

  const remember = (key: string, remembered: Remembered): void => {
    memory.delete(key)
    memory.set(key, remembered)
    for (const oldest of memory.keys()) {
      if (memory.size <= capacity) break
      memory.delete(oldest)
    }
  }

  return {
    async find(id) {
      const epoch = reader.epoch()
      const key = drawnImageId(id)
      const known = memory.get(key)
      if (known?.epoch === epoch) return known.drawing
      const published = await stories.published(id.kind, id.slug, id.revision)
      const part = published && drawnPart(published.story, id.part, id.cut)
      if (!published || !part || !speaks(part, published.story, id.language)) {
        memory.delete(key)
        return (await reader.presence(id.kind, id.slug)) === 'gone' ? 'gone' : undefined
      }
      const sources = await readSources(part, options)
      const named = JSON.stringify([published.publishedAt, sources.changes])
      const drawing =
        known?.sources === named
          ? known.drawing
          : await draw(id, published, part, sources, await options.fonts(), options)
      remember(key, { epoch, sources: named, drawing })
      return drawing
    },
  }
}

/** Views have no language; all else is had in each of the story's. */
const speaks = (part: DrawnPart, { languages }: Story, language: string | undefined): boolean =>
  part.kind === 'view' ? language === undefined : language !== undefined && languages.includes(language)

/** What a part shows beside its own words, as it is published now, and what tells that it changed. */
type Sources = Readonly<{
  works: ReadonlyMap<string, Work>
  analysis?: PublishedStory<Analysis>
  changes: readonly string[]
}>

async function readSources(part: DrawnPart, { stories, reader }: DrawnImagesOptions): Promise<Sources> {
  const analysis = await analysisOf(part, stories)
  const works = await reader.works(worksOf(part, analysis?.story))
  return {
    works: new Map(works.map(work => [work.id, work])),
    ...(analysis ? { analysis } : {}),
    changes: [
      ...works.map(({ id, updatedAt }) => `${id} ${updatedAt}`),
      ...(analysis ? [String(analysis.revision)] : []),
    ],
  }
}

async function analysisOf(
  part: DrawnPart,
  stories: DrawnImagesOptions['stories'],
): Promise<PublishedStory<Analysis> | undefined> {
  if (part.kind !== 'card' || part.of !== 'block' || part.block.kind !== 'analysis') return undefined
  const found = await stories.published('analysis', part.block.analysis)
  return found?.story.kind === 'analysis' ? (found as PublishedStory<Analysis>) : undefined
}

function worksOf(part: DrawnPart, analysis: Analysis | undefined): readonly string[] {
  if (part.kind === 'view') return [part.detail.work]
  if (part.kind === 'comparison') return [...new Set(part.block.sides.map(({ work }) => work))]
  if (part.of === 'notice') return part.work === undefined ? [] : [part.work]
  return analysis ? [analysis.cover?.work ?? analysis.work] : []
}

async function draw(
  id: DrawnImageId,
  published: PublishedStory,
  part: DrawnPart,
  sources: Sources,
  fonts: Fonts,
  { captionOf }: DrawnImagesOptions,
): Promise<ServedDrawing | undefined> {
  const { story, publishedAt } = published
  const drawing = drawingOf(part, { story, language: id.language ?? '', ...sources, fonts, captionOf })
  if (!drawing) return undefined
  const works = [...sources.works.values()]
  const statements = new Set(works.length > 0 ? works.map(({ rights }) => rights?.uri) : [story.rights?.uri])
  const [rights] = statements
  return {
    image: drawnImage(drawnImageId(id), drawing),
    updatedAt: [publishedAt, ...works.map(({ updatedAt }) => updatedAt)].toSorted().at(-1) ?? publishedAt,
    ...(statements.size === 1 && rights !== undefined ? { rights } : {}),
  }
}

function drawingOf(part: DrawnPart, context: DrawingContext): Drawing | undefined {
  switch (part.kind) {
    case 'view':
      return viewDrawing(part, context.works, context.fonts)
    case 'card':
      return cardDrawing(part, context)
    case 'comparison':
      return comparisonDrawing(part.block, context)
  }
}
