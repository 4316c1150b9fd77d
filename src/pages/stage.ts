/** What the picture's own page hands to the browser code that brings it close, as JSON in an attribute. */
export type StageData = Readonly<{
  /** px of the picture in visible light */
  width: number
  height: number
  /** The layer that the server shows. */
  shown: string
  /** The layers of the view, visible light first; `info` is the address of its info.json. */
  layers: readonly Readonly<{ kind: string; info: string }>[]
  phrases: Readonly<{
    closeUp: string
    keys: string
    state: string
    whole: string
    failed: string
    shared: string
    sharedManually: string
  }>
}>
