/**
 * Lets work begin for so many ms in each turn of the event loop, the rest in turns that follow, first come first: a
 * hundred requests that arrive at once do not keep others waiting until all of them are through.
 */
export function inSlices(ms: number, now: () => number): (work: () => void) => void {
  let begun: number | undefined
  const admit = (work: () => void): void => {
    if (begun === undefined) {
      begun = now()
      setImmediate(() => {
        begun = undefined
      })
    }
    if (now() - begun < ms) work()
    else setImmediate(admit, work)
  }
  return admit
}
