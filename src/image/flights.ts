/** Work that several may wait for: begun once, however many ask for the same. */
export interface Flights<Result> {
  /**
   * Waits for the work under `key`, beginning it where nobody has. One that leaves disturbs no other; when the last has
   * left, work that has not begun yet is cancelled. A failure is told to all who wait, and not remembered.
   */
  join(key: string, work: (flight: Flight) => Promise<Result>, signal?: AbortSignal): Promise<Result>
  /** How many joined work that another had asked for. */
  readonly joined: number
}

/** What the work is given: when to stop waiting for its turn, and a way to say that it is past stopping. */
export type Flight = Readonly<{ cancelled: AbortSignal; begin(): void }>

type Waited<Result> = { readonly landing: Promise<Result>; waiting: number; begun: boolean }

export function openFlights<Result>(): Flights<Result> {
  const flights = new Map<string, Waited<Result> & { readonly cancel: AbortController }>()
  let joined = 0

  const depart = (key: string, work: (flight: Flight) => Promise<Result>) => {
    const cancel = new AbortController()
    const begin = () => {
      cancel.signal.throwIfAborted()
      flight.begun = true
    }
    const landing = Promise.resolve().then(() => work({ cancelled: cancel.signal, begin }))
    const flight = { landing, cancel, waiting: 0, begun: false }
    const over = () => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    landing.then(over, over)
    flights.set(key, flight)
    return flight
  }

  return {
    get joined() {
      return joined
    },
    async join(key, work, signal) {
      signal?.throwIfAborted()
      const under = flights.get(key)
      if (under) joined += 1
      const flight = under ?? depart(key, work)
      flight.waiting += 1
      if (!signal) return flight.landing
      return new Promise((resolve, reject) => {
        const leave = () => {
          reject(signal.reason)
          flight.waiting -= 1
          if (flight.waiting > 0 || flight.begun) return
          flights.delete(key)
          flight.cancel.abort(signal.reason)
        }
        signal.addEventListener('abort', leave, { once: true })
        const stay = () => signal.removeEventListener('abort', leave)
        flight.landing.finally(stay).then(resolve, reject)
      })
    },
  }
}
