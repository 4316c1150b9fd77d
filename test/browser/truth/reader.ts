import type { Locator, Page } from 'playwright-core'

/** Somebody who reads a story in a viewer: what they can do there, and what they then find. */
export type Reader = Readonly<{
  page: Page
  /** Where pictures are shown. */
  stage: Locator
  /** The number of the view that is shown, from 1. */
  at(): Promise<number>
  count(): Promise<number>
  /** The name of the view that is shown. */
  label(): Promise<string>
  next(): Promise<void>
  /** All that is to be read of the view that is shown, in the panels. */
  text(): Promise<string>
  /** The pictures that can be chosen of the view that is shown. */
  choices(): Promise<readonly string[]>
  choose(label: string): Promise<void>
  /** The entries of the table of contents. */
  contents(): Promise<readonly string[]>
  follow(entry: number): Promise<void>
  /** Chooses a comment in which words stand. @returns whether there is one */
  goToComment(words: string): Promise<boolean>
  /** Addresses that are linked from what is shown. */
  links(): Promise<readonly string[]>
}>
