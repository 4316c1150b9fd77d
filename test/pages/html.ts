/** Just enough of HTML to test pages by what they say: the serialiser always quotes attributes and closes elements. */
export type Element = Readonly<{ name: string; attributes: Readonly<Record<string, string>>; text: string }>

const voids = new Set(['meta', 'link', 'img', 'br', 'input'])
const token =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z:-]+(?:="[^"]*")?)*)\s*(\/?)>|[^<]+|</gi

/** Reads a document. @throws Error where an element is not closed in its order */
export function elementsOf(html: string): readonly Element[] {
  const open: { name: string; attributes: Record<string, string>; text: string }[] = []
  const done: Element[] = []
  for (const [whole, closing, name, attributes, selfClosing] of html.matchAll(token)) {
    if (whole === '<') throw new Error(`An unescaped < stands before: ${html.slice(0, 60)}`)
    if (name === undefined) {
      if (!whole.startsWith('<')) for (const element of open) element.text += unescaped(whole)
    } else if (closing) {
      const last = open.pop()
      if (last?.name !== name) throw new Error(`Expected </${last?.name}> but received </${name}>`)
      done.push(last)
    } else {
      const element = { name, attributes: readAttributes(attributes ?? ''), text: '' }
      if (selfClosing || voids.has(name)) done.push(element)
      else open.push(element)
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is never closed`)
  return done
}

const readAttributes = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([a-zA-Z:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  )

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
