import type { Language } from '../languages.js'
import { en } from './en.js'
import { fr } from './fr.js'
import { nl } from './nl.js'

/** Everything that pages say; French is the pattern. */
export type Phrases = typeof fr

/** One table a language: a phrase missing in one does not compile. */
export const phrases: Readonly<Record<Language, Phrases>> = { fr, en, nl }
