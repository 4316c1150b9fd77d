import { readdirSync, readFileSync } from 'node:fs'
import { setPriority } from 'node:os'

/** Renders whose threads leave the processor to the thread that answers, whenever that has something to do. */
export interface Yielding {
  during<T>(work: () => Promise<T>): Promise<T>
}

/** As `nice` has it: a render gets a tenth of a core that the other thread would fill, and all of one that is idle. */
export const RENDERING = 10

/** The threads in which libvips decodes, resizes and encodes; sharp's own only wait for them. */
const RENDERER = 'libvips worker'

/** ms; libvips starts threads while it renders. */
const LOOK_AGAIN = 20

const threads = '/proc/self/task'

/**
 * Linux alone has a priority for each thread; elsewhere renders run as everything else does. Threads that were lowered
 * stay so, and others may render in them afterwards, until libvips ends them for having nothing to do.
 */
export function openYielding(): Yielding {
  if (process.platform !== 'linux') return { during: work => work() }
  const settled = new Set(threadsNow().filter(thread => nameOf(thread) !== RENDERER))
  let underWay = 0
  let looking: NodeJS.Timeout | undefined

  const lower = (): void => {
    const now = threadsNow()
    for (const thread of settled) if (!now.includes(thread)) settled.delete(thread)
    for (const thread of now)
      if (!settled.has(thread) && nameOf(thread) === RENDERER && yields(thread)) settled.add(thread)
  }

  return {
    async during(work) {
      if (underWay === 0) {
        lower()
        looking = setInterval(lower, LOOK_AGAIN).unref()
      }
      underWay += 1
      try {
        return await work()
      } finally {
        underWay -= 1
        if (underWay === 0) clearInterval(looking)
      }
    },
  }
}

/** Nothing where /proc is not to be seen. */
function threadsNow(): readonly string[] {
  try {
    return readdirSync(threads)
  } catch {
    return []
  }
}

function nameOf(thread: string): string | undefined {
  try {
    return readFileSync(`${threads}/${thread}/comm`, 'utf8').trimEnd()
  } catch {
    // It has ended
    return undefined
  }
}

function yields(thread: string): boolean {
  try {
    setPriority(Number(thread), RENDERING)
    return true
  } catch {
    return false
  }
}
