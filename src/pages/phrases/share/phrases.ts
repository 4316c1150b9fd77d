import type { frShare } from './fr.js'

export type SharePhrases = typeof frShare
