const blank = /[ \t\r\n]*/y
const string = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y

/** Where a text stops being JSON, which JSON.parse does not always tell, and what was expected there. */
export function mistakeIn(text: string): Readonly<{ at: number; expected: string }> {
  let at = 0
  const open: ('{' | '[')[] = []
  const takes = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at += found[0].length
    return found !== null
  }
  const sees = (character: string): boolean => takes(blank) && text[at] === character
  const skip = (character: string): boolean => {
    const seen = sees(character)
    if (seen) at += 1
    return seen
  }
  const named = (): string | undefined => {
    takes(blank)
    if (!takes(string)) return 'a name in quotation marks'
    return skip(':') ? undefined : '":"'
  }
  const value = (): string | undefined => {
    takes(blank)
    const bracket = text[at]
    if (bracket === '{' || bracket === '[') {
      at += 1
      if (skip(bracket === '{' ? '}' : ']')) return undefined
      open.push(bracket)
      return (bracket === '{' ? named() : undefined) ?? value1()
    }
    return takes(string) || takes(scalar) ? undefined : 'a value'
  }
  // Brackets are kept in a list and not on the stack, which a hostile text could exhaust.
  let pending = true
  const value1 = (): undefined => {
    pending = true
  }
  while (pending || open.length > 0) {
    if (pending) {
      pending = false
      const expected = value()
      if (expected !== undefined) return { at, expected }
      continue
    }
    const closing = open.at(-1) === '{' ? '}' : ']'
    if (skip(closing)) open.pop()
    else if (skip(',')) {
      const expected = closing === '}' ? named() : undefined
      if (expected !== undefined) return { at, expected }
      pending = true
    } else return { at, expected: `"," or "${closing}"` }
  }
  takes(blank)
  return { at, expected: 'the end' }
}
