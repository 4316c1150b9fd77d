/** The address of an info.json, or a plain picture as OpenSeadragon opens it. */
export type StageSource = string | Readonly<{ type: 'image'; url: string; buildPyramid: false }>

/** What the picture's own page hands to the browser code that brings it close, as JSON in an attribute. */
export type StageData = Readonly<{
  /** px of the picture in visible light */
  width: number
  height: number
  /** The layer that the server shows. */
  shown: string
  /** px of the picture in visible light: where the stage opens, the whole where none is given. */
  region?: Readonly<{ x: number; y: number; width: number; height: number }>
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
