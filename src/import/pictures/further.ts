import type { Attachment } from '../../catalogue/model.js'
import type { FileState } from '../../image/ingest/open.js'
import type { Picture } from './one.js'

/** A file as it was read through once, for all its pages. */
export type Fingerprint = FileState & Readonly<{ sha256: string }>

/**
 * The further pages of a file as pictures of their own, called `id-p02`, `id-p03` …. They hang as views that follow the
 * one of the first page and come before the next, whatever other files bring.
 */
export const furtherPages = (first: Picture, pages: readonly number[], fingerprint: Fingerprint): readonly Picture[] =>
  pages.slice(1).map((index, place) => {
    const suffix = `p${String(place + 2).padStart(2, '0')}`
    const { attachment, bareWork, note: _, ...rest } = first
    return {
      ...rest,
      id: `${first.id}-${suffix}`,
      page: { index, number: place + 2, fingerprint },
      ...(attachment ? { attachment: onPage(attachment, suffix) } : {}),
      ...(bareWork ? { bareWork } : {}),
    }
  })

/** Views are ordered by position, then by key, and `1` comes before `1-p02`. A label names the first page alone. */
const onPage = ({ label: _, ...place }: Attachment, suffix: string): Attachment => ({
  ...place,
  view: `${place.view}-${suffix}`,
})
