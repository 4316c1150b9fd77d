// JavaScript, so that no loader of TypeScript has to start with every thread.
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

/** @import { Job, Answers, OpenJpeg } from './job.js' */

/** Refuses the codec more memory than its job may take: it then fails as it would where a machine has no more. */
function boundMemory(/** @type {number} */ mostBytes) {
  const { grow } = WebAssembly.Memory.prototype
  WebAssembly.Memory.prototype.grow = function (/** @type {number} */ pages) {
    if (this.buffer.byteLength + pages * 65_536 > mostBytes) throw new RangeError('memory bound reached')
    return grow.call(this, pages)
  }
}

/**
 * The codec writes to the standard output, which is for data.
 * @returns {Promise<OpenJpeg>}
 */
const load = (/** @type {'wasmjs' | 'decodewasmjs'} */ part) =>
  createRequire(import.meta.url)(`@cornerstonejs/codec-openjpeg/${part}`)({ print() {}, printErr() {} })

/** @returns {Promise<Answers['encode']>} */
async function encode(/** @type {Job & { kind: 'encode' }} */ { samples, decompositions, ratio }) {
  const { width, height, channels, bits, data } = samples
  const encoder = new (await load('wasmjs')).J2KEncoder()
  const frame = { width, height, bitsPerSample: bits, componentCount: channels, isSigned: false }
  encoder.getDecodedBuffer(frame).set(data)
  encoder.setDecompositions(decompositions)
  encoder.setQuality(ratio === 1, 1)
  encoder.setCompressionRatio(0, ratio)
  encoder.encode()
  const codestream = encoder.getEncodedBuffer()
  return codestream.length > 0 ? codestream.slice() : undefined
}

/** @returns {Promise<Answers['decode']>} */
async function decode(/** @type {Job & { kind: 'decode' }} */ { file }) {
  const decoder = new (await load('decodewasmjs')).J2KDecoder()
  decoder.getEncodedBuffer(file.length).set(file)
  decoder.decode()
  const { width, height, componentCount: channels, bitsPerSample: bits } = decoder.getFrameInfo()
  // Where the codec fails early it does not throw, and reports a width of 0.
  if (width === 0) return undefined
  return { width, height, channels, bits, data: new Uint8Array(decoder.getDecodedBuffer().buffer) }
}

/** @type {Job} */
const job = workerData
boundMemory(job.mostBytes)
const answer = await (job.kind === 'encode' ? encode(job) : decode(job)).catch(() => undefined)
const data = answer === undefined || answer instanceof Uint8Array ? answer : answer.data
parentPort?.postMessage(answer, data ? [/** @type {ArrayBuffer} */ (data.buffer)] : [])
