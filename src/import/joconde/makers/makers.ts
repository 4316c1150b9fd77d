import type { Attribution, Maker } from '../../../catalogue/model.js'
import { occurrences, type Separator } from '../source-notice.js'
import { leadingAttribution } from './attribution.js'
import { lifeFrom, lifeOf, livesFrom } from './lives.js'
import { isNobody, readableName } from './names.js'

type Draft = {
  name: string
  roles: string[]
  life: Pick<Maker, 'dates' | 'born' | 'died'>
  attribution?: Attribution
  uncertain?: true
}

/** Longer texts are no list of names; they stay in the notice. */
const longest = 5000

/**
 * The makers of a work, from AUTR and from what PAUT says of them: `Thiébault Jean-Baptiste (1809 - ?) ; graveur ;
 * Lacour Prosper (1805 - 1840) : éditeur`, and as older exports have it, `COXCIE Michel (d'après, attribué à)`.
 */
export function makersFrom(authors: string, lives: string, separator: Separator): readonly Maker[] {
  if (authors.length > longest) return []
  const drafts: Draft[] = []
  for (const occurrence of occurrences(authors, separator)) {
    const [before = occurrence, after] = occurrence.split(/\s+:\s+|\s*:\s+(?=\p{Ll})/u)
    const last = drafts.at(-1)
    if (last && isAside(before)) say(last, before)
    else drafts.push(named(before))
    const subject = drafts.at(-1)
    if (after !== undefined && subject) say(subject, after)
  }
  const known = livesFrom(lives.slice(0, longest))
  const makers = drafts.filter(({ roles }) => !roles.includes('ancienne attribution'))
  return makers.map(draft => makerFrom(draft, known, makers.length === 1))
}

/** A role or attribution that stands alone is of the maker before it: it has no capitals. */
const isAside = (text: string): boolean =>
  /^[\p{Ll}\s'’,()?-]+$/u.test(text) &&
  !isNobody(text) &&
  !/^(?:manufacture|fa[iï]encerie|anonyme|atelier d|école d)/.test(text)

function named(text: string): Draft {
  const asides = [...text.matchAll(/\(([^()]*)\)/g)].map(([, aside = '']) => aside)
  const outside = text.replace(/\([^()]*\)/g, ' ')
  const { attribution, rest } = leadingAttribution(outside.replace(/\s+/g, ' ').trim())
  const name = rest.replace(/\s*\?$/, '').trim()
  const draft: Draft = { name: name || text.trim(), roles: [], life: {}, ...(attribution && name && { attribution }) }
  if (name !== rest.trim()) draft.uncertain = true
  for (const aside of asides) say(draft, aside)
  return draft
}

/** What is said of a maker: dates, or roles, attributions and doubts between commas. */
function say(draft: Draft, text: string): void {
  const life = lifeFrom(text.trim())
  if (life) {
    draft.life = life
    return
  }
  for (const word of text.split(/[,;]/).map(word => word.trim())) {
    const { attribution } = leadingAttribution(word)
    if (word === '?' || /^incertaine?$/.test(word)) draft.uncertain = true
    else if (attribution) draft.attribution = strongest(draft.attribution, attribution)
    else if (lifeFrom(word)) draft.life = lifeFrom(word) ?? {}
    else if (word !== '' && !/^dite?$/.test(word)) draft.roles.push(word)
  }
}

/** `d'après, attribué à`: the work is after somebody, and only who that is is an attribution. */
const strongest = (before: Attribution | undefined, next: Attribution): Attribution =>
  before === undefined || before === 'attributed' ? next : before

function makerFrom(
  { name, roles, life, attribution, uncertain }: Draft,
  lives: ReturnType<typeof livesFrom>,
  only: boolean,
): Maker {
  const role = roles.length > 0 ? { role: { fr: roles } } : {}
  if (isNobody(name)) return { name, anonymous: true, ...role, ...(attribution && { attribution }) }
  const known = life.dates === undefined ? lifeOf(name, lives, only) : life
  const readable = readableName(name, known.born !== undefined)
  return {
    name,
    ...(readable !== undefined && readable !== name && { readableName: readable }),
    ...role,
    ...known,
    ...(attribution && { attribution }),
    ...(uncertain && { uncertain }),
  }
}
