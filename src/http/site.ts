import type { CatalogueReader } from '../catalogue/catalogue.js'
import type { StoryReader } from '../catalogue/stories.js'
import type { Limits } from '../config.js'
import type { BaseOf } from './address.js'
import type { SendDocument } from './documents.js'

/** What pages and documents tell of, and how they name it. */
export type SiteOptions = Readonly<{
  reader: CatalogueReader
  stories: StoryReader
  siteName: string
  pageSize: number
  limits: Limits
  baseOf: BaseOf
}>

export type DocumentRouteOptions = SiteOptions & Readonly<{ sendDocument: SendDocument }>
