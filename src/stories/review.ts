import type { Story } from '../catalogue/story.js'
import { analysesNamed, worksNamed } from '../catalogue/story-names.js'
import type { Works } from './known-works.js'
import { type PlaceRemark, placeRemarks } from './place-remarks.js'
import { proseRemarks } from './prose/remarks.js'
import type { Shown } from './shown.js'
import { completeness, type MissingText, missingTexts } from './texts.js'

/** What is still to be done to a story before it is read as it was meant. */
export type Review = Readonly<{
  /** From 0 to 1. */
  languages: ReadonlyMap<string, number>
  missing: readonly MissingText[]
  places: readonly PlaceRemark[]
  prose: ReturnType<typeof proseRemarks>
  /** Named, but not published now. */
  unseen: Readonly<{ works: readonly string[]; analyses: readonly string[] }>
}>

/** @param works as they are, drafts included; `shown` what of them is public */
export const reviewOf = (story: Story, works: Works, shown: Shown): Review => ({
  languages: completeness(story),
  missing: missingTexts(story),
  places: placeRemarks(story, works),
  prose: proseRemarks(story),
  unseen: {
    works: worksNamed(story).filter(id => !shown.works.has(id)),
    analyses: analysesNamed(story).filter(slug => !shown.analyses.has(slug)),
  },
})
