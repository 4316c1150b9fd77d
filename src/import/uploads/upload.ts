import type { LanguageMap, LayerKind } from '../../catalogue/model.js'

/** What an uploaded picture is to become: an image by this id, hung in a work where one is named. */
export type Wanted = Readonly<{
  image: string
  /** The version of the image that it takes the place of; without it, the id must be free. */
  replaces?: string
  work?: string
  /** The key of a view; without one a new view follows those that are there. */
  view?: string
  layer: LayerKind
  /** Of the view, where it is made for this picture. */
  label?: LanguageMap
  layerLabel?: LanguageMap
}>

/** Where an image hangs now. */
export type Hung = Readonly<{ image: string; work: string; view: string; layer: LayerKind }>

/** How far an upload has come. What is `done` or `refused` is told for a while, and then forgotten. */
export type Progress =
  | Readonly<{ stage: 'arriving' | 'waiting' | 'working' }>
  | Readonly<{ stage: 'done'; images: readonly string[]; hung: readonly Hung[]; notes: readonly string[] }>
  | Readonly<{ stage: 'refused'; why: string }>

/** A picture on its way in. */
export type Upload = Readonly<{
  id: string
  by: string
  fileName: string
  /** bytes in all, and those that have come */
  length: number
  received: number
  wanted: Wanted
  createdAt: string
  /** How often the server ended without a word while it was being ingested. */
  interrupted?: number
}> &
  Progress

/** The same upload, further on. */
export const inStage = (upload: Upload, progress: Progress): Upload => ({ ...upload, ...progress })

export const isConcluded = ({ stage }: Upload): boolean => stage === 'done' || stage === 'refused'

const HOUR_MS = 3_600_000

/** When an upload is given up, or forgotten. */
export const expiryOf = ({ createdAt }: Pick<Upload, 'createdAt'>, hours: number): Date =>
  new Date(Date.parse(createdAt) + hours * HOUR_MS)

/** Whether nothing more is to be done for it and its time is over. */
export const isExpired = (upload: Upload, hours: number, now: Date): boolean =>
  upload.stage !== 'waiting' && upload.stage !== 'working' && expiryOf(upload, hours) <= now
