import type { Box, Dimensions } from '../geometry.js'
import type { Finish, Plan, Reading, Transform } from '../plan.js'

/** What is done for a request of an image of either kind, as plain JSON. */
export type ServedPlan = Plan | Composition

/**
 * Pictures and shapes laid on a ground, then mirrored, turned and coloured. Pictures and shapes are named by their
 * places in the drawing, which the image's version stands for.
 */
export type Composition = Pick<Plan, 'format' | 'output'> &
  Finish &
  Readonly<{
    kind: 'composition'
    /** `#rrggbb` */
    ground: string
    pictures: readonly PlacedPicture[]
    ink?: Ink
  }>

/** What is read of one picture's pyramid, the size it gets, and what of that goes where; px of the output. */
export type PlacedPicture = Readonly<{ picture: number; reading: Reading; size: Dimensions; cut: Box; at: Point }>

export type Point = Readonly<{ x: number; y: number }>

/** The shapes that touch the region: px of the drawing (`view`) become px of the output (`at`). */
export type Ink = Readonly<{
  /** The reduction that the shapes are for. */
  from: number
  shapes: readonly number[]
  view: Box
  at: Box
  /** Length of their path data, which costs time to draw. */
  characters: number
}>

/** A picture's part in a composition, as a plan of its own. */
export const transformOf = ({ reading, size }: PlacedPicture): Plan & Transform => ({
  kind: 'transform',
  format: 'jpg',
  output: size,
  ...reading,
  mirror: false,
  degrees: 0,
  colour: 'color',
})
