import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogueReader, CatalogueWriter } from './catalogue/catalogue.js'
import type { CatalogueEditor } from './catalogue/editing.js'
import { openCatalogue } from './catalogue/sqlite/open.js'
import type { StoryReader, StoryWriter } from './catalogue/stories.js'
import type { Config } from './config.js'
import { openDerivatives } from './image/derivatives/derivatives.js'
import { type Images, openImages } from './image/images.js'
import { packageRoot } from './package.js'
import { captionOf } from './presentation/caption.js'
import { fileStorage, type Storage } from './storage/storage.js'
import { withDrafts } from './stories/drawn/drafts.js'
import { type DrawnImages, openDrawnImages } from './stories/drawn/drawn-images.js'
import { readFonts } from './stories/typesetting/fonts.js'
import { onceAsked } from './stories/typesetting/once.js'

/** Everything that commands and routes work with; only what writes receives `writer` or `editor`. */
export type Services = Readonly<{
  config: Config
  reader: CatalogueReader
  writer: CatalogueWriter
  editor: CatalogueEditor
  stories: StoryReader
  storyWriter: StoryWriter
  drawnImages: DrawnImages
  /** Of any revision, for curators. */
  drawnDrafts: DrawnImages
  images: Images
  storage: Storage
  /** The present moment. */
  clock(): Date
  close(): Promise<void>
}>

/** The one clock of the program. */
export const clock = (): Date => new Date()

/**
 * Composition root: opens the data directory, making it where it is missing.
 * @param warn receives what those who run the program should know, though it stops nothing
 */
export async function openServices(config: Config, warn: (sentence: string) => void = () => {}): Promise<Services> {
  await mkdir(config.dataDirectory, { recursive: true })
  const catalogue = openCatalogue(join(config.dataDirectory, 'catalogue.db'), clock, undefined, config.deletedDays)
  const storage = fileStorage(config.dataDirectory)
  const derivatives = openDerivatives(join(config.dataDirectory, 'derivatives.db'), config.render.derivatives, warn)
  const images = openImages(storage, config.render, derivatives)
  const drawing = {
    reader: catalogue.reader,
    fonts: onceAsked(() => readFonts(join(packageRoot(), 'dist', 'fonts'))),
    captionOf,
  }
  return {
    config,
    reader: catalogue.reader,
    writer: catalogue.writer,
    editor: catalogue.editor,
    stories: catalogue.stories,
    storyWriter: catalogue.storyWriter,
    drawnImages: openDrawnImages({ ...drawing, stories: catalogue.stories }),
    drawnDrafts: openDrawnImages({ ...drawing, stories: withDrafts(catalogue.stories, catalogue.editor.stories) }),
    images,
    storage,
    clock,
    async close() {
      await images.close()
      catalogue.close()
    },
  }
}
