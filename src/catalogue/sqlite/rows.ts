import { isDeepStrictEqual } from 'node:util'
import type { ImageRecord } from '../../image/record.js'
import type { MuseumSummary } from '../catalogue.js'
import {
  type Layer,
  type LayerImage,
  type LayerKind,
  layerKinds,
  type Museum,
  type View,
  type Work,
  type WorkRecord,
} from '../model.js'

export type MuseumRow = { record: string; updated_at: string; works: number; pictured: number }
export type WorkRow = { id: string; home: string | null; record: string; updated_at: string }
/** One layer with its view and its picture. */
export type PictureRow = {
  work: string
  key: string
  position: number
  label: string | null
  section: string | null
  kind: LayerKind
  layerLabel: string | null
  record: string
}

export const museumFromRow = (row: MuseumRow): MuseumSummary => ({
  ...(JSON.parse(row.record) as Museum),
  works: row.works,
  pictured: row.pictured,
  updatedAt: row.updated_at,
})

export const imageFromRow = (row: { record: string }): ImageRecord => JSON.parse(row.record) as ImageRecord

/** @param views of all works, by work */
export function workFromRow(
  row: WorkRow,
  museums: ReadonlyMap<string, Museum>,
  views: ReadonlyMap<string, readonly View[]>,
): Work {
  const museumRecord = row.home === null ? undefined : museums.get(row.home)
  return {
    ...(JSON.parse(row.record) as WorkRecord),
    ...(museumRecord && { museumRecord }),
    views: views.get(row.id) ?? [],
    updatedAt: row.updated_at,
  }
}

/** @param rows ordered by work, position and key, so that the layers of a view follow each other */
export function viewsFromRows(rows: readonly PictureRow[]): ReadonlyMap<string, readonly View[]> {
  const byWork = new Map<string, (Omit<View, 'layers'> & { layers: Layer[] })[]>()
  for (const row of rows) {
    const views = byWork.get(row.work) ?? []
    byWork.set(row.work, views)
    let view = views.at(-1)
    if (view?.key !== row.key) {
      view = { key: row.key, position: row.position, ...labelled(row.label), ...sectioned(row.section), layers: [] }
      views.push(view)
    }
    view.layers.push({ kind: row.kind, image: JSON.parse(row.record) as LayerImage, ...labelled(row.layerLabel) })
  }
  for (const view of [...byWork.values()].flat()) view.layers.sort((a, b) => rankOf(a) - rankOf(b))
  return byWork
}

/** A label as it is stored; nothing where there is none. */
export const labelled = (json: string | null): Pick<View, 'label'> =>
  json === null ? {} : { label: JSON.parse(json) as NonNullable<View['label']> }

const sectioned = (json: string | null): Pick<View, 'section'> =>
  json === null ? {} : { section: JSON.parse(json) as NonNullable<View['section']> }

/** Where a layer stands among those of its view: visible light first. */
export const rankOf = ({ kind }: Pick<Layer, 'kind'>): number => layerKinds.indexOf(kind)

/** A value as a column that may be null holds it. */
export const jsonOf = (value: unknown): string | null => JSON.stringify(value) ?? null

/** Whether a record says the same as the one stored, in whatever order its fields stand. */
export function sameRecord(stored: string | null, record: unknown): boolean {
  const json = JSON.stringify(record) ?? null
  return (
    stored === json || (stored !== null && json !== null && isDeepStrictEqual(JSON.parse(stored), JSON.parse(json)))
  )
}
