import type { Evidence } from './evidence.js'
import type { NameReading } from './names.js'
import type { Column } from './sample.js'

/** A column with all that is known of it. */
export type Known = Readonly<{ column: Column; name: string; reading: NameReading; evidence: Evidence }>
