/** Makes something when it is first asked for, and once: validators take long to compile, and few commands need all. */
export function whenAsked<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
