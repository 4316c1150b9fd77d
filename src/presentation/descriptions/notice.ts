import type { Notice } from '../../catalogue/model.js'

/** A source record as it came: every filled field word for word, in the order of the source. */
export const noticeDocument = ({ source, fields }: Notice, id: string, work: string): object => ({
  id,
  work,
  source,
  fields: fields.map(([name, value]) => ({ name, value })),
})
