/** Samples as they lie in memory: row by row, channels interleaved; two bytes, the lower first, where bits exceed 8. */
export type Samples = Readonly<{ width: number; height: number; channels: number; bits: number; data: Uint8Array }>

/** What the codec's thread is asked. `mostBytes` is how far the memory of the codec may grow. */
export type Job = Readonly<{ mostBytes: number }> &
  (
    | Readonly<{ kind: 'encode'; samples: Samples; decompositions: number; ratio: number }>
    | Readonly<{ kind: 'decode'; file: Uint8Array }>
  )

/** What it answers: samples of a decoded file, or a codestream; undefined where the codec failed. */
export type Answers = Readonly<{ encode: Uint8Array | undefined; decode: Samples | undefined }>

type FrameInfo = Readonly<{
  width: number
  height: number
  bitsPerSample: number
  componentCount: number
  isSigned: boolean
}>

/** The part of @cornerstonejs/codec-openjpeg that is used; the package brings no types. */
export type OpenJpeg = Readonly<{
  J2KDecoder: new () => {
    getEncodedBuffer(bytes: number): Uint8Array
    decode(): void
    getFrameInfo(): FrameInfo
    getDecodedBuffer(): Uint8ClampedArray
  }
  J2KEncoder: new () => {
    getDecodedBuffer(frame: FrameInfo): Uint8Array
    setDecompositions(count: number): void
    setQuality(lossless: boolean, layers: number): void
    setCompressionRatio(layer: number, ratio: number): void
    encode(): void
    getEncodedBuffer(): Uint8Array
  }
}>
