/** Where messages go, and whether a person watches. */
export type Screen = NodeJS.WritableStream & { isTTY?: boolean; columns?: number }

/** How far a long command is: a line that is drawn over on a terminal, plain lines elsewhere. */
export interface Progress {
  /** `label` is what happens now; `line` is what a log keeps of it. */
  show(done: number, label: string, line?: string): void
  /** Leaves the terminal as it found it. */
  end(): void
}

type Stopwatch = () => number

const BAR = 24
const REDRAW_MS = 100

/** @param total in the unit of `done`, such as bytes; what it measures is not shown */
export function openProgress(stderr: Screen, total: number, now: Stopwatch = () => performance.now()): Progress {
  if (!stderr.isTTY) return { show: (_done, _label, line) => void (line && stderr.write(`${line}\n`)), end: () => {} }
  const started = now()
  let drawn = Number.NEGATIVE_INFINITY
  return {
    show(done, label) {
      if (now() - drawn < REDRAW_MS && done < total) return
      drawn = now()
      stderr.write(`\r\x1b[2K${barLine(done / Math.max(total, 1), label, now() - started, stderr.columns || 80)}`)
    },
    end: () => void stderr.write('\r\x1b[2K'),
  }
}

/** One line that fits the terminal: bar, percent, remaining time where it can be told, and the label, cut. */
export function barLine(fraction: number, label: string, elapsedMs: number, columns: number): string {
  const share = Math.min(Math.max(fraction, 0), 1)
  const full = Math.round(share * BAR)
  const bar = `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${String(Math.floor(share * 100)).padStart(3)} %`
  const remaining = share > 0.01 && share < 1 ? `  ${duration((elapsedMs / share) * (1 - share))} left` : ''
  return `${bar}${remaining}  ${label}`.slice(0, Math.max(columns - 1, 10))
}

export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  return seconds < 3600
    ? `${Math.floor(seconds / 60)} min ${seconds % 60} s`
    : `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`
}
