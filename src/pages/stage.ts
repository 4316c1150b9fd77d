import type { Region } from './told.js'

/**
 * The address of an info.json, or a plain picture as OpenSeadragon opens it. Pages of plain files hold the information
 * itself, and where not all of a picture is given, which regions are; of the rest, levels up to `overview` px.
 */
export type StageSource =
  | string
  | Readonly<{ type: 'image'; url: string; buildPyramid: false }>
  | Readonly<{ protocol: string; within: Readonly<{ regions: readonly Region[]; overview: number }> }>

/** What the picture's own page hands to the browser code that brings it close, as JSON in an attribute. */
export type StageData = Readonly<{
  /** px of the picture in visible light */
  width: number
  height: number
  /** The layer that the server shows. */
  shown: string
  /** px of the picture in visible light: where the stage opens, the whole where none is given. */
  region?: Region
  /** The layers of the view, visible light first. */
  layers: readonly Readonly<{ kind: string; source: StageSource }>[]
  phrases: Readonly<{
    closeUp: string
    keys: string
    state: string
    whole: string
    failed: string
  }>
}>
