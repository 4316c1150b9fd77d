/** A museum as a notice names it: its code where that has the right form, and the code that may have been meant. */
export type MuseumCode = Readonly<{ code?: string; suggestion?: string }>

/**
 * Reads MUSEO. A suggestion is made only where one museum alone can be meant: `M05019` where only M5019 is known.
 * @param known codes of the museums in the catalogue
 * @param reference whose beginning also names the museum
 */
export function museumCodeFrom(text: string, reference: string, known: ReadonlySet<string>): MuseumCode {
  const written = text.trim()
  const beginning = /^M?(\d{4})\d/.exec(reference.padStart(11, '0'))?.[1]
  if (/^M\d{4}$/.test(written)) {
    // Where no museum is known, or the reference names none that is, nothing can be suggested
    if (known.has(written) || !known.has(`M${beginning}`)) return { code: written }
    const near = [...nearby(written)].filter(code => known.has(code) && code === `M${beginning}`)
    return { code: written, ...one(near) }
  }
  if (/^\d{4}$/.test(written)) return { suggestion: `M${written}` }
  const digits = written.toUpperCase().replaceAll('O', '0').replace(/^M/, '')
  if (!/^\d{3,6}$/.test(digits)) return {}
  return one([...nearby(`M${digits}`)].filter(code => known.has(code)))
}

const one = (codes: readonly string[]): Pick<MuseumCode, 'suggestion'> =>
  codes.length === 1 && codes[0] !== undefined ? { suggestion: codes[0] } : {}

/** Codes that one slip makes of another: a digit too many, one too few, another one, or two exchanged. */
function nearby(code: string): ReadonlySet<string> {
  const digits = code.slice(1)
  const ten = [...'0123456789']
  const places = [...digits].map((_, at) => at)
  const slips = [
    ...places.map(at => digits.slice(0, at) + digits.slice(at + 1)),
    ...[...places, digits.length].flatMap(at => ten.map(digit => digits.slice(0, at) + digit + digits.slice(at))),
    ...places.flatMap(at => ten.map(digit => digits.slice(0, at) + digit + digits.slice(at + 1))),
    ...places.map(at => digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2)),
  ]
  return new Set(slips.filter(slip => slip.length === 4).map(slip => `M${slip}`))
}
