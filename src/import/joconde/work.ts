import type { Dimensions, Notice, WorkDate, WorkRecord } from '../../catalogue/model.js'
import { type Years, yearsFrom } from './dating/dates.js'
import { dateWords } from './dating/words.js'
import { dimensionsFrom, type ReadDimensions } from './dimensions.js'
import { makersFrom } from './makers/makers.js'
import { type MuseumCode, museumCodeFrom } from './museum-code.js'
import { rightsFrom } from './rights.js'
import type { Values } from './source-notice.js'
import { linesOf, textsFrom, titlesOf } from './texts.js'
import { whereaboutsFrom } from './whereabouts.js'

/** A notice as a work, and what was made of those of its fields that may be misunderstood. */
export type Understood = Readonly<{
  work: WorkRecord
  museum: MuseumCode
  years: Readonly<Partial<Record<'MILL' | 'PERI' | 'EPOQ', Years>>>
  dimensions: ReadDimensions
}>

/** The source of the notices that come from Joconde; only these are updated field by field. */
export const noticeSource = 'Joconde'

/** @param known codes of the museums in the catalogue */
export function understand(
  id: string,
  fields: Notice['fields'],
  values: Values,
  known: ReadonlySet<string>,
): Understood {
  const museum = museumCodeFrom(values.text('MUSEO'), values.text('REF'), known)
  const years = {
    ...present('MILL', yearsFrom(values.text('MILL'))),
    ...present('PERI', yearsFrom(values.list('PERI').join(';'))),
    ...present('EPOQ', yearsFrom(values.list('EPOQ').join(';'))),
  }
  const dimensions = dimensionsFrom(values.text('DIMS'))
  const makers = makersFrom(values.list('AUTR').join(' ; '), values.text('PAUT'), 'semicolon')
  const [title] = titlesOf(values)
  const [inventory] = values.list('INV')
  const summary = linesOf(values.text('DESC')).join('\n')
  const work: WorkRecord = {
    id,
    ...present('museum', museum.code),
    ...present('inventory', inventory),
    ...present('title', title === undefined ? undefined : { fr: [title] }),
    ...present('summary', summary === '' ? undefined : { fr: [summary] }),
    ...present('makers', makers.length > 0 ? makers : undefined),
    ...present('date', dateFrom(values, years)),
    ...present('dimensions', shownDimensions(dimensions)),
    ...present('rights', rightsFrom(values, makers)),
    ...present('whereabouts', whereaboutsFrom(values)),
    texts: textsFrom(values),
    notice: { source: noticeSource, fields },
  }
  return { work, museum, years, dimensions }
}

/** MILL is the nearest, then PERI; an era is only a date where there is no other. */
function dateFrom(values: Values, { MILL, PERI, EPOQ }: Understood['years']): WorkDate | undefined {
  const exact = values.text('MILL')
  if (exact !== '') return { words: dateWords(exact), ...(MILL ?? PERI) }
  const periods = values.list('PERI')
  if (periods.length > 0) return { words: { fr: [periods.join(', ')] }, ...PERI }
  if (!EPOQ) return undefined
  return { words: { fr: [values.list('EPOQ').join(', ')] }, ...EPOQ }
}

const shownDimensions = ({ dimensions }: ReadDimensions): Dimensions | undefined =>
  dimensions.words === '' ? undefined : dimensions

const present = <Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> =>
  value === undefined ? {} : ({ [key]: value } as Record<Key, Value>)
