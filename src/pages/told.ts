import type { StageSource } from './stage.js'

/** px of a picture */
export type Region = Readonly<{ x: number; y: number; width: number; height: number }>

/** One picture that a story's stage can show: a layer of a view of its work. */
export type Plane = Readonly<{ source: StageSource; width: number; height: number }>

/** A plane beside others: its region, and how the picture is called where it can be zoomed. */
export type Beside = Plane & Readonly<{ region: Region; name: string }>

/** What the page of an analysis hands to the browser code that holds its picture, as JSON in an attribute. */
export type HeldData = Readonly<{
  planes: readonly Plane[]
  phrases: Readonly<{
    closeUp: string
    keys: string
    state: string
    whole: string
    failed: string
    step: string
    opening: string
  }>
}>

/** What each step says of itself, likewise; `plane` is a place in the stage's list. */
export type StepData = Readonly<{
  plane: number
  region: Region
  /** The plane below a layer, which shows through as the reader wishes. */
  under?: number
  counterpart?: Beside
}>

/** A comparison whose pictures are zoomed together. */
export type LinkedData = Readonly<{
  sides: readonly Beside[]
  phrases: Readonly<{ state: string; whole: string; failed: string }>
}>
