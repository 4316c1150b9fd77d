/** An http(s) address in the characters of RFC 3986; other words in a field of a catalogue are no address. */
export function webAddress(text: string | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined
  const { href } = new URL(text)
  return /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/.test(href) ? href : undefined
}
