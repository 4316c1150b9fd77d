import type { Maker } from '../../../catalogue/model.js'
import { unaccented } from '../../unaccented.js'

type Life = Pick<Maker, 'dates' | 'born' | 'died'>

const year = String.raw`(?:(?:vers|avant|après|actif|active|activité|connu|connue|né en|mort en|ca\.?)\s*)*(?:\d{1,4}(?:[.?]{1,3})?|\.{2,4}|\?)(?:\s*\(?\?\)?|\s+(?:vers|avant|après))?`
const span = new RegExp(String.raw`^(${year})\s*[-–]\s*(${year})?$`, 'i')
const single = /^(?:né|née|mort|morte|actif|active|connue?|vers|avant|après)\b.*\d/i

/** The dates of a maker as AUTR gives them in parentheses: `1594 - 1665`, `vers 1500 - 1565`, `18.. - 19..`, `1946 - ....` */
export function lifeFrom(text: string): Life | undefined {
  const [, begin = '', end = ''] = span.exec(text) ?? []
  if (begin === '') return single.test(text) || /^\d{4}$/.test(text) ? { dates: text } : undefined
  if (!/\d/.test(text)) return undefined
  return { dates: `${begin} - ${end}`.trim(), ...bounded(plainYear(begin), plainYear(end)) }
}

/**
 * Whether dates follow the rules: `AAAA - AAAA`, `AA? - AA?`, `AA.. - AA..`, `avant`, `vers`, `après`, `actif`, `....` for the
 * living.
 */
export const isLifeByRule = (text: string): boolean =>
  /^(?:actif |active |avant |vers |après )?(?:\d{4}|\d{2,3}\?|\d{4}\?|\d{2}\.\.|\?) - (?:avant |vers |après )?(?:\d{4}|\d{2,3}\?|\d{4}\?|\d{2}\.\.|\.{4}|\?)$/.test(
    text,
  )

const plainYear = (text: string): number | undefined => (/^\d{4}$/.test(text) ? Number(text) : undefined)

function bounded(born: number | undefined, died: number | undefined): Pick<Maker, 'born' | 'died'> {
  if (born !== undefined && died !== undefined && (died < born || died - born > 120)) return {}
  return { ...(born !== undefined && { born }), ...(died !== undefined && { died }) }
}

/** `Paris, 1826 ; Paris, 1898`, and the same with commas as older exports have it; `?` for a place or date nobody knows. */
const placesAndDates =
  /^([^,;\d]+|\?),\s*(\d{4}|\?)(?:-\d\d?(?:-\d\d?)?)?\s*[,;]\s*([^,;\d]+|\?),\s*(\d{4}|\?)(?:-\d\d?(?:-\d\d?)?)?(?:\s*[,;#]\s*(?!\d).*)?$/

/** What PAUT says of one maker: `Levillain : passy, 1837, paris, 1905-01`. */
export function livesFrom(text: string): ReadonlyMap<string, Life> {
  const lives = new Map<string, Life>()
  for (const part of text.split('#').map(part => part.trim())) {
    const [, name = '', said = part] = /^([^:,\d]{2,60}?)\s*:\s*(.*)$/.exec(part) ?? []
    const [, , born = '', , died = ''] = placesAndDates.exec(said.trim()) ?? []
    if (born === '' || (born === '?' && died === '?')) continue
    const life = { dates: `${born} - ${died}`, ...bounded(plainYear(born), plainYear(died)) }
    const key = folded(name)
    // Two makers of one name are told apart by nothing
    if (lives.has(key) && lives.get(key)?.dates !== life.dates) lives.set(key, {})
    else lives.set(key, life)
  }
  return lives
}

/** The life of a maker whose name begins as PAUT names one; a single maker needs no name. */
export function lifeOf(name: string, lives: ReadonlyMap<string, Life>, only: boolean): Life {
  const key = folded(name)
  const named = [...lives].filter(([begin]) => begin !== '' && (key === begin || key.startsWith(`${begin} `)))
  if (named.length === 1) return named[0]?.[1] ?? {}
  return only && lives.size === 1 ? (lives.get('') ?? {}) : {}
}

const folded = (text: string): string => unaccented(text).toLowerCase().trim()
