import type { Code } from '../fields.js'
import type { Form } from '../serialisation.js'
import type { SourceNotice, Values } from '../source-notice.js'
import type { Understood } from '../work.js'
import type { Finding } from './rules.js'

/** What the checks of one notice look at. */
export type Checked = Readonly<{
  id: string
  notices: readonly [SourceNotice, ...SourceNotice[]]
  form: Form['form']
  /** The fields as this file gives them. */
  values: Values
  /** The fields with those that an earlier import left. */
  merged: Values
  understood: Understood
  /** The fields that the file has for all notices; undefined where each notice names its own. */
  columns: ReadonlySet<Code> | undefined
  knownMuseums: ReadonlySet<string>
  /** The year in which the check is made. */
  year: number
  /** Sizes of the pictures that hang in the work, px. */
  images: readonly Readonly<{ width: number; height: number }>[]
}>

/** Findings before they know their notice. */
export type Check = (checked: Checked) => readonly Omit<Finding, 'id' | 'inventory' | 'title' | 'line'>[]
