import type { Check } from './check.js'
import { database } from './database.js'
import { documents } from './documents/documents.js'
import { derivatives } from './files/derivatives.js'
import { pyramids } from './files/pyramids.js'
import { strayMasters, strayPyramids } from './files/strays.js'
import { stories } from './stories/stories.js'

/** The table of checks, in their order; each is a generator of findings over what `CheckPorts` gives. */
export const checks: readonly Check[] = [
  database,
  documents,
  stories,
  pyramids,
  strayPyramids,
  strayMasters,
  derivatives,
]
