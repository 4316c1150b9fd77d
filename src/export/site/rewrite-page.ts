import { fileOf, imageOf, pictureOf, relativeLink } from './file-names.js'
import { type Needs, noNeeds, noteNeeds, type Rebase, rebased, rebaseText, withinSite } from './rebase.js'

export type PageRewriting = Rebase &
  Readonly<{
    /** Where the page will stand in the folder. */
    file: string
    /** Without it, what only an absolute address can say is left out. */
    published: boolean
    /** `info.json` of an image, which lies where the page finds it under the name `id`. */
    informationOf(image: string, id: string): object | undefined
  }>

/** As Preact writes them: attributes in double quotes. */
const tag = /<([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>/"]+(?:="[^"]*")?)+)\s*(\/?)>/g
const attribute = /\s+([^\s=>/"]+)(?:="([^"]*)")?/g

/** What leads to the pages of details, which only a server can have for every region. */
const sharing = /<a(?=\s)(?:\s+[^\s=>/"]+(?:="[^"]*")?)*\s+data-share(?:\s+[^\s=>/"]+(?:="[^"]*")?)*>.*?<\/a>/gs

/**
 * A page as it stands in the folder: links and pictures relative to it, links to what only a server has taken away, and
 * what its scripts zoom into described in the page itself, so that it shows wherever the folder is.
 */
export function rewritePage(html: string, rewriting: PageRewriting): Readonly<{ html: string; needs: Needs }> {
  const needs = noNeeds()
  function rewriteAttribute(element: string, key: string, value: string): readonly string[] {
    if (key === 'data-view') return []
    const rewritten = value.includes(rewriting.own) ? rewrittenValue(element, key, unescaped(value)) : unescaped(value)
    return rewritten === undefined ? [] : [` ${key}="${escaped(rewritten)}"`]
  }

  function rewrittenValue(element: string, key: string, value: string): string | undefined {
    if (element === 'meta' || (element === 'link' && !isLoaded(value, rewriting))) return absolute(value)
    if (key === 'srcset') return value.split(', ').flatMap(candidate).join(', ')
    if (key.startsWith('data-') && /^[[{]/.test(value)) return JSON.stringify(rewriteData(JSON.parse(value)))
    return withinSite(value, rewriting) === undefined ? value : linkTo(value)
  }

  function absolute(value: string): string {
    const address = withinSite(value, rewriting)
    if (address === undefined) return rebaseText(value, rewriting)
    noteNeeds(address, needs)
    return rebased(address, rewriting)
  }

  function linkTo(value: string): string | undefined {
    const address = withinSite(value, rewriting) ?? ''
    const file = fileOf(address)
    if (file === undefined) return undefined
    if (pictureOf(address)) noteNeeds(address, needs)
    const fragment = /#.*$/.exec(address)?.[0] ?? ''
    return `${relativeLink(rewriting.file, file)}${fragment}`
  }

  function candidate(text: string): readonly string[] {
    const [address = '', ...width] = text.split(' ')
    const link = withinSite(address, rewriting) === undefined ? address : linkTo(address)
    return link === undefined ? [] : [[link, ...width].join(' ')]
  }

  function rewriteData(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(rewriteData)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rewriteData(each)]))
    const address = typeof value === 'string' ? withinSite(value, rewriting) : undefined
    if (address === undefined) return value
    const image = address.endsWith('/info.json') ? imageOf(address) : undefined
    const link = linkTo(String(value))
    if (image === undefined || link === undefined) return link
    needs.images.add(image)
    return rewriting.informationOf(image, link.slice(0, -'/info.json'.length)) ?? link
  }

  const tags = html.replace(sharing, '').replace(tag, (whole, name: string, given: string, closed: string) => {
    // Browser code turns views of a work by the query of their addresses
    if (!given.includes(rewriting.own) && !given.includes(' data-view')) return whole
    const attributes = [...given.matchAll(attribute)].map(([, key = '', value]) => [key, value] as const)
    if (!rewriting.published && isForOthers(name, new Map(attributes))) return ''
    const written = attributes.flatMap(([key, value]) =>
      value === undefined ? (key === 'data-view' ? [] : [` ${key}`]) : rewriteAttribute(name, key, value),
    )
    return `<${name}${written.join('')}${closed}>`
  })

  return { html: rebaseText(tags, rewriting), needs }
}

/** What search engines and those who share a page are told: it names the page's public address. */
const isForOthers = (name: string, attributes: ReadonlyMap<string, string | undefined>): boolean =>
  name === 'meta' || (name === 'link' && /^(?:canonical|alternate)$/.test(attributes.get('rel') ?? ''))

const isLoaded = (value: string, rebase: Rebase): boolean => withinSite(value, rebase)?.startsWith('/static/') ?? false

const entities: readonly (readonly [character: string, entity: string])[] = [
  ['"', '&quot;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['&', '&amp;'],
]

const unescaped = (text: string): string =>
  entities.reduce((result, [character, entity]) => result.replaceAll(entity, character), text)

const escaped = (text: string): string =>
  entities.toReversed().reduce((result, [character, entity]) => result.replaceAll(character, entity), text)
