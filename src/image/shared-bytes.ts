/** Bytes that somebody still holds, found again by name: a hundred slow clients of one large image hold it once. */
export interface SharedBytes {
  find(name: string): Buffer | undefined
  share(name: string, bytes: Buffer): void
}

export function openSharedBytes(): SharedBytes {
  const held = new Map<string, WeakRef<Buffer>>()
  const released = new FinalizationRegistry<string>(name => {
    if (!held.get(name)?.deref()) held.delete(name)
  })
  return {
    find: name => held.get(name)?.deref(),
    share(name, bytes) {
      held.set(name, new WeakRef(bytes))
      released.register(bytes, name)
    },
  }
}
