/** Where a reader is among the parts of a text. */
export type Position = Readonly<{
  /** Scrolls to a part, or to the top for -1; what is passed on the way is not told. */
  go(index: number): void
}>

/** ms after which a journey counts as over where the browser does not say so */
const longestJourney = 1200

/**
 * Tells the last part whose top has passed a line of the window, -1 before the first, each time that it changes.
 * @param line px from the top of the window
 */
export function followScroll(
  parts: readonly HTMLElement[],
  line: () => number,
  moved: (index: number) => void,
): Position {
  let current = -1
  let travelling: ReturnType<typeof setTimeout> | undefined
  let waiting = false

  const tell = (index: number): void => {
    if (index === current) return
    current = index
    moved(index)
  }
  const look = (): void => {
    waiting = false
    if (travelling !== undefined) return
    const at = line()
    // `findLastIndex` is younger than the browsers that museums' visitors have
    const ahead = parts.findIndex(part => part.getBoundingClientRect().top > at)
    tell((ahead < 0 ? parts.length : ahead) - 1)
  }
  const arrive = (): void => {
    clearTimeout(travelling)
    travelling = undefined
  }
  addEventListener(
    'scroll',
    () => {
      if (!waiting) requestAnimationFrame(look)
      waiting = true
    },
    { passive: true },
  )
  addEventListener('scrollend', arrive)
  for (const own of ['wheel', 'touchmove'] as const) addEventListener(own, arrive, { passive: true })
  look()

  return {
    go(index) {
      const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
      arrive()
      travelling = setTimeout(arrive, longestJourney)
      const part = parts[index]
      if (part) part.scrollIntoView({ behavior, block: 'start' })
      else scrollTo({ top: 0, behavior })
      tell(index)
    },
  }
}
