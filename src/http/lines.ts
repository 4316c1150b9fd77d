/** Where log lines go. */
export type LineStream = Readonly<{ write(text: string): unknown }>

/** Lines that wait to be written together. */
export type GatheredLines = LineStream & Readonly<{ flush(): void }>

/** characters and ms; what waits is never more, and never longer */
const most = { length: 65_536, wait: 100 }

/**
 * Writes log lines many at a time: one write a line costs as much as answering from memory. Warnings and errors leave at
 * once, with all that came before them.
 */
export function gatherLines(stream: LineStream): GatheredLines {
  let waiting = ''
  let timer: NodeJS.Timeout | undefined

  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    const text = waiting
    waiting = ''
    if (text) stream.write(text)
  }

  return {
    flush,
    write(line) {
      waiting += line
      if (waiting.length >= most.length || !isQuiet.test(line)) flush()
      else timer ??= setTimeout(flush, most.wait).unref()
    },
  }
}

/** Pino's levels up to `info`, which is 30. */
const isQuiet = /^\{"level":[123]0,/
