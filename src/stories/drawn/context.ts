import type { Work } from '../../catalogue/model.js'
import type { Analysis, PublishedStory, Story } from '../../catalogue/story.js'
import type { Fonts } from '../typesetting/fonts.js'

/** Everything that a picture is drawn from. */
export type DrawingContext = Readonly<{
  story: Story
  language: string
  /** Those that the part shows, as they are published now. */
  works: ReadonlyMap<string, Work>
  /** The one that the part invites to. */
  analysis?: PublishedStory<Analysis>
  fonts: Fonts
  captionOf: CaptionOf
}>

/** What stands below a work: lines of plain text, the title set in italics. */
export type Caption = Readonly<{ maker?: string; title: string; date?: string; dimensions?: string; keeper?: string }>
export type CaptionOf = (work: Work, language: string) => Caption
