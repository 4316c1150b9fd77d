import type { Years } from '../dating/dates.js'

/** The period of PERI in which years lie: the smallest of quarter, half and century. Before our era, none is proposed. */
export function periodOf({ earliest, latest }: Years): string | undefined {
  const [from, to] = [earliest ?? latest, latest ?? earliest]
  if (from === undefined || to === undefined || from < 1) return undefined
  const century = Math.ceil(from / 100)
  if (Math.ceil(to / 100) !== century) return undefined
  const name = `${ordinal(century)} siècle`
  const [first, last] = [(from - 1) % 100, (to - 1) % 100]
  if (Math.floor(first / 25) === Math.floor(last / 25)) return `${ordinal(Math.floor(first / 25) + 1)} quart ${name}`
  if (Math.floor(first / 50) === Math.floor(last / 50)) return `${first < 50 ? '1ère' : '2e'} moitié ${name}`
  return name
}

const ordinal = (number: number): string => (number === 1 ? '1er' : `${number}e`)
