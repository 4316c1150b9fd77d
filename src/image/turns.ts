/** Those who wait, by client. Clients take turns, so that one who asks for much waits longest for the last of it. */
export interface Turns<Entry extends { readonly client: string }> {
  readonly size: number
  add(entry: Entry): void
  remove(entry: Entry): void
  /** Whose turn it is: of the clients with the least under way, the one that has waited longest for its turn. */
  next(underWay: (client: string) => number): Entry | undefined
  /** The last entry of the client that waits most, where it has still more than `client` would have with one more. */
  crowding(client: string): Entry | undefined
}

export function openTurns<Entry extends { readonly client: string }>(): Turns<Entry> {
  // A Map keeps the order of insertion: the first client is the next in turn.
  const queues = new Map<string, Entry[]>()
  let size = 0
  return {
    get size() {
      return size
    },
    add(entry) {
      const queue = queues.get(entry.client)
      if (queue) queue.push(entry)
      else queues.set(entry.client, [entry])
      size += 1
    },
    remove(entry) {
      const queue = queues.get(entry.client) ?? []
      const index = queue.indexOf(entry)
      if (index < 0) return
      queue.splice(index, 1)
      size -= 1
      // The client has had its turn when its first entry goes; one that leaves from behind costs it nothing.
      if (index === 0 || queue.length === 0) queues.delete(entry.client)
      if (index === 0 && queue.length > 0) queues.set(entry.client, queue)
    },
    next(underWay) {
      let least = Number.POSITIVE_INFINITY
      let chosen: Entry | undefined
      for (const [client, [first]] of queues) {
        if (underWay(client) >= least) continue
        least = underWay(client)
        chosen = first
      }
      return chosen
    },
    crowding(client) {
      let most = (queues.get(client)?.length ?? 0) + 1
      let last: Entry | undefined
      for (const queue of queues.values()) {
        if (queue.length <= most) continue
        most = queue.length
        last = queue.at(-1)
      }
      return last
    },
  }
}
