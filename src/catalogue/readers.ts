import type { CatalogueReader } from './catalogue.js'
import type { StoryReader } from './stories.js'

/** Reading what the public may read. */
export type Readers = Readonly<{ reader: CatalogueReader; stories: StoryReader }>
