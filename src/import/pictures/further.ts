import type { Attachment } from '../../catalogue/model.js'
import type { FileState } from '../../image/ingest/open.js'
import { MOST_PAGES } from '../../image/ingest/pages.js'
import type { ImageRecord } from '../../image/record.js'
import type { Picture } from './one.js'

/** A file as it was read through once, for all its pages. */
export type Fingerprint = FileState & Readonly<{ sha256: string }>

/**
 * The further pages of a file as pictures of their own, called `id-p02`, `id-p03` …. They hang as views that follow the
 * one of the first page and come before the next, whatever other files bring.
 */
export const furtherPages = (first: Picture, pages: readonly number[], fingerprint: Fingerprint): readonly Picture[] =>
  pages.slice(1).map((index, place) => {
    const suffix = suffixOf(place + 2)
    const { attachment, bareWork, note: _, ...rest } = first
    return {
      ...rest,
      id: idOf(first.id, place + 2),
      page: { index, number: place + 2, fingerprint },
      ...(attachment ? { attachment: onPage(attachment, suffix) } : {}),
      ...(bareWork ? { bareWork } : {}),
    }
  })

const suffixOf = (number: number): string => `p${String(number).padStart(2, '0')}`

const idOf = (first: string, number: number): string => `${first}-${suffixOf(number)}`

/** What a file's pages beyond its last were called, if it ever had so many. */
export const idsBeyond = (first: string, pages: number): readonly string[] =>
  Array.from({ length: MOST_PAGES - pages }, (_, place) => idOf(first, pages + place + 1))

/** Of images found by such ids, those that are pages of a file of that name. */
export const pagesThatWent = (fileName: string, found: readonly ImageRecord[]): readonly string[] =>
  found.filter(({ master }) => master.fileName === fileName && master.page !== undefined).map(({ id }) => id)

/** Nothing is taken away with a page: a curator may have described or quoted what it shows. */
export const noteOnPagesThatWent = (hanging: readonly string[]): readonly string[] =>
  hanging.length === 0
    ? []
    : [`It has fewer pages than before; what others showed stays until its views are deleted: ${hanging.join(', ')}.`]

/** Views are ordered by position, then by key, and `1` comes before `1-p02`. A label names the first page alone. */
const onPage = ({ label: _, ...place }: Attachment, suffix: string): Attachment => ({
  ...place,
  view: `${place.view}-${suffix}`,
})
