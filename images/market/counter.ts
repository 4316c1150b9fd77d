import { times } from '../chance.js'
import { INK } from './perspective.js'

export const line = (width = 0.5) => ({ stroke: INK, width })

export const row = (count: number, from: number, to: number) =>
  times(count, i => from + ((to - from) * (i + 0.5)) / count)
