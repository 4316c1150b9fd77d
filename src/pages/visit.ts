import type { Limits } from '../config.js'
import type { Uris } from '../presentation/uris.js'
import type { Language } from './languages.js'
import type { Phrases } from './phrases/phrases.js'

/** What every page knows of the visit: the reader's language, the site, and where things are. */
export type Visit = Readonly<{
  language: Language
  /** The language that the address names; links keep it. Absent where the reader's preference decides. */
  chosen: Language | undefined
  phrases: Phrases
  uris: Uris
  siteName: string
  assets: Assets
  limits: Limits
  /** The address of the same page in one language, or in whichever the reader prefers. */
  here(language?: Language): string
}>

/** What the build made for browsers, as paths below `static/` (see scripts/build.js). */
export type Assets = Readonly<{
  stylesheet: string
  /** Fonts that the first screen needs. */
  fonts: readonly string[]
  work: string
  /** Of the pages of stories, beside `stylesheet`. */
  storyStylesheet: string
  story: string
  viewerStylesheet: string
  icon: string
  mirador: ViewerFiles
  universal: ViewerFiles
}>

/** A viewer's own files and our script that starts it. */
export type ViewerFiles = Readonly<{ start: string; script: string; stylesheet?: string }>
