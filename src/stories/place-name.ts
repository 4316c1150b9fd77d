import type { At } from '../schema/mistakes.js'

/** « steps 3, marks 1, radiusX »: places in lists are counted from 1, as people do. */
export const placeName = (at: At): string =>
  at.map((part, index) => (typeof part === 'number' ? ` ${part + 1}` : index === 0 ? part : `, ${part}`)).join('') ||
  'the story'
