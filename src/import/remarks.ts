import type { Finding } from './joconde/lint/rules.js'

/** Everything an importer may have to say about a cell or row; what becomes of it, and the sentence of the report. */
export const remarkKinds = {
  'no-id': { fate: 'refused', sentence: 'The row has no id; it was not imported' },
  'bad-id': { fate: 'refused', sentence: 'An id needs 1 to 200 visible characters and cannot be "." or ".."' },
  'not-a-code': { fate: 'refused', sentence: 'Not a Muséofile code such as M0629; the row was not imported' },
  'too-many-cells': { fate: 'refused', sentence: 'The row has more cells than the header; it was not imported' },
  'several-values': { fate: 'kept', sentence: 'One value is shown; this further one is kept in the notice' },
  'measures-disagree': { fate: 'kept', sentence: 'Rows of one work disagree; no measure is shown, all are kept' },
  'not-a-measure': { fate: 'kept', sentence: 'Not a number from 1 mm to 100 m; kept in the notice' },
  'not-a-year': { fate: 'kept', sentence: 'Not a year; kept in the notice' },
  'years-reversed': { fate: 'shown', sentence: 'The years run backwards; the words are shown, no years understood' },
  'precision-lost': { fate: 'shown', sentence: 'The year may stand for a decade or century; shown, marked uncertain' },
  'century-as-year': { fate: 'kept', sentence: 'May be a century whose precision was lost; kept in the notice' },
  'no-maker': { fate: 'kept', sentence: 'There is no maker to say this of; kept in the notice' },
  'no-whole': { fate: 'kept', sentence: 'There is no whole to have a place in; kept in the notice' },
  'not-a-section': {
    fate: 'kept',
    sentence: 'No entry of a table of contents such as "Livre I > Chapitre 2: 4-6, 9"; kept in the notice',
  },
  'not-a-place': { fate: 'kept', sentence: 'Not a whole number up to 1,000,000; kept in the notice' },
  'unnamed-person': { fate: 'kept', sentence: 'Stands for a person without a name; kept in the notice' },
  'not-a-uri': { fate: 'kept', sentence: 'Not an http or https address; kept in the notice' },
  'not-a-location': { fate: 'kept', sentence: 'Not a latitude and longitude in degrees; kept in the notice' },
  'no-location': { fate: 'shown', sentence: 'The museum has no coordinates; it is left off maps' },
  'no-name': { fate: 'shown', sentence: 'The museum has no name; it is shown by its code and town' },
  'no-museum': { fate: 'shown', sentence: 'No museum code can be read here; the work belongs to no museum' },
  'unknown-museum': {
    fate: 'shown',
    sentence: 'The museum is not in the catalogue; the code is kept, and linked once that museum is imported',
  },
  'not-a-manifest': { fate: 'refused', sentence: 'Neither a manifest nor a collection of IIIF Presentation 2 or 3' },
  'too-many-canvases': { fate: 'refused', sentence: 'More canvases than one work may have; it was not imported' },
  'too-many-manifests': { fate: 'refused', sentence: 'More manifests than one import may bring; these were not' },
  'manifest-failed': { fate: 'refused', sentence: 'The manifest could not be fetched or read' },
  'manifest-not-read': {
    fate: 'shown',
    sentence: 'Neither beside the file nor on a host of --iiif-hosts; shown by what the collection says of it',
  },
  'manifest-known': { fate: 'shown', sentence: 'Could not be read now; the work stays as it was imported before' },
  'no-manifest-id': {
    fate: 'shown',
    sentence: 'The manifest has no address of its own; the work is known by its file',
  },
  'no-picture': { fate: 'kept', sentence: 'The canvas has no picture to show; kept in the owner’s document' },
  'not-a-picture': { fate: 'kept', sentence: 'Painted on a canvas but no picture; kept in the owner’s document' },
  'no-size': { fate: 'kept', sentence: 'A picture of unknown size cannot be shown; kept in the owner’s document' },
  'not-cropped': { fate: 'kept', sentence: 'A part that no image service can give; kept in the owner’s document' },
  composition: { fate: 'shown', sentence: 'Pictures side by side on one canvas are shown one after the other' },
  annotations: { fate: 'kept', sentence: 'Annotations are not taken; kept in the owner’s document' },
  ranges: {
    fate: 'kept',
    sentence: 'Ranges that lead to no view, or are no table of contents; kept in the owner’s document',
  },
  sequences: { fate: 'kept', sentence: 'Sequences after the first are not taken; kept in the owner’s document' },
} as const satisfies Record<string, { fate: 'refused' | 'kept' | 'shown'; sentence: string }>

export type RemarkKind = keyof typeof remarkKinds

/** A remark on one value of the source; `line` is where its row begins, the header being line 1. */
export type Remark = Readonly<{ kind: RemarkKind; line: number; column?: string; value?: string }>

/** One record read from one or more rows of a source; without `record` its rows were refused. */
export type Converted<Content> = Readonly<{
  record?: Content
  /** Where its first row begins. */
  line: number
  rows: number
  remarks: readonly Remark[]
  /** What the linter has to say of a notice of Joconde. */
  findings?: readonly Finding[]
}>
