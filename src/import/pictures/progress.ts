import { openProgress, type Screen } from '../progress.js'
import type { IngestEvent } from './ingest.js'
import type { Candidate } from './walk.js'

/** Counts pictures for people, and bytes for the bar, since large pictures take longer. */
export function pictureProgress(stderr: Screen, candidates: readonly Candidate[], now = () => performance.now()) {
  const total = candidates.reduce((sum, { bytes }) => sum + bytes, 0)
  const bar = openProgress(stderr, total, now)
  const started = now()
  let finished = 0
  let bytes = 0
  const rate = () => `${(bytes / 1000 / Math.max(now() - started, 1)).toFixed(1)} MB/s`
  return {
    show(event: IngestEvent) {
      const count = () => `${finished} of ${candidates.length}`
      if (event.kind === 'started') return bar.show(bytes, `${count()}  ${rate()}  ${event.name}`)
      if (event.page === undefined) finished += 1
      bytes += event.bytes
      const outcome = event.kind === 'refused' ? `refused: ${event.why}` : event.outcome
      bar.show(bytes, `${count()}  ${rate()}  ${event.name}`, `${count()}  ${event.name}  ${outcome}`)
    },
    end: () => bar.end(),
  }
}
