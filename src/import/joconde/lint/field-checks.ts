import { addressFrom } from '../../values.js'
import { yearsFrom } from '../dating/dates.js'
import { type Code, codeOf } from '../fields.js'
import { isLifeByRule, lifeFrom } from '../makers/lives.js'
import { isNobody } from '../makers/names.js'
import { mended } from '../mending.js'
import { publicDomainYear } from '../rights.js'
import type { Check } from './checked.js'
import { misspeltDomain } from './domains.js'
import { periodOf } from './periods.js'

/** Fields whose occurrences are parted by ` ; `. */
const listed: readonly Code[] = [
  'INV',
  'DOMN',
  'DENO',
  'AUTR',
  'ECOL',
  'PERI',
  'MILL',
  'EPOQ',
  'UTIL',
  'TECH',
  'REPR',
  'STAT',
  'DECV',
  'LIEUX',
  'DIMS',
]
const dated: readonly Code[] = ['MILL', 'PERI']

/** What the values of single fields should be. */
export const fieldChecks: readonly Check[] = [
  ({ notices }) =>
    notices[0].fields.flatMap(([name, value]) => {
      const meant = mended(value)
      const field = meant === value ? undefined : codeOf(name)
      return field ? [{ rule: 'wrong-encoding', field, value, suggestion: meant }] : []
    }),
  ({ notices, form }) =>
    notices[0].fields.flatMap(([name, value]) => {
      const forbidden = form !== 'json' && (value.includes('\t') || /(?<!:)\/\//.test(value))
      const field = forbidden ? codeOf(name) : undefined
      return field ? [{ rule: 'forbidden-characters', field, value }] : []
    }),
  ({ values }) =>
    values.separator === 'comma'
      ? []
      : listed
          .filter(code => /\S;|;\S/.test(values.text(code)) && values.text(code).includes(' ; '))
          .map(field => ({ rule: 'separator-form', field, value: values.text(field) })),
  ({ values }) =>
    values.list('DOMN').flatMap(value => {
      const suggestion = misspeltDomain(value)
      return suggestion === undefined ? [] : [{ rule: 'domain-misspelt', field: 'DOMN', value, suggestion }]
    }),
  ({ values, understood: { years } }) =>
    dated
      .filter(code => values.text(code) !== '' && !years[code as 'MILL' | 'PERI'])
      .map(field => ({ rule: 'date-unread', field, value: values.list(field).join(' ; ') })),
  ({ values, understood: { years }, year }) => {
    const acquired = /\b(\d{4})\b/g
    const future = (['DACQ', 'DDPT'] as const).flatMap(field =>
      [...values.text(field).matchAll(acquired)].some(([digits]) => Number(digits) > year)
        ? [{ rule: 'date-in-future' as const, field, value: values.text(field) }]
        : [],
    )
    const made = years.MILL?.earliest ?? years.MILL?.latest
    return made !== undefined && made > year && values.text('MILL') !== ''
      ? [...future, { rule: 'date-in-future', field: 'MILL', value: values.text('MILL') }]
      : future
  },
  ({ values, understood: { years } }) => {
    const { MILL, PERI } = years
    if (values.text('MILL') === '' || !MILL || !PERI) return []
    const apart =
      (MILL.earliest ?? MILL.latest ?? 0) > (PERI.latest ?? Number.POSITIVE_INFINITY) + 1 ||
      (MILL.latest ?? MILL.earliest ?? 0) < (PERI.earliest ?? Number.NEGATIVE_INFINITY) - 1
    return apart
      ? [
          {
            rule: 'dates-disagree',
            field: 'MILL',
            value: `${values.text('MILL')} / ${values.list('PERI').join(' ; ')}`,
          },
        ]
      : []
  },
  ({ values, merged, understood: { years } }) => {
    if (values.text('MILL') === '' || merged.text('PERI') !== '' || !years.MILL) return []
    const suggestion = periodOf(years.MILL)
    return suggestion === undefined
      ? []
      : [{ rule: 'period-missing', field: 'PERI', value: values.text('MILL'), suggestion }]
  },
  ({ values, understood: { dimensions } }) => {
    if (values.text('DIMS') === '') return []
    return [
      ...dimensions.unread.map(value => ({ rule: 'measure-unread' as const, field: 'DIMS' as const, value })),
      ...dimensions.empty.map(value => ({ rule: 'measure-empty' as const, field: 'DIMS' as const, value })),
      ...(dimensions.ambiguous
        ? [{ rule: 'measure-ambiguous' as const, field: 'DIMS' as const, value: values.text('DIMS') }]
        : []),
    ]
  },
  ({ understood: { work } }) =>
    (work.makers ?? [])
      .filter(({ name }) => /^an+on+[iy]m|^anomym/i.test(name) && !isNobody(name))
      .map(({ name }) => ({ rule: 'anonymous-misspelt', field: 'AUTR', value: name, suggestion: 'anonyme' })),
  ({ values }) =>
    values
      .list('AUTR')
      .flatMap(value =>
        [...value.matchAll(/\(([^()]*)\)/g)].flatMap(([, life = '']) =>
          lifeFrom(life.trim()) && !isLifeByRule(life.trim())
            ? [{ rule: 'maker-dates-form', field: 'AUTR', value }]
            : [],
        ),
      ),
  ({ values }) =>
    values
      .list('NSDA')
      .filter(term => !/^(?:féminin|masculin|inconnu|autre)$/i.test(term))
      .map(value => ({ rule: 'gender-unlisted', field: 'NSDA', value })),
  ({ values }) =>
    (['WWW', 'LVID'] as const).flatMap(field =>
      values
        .list(field)
        .filter(value => !addressFrom(value) || !/^https?:\/\/[^/]+\.[^/]+/.test(value))
        .map(value => ({ rule: 'address-invalid' as const, field, value })),
    ),
  ({ values }) => {
    const names = values.text('REFIM')
    if (names === '') return []
    return [
      ...(/\s;|;\s/.test(names)
        ? [{ rule: 'image-separator-form' as const, field: 'REFIM' as const, value: names }]
        : []),
      ...values
        .list('REFIM')
        .filter(name => !/\.(?:jpe?g|png|tiff?|gif|webp|bmp)$/i.test(name.trim()))
        .map(value => ({ rule: 'image-name-invalid' as const, field: 'REFIM' as const, value })),
    ]
  },
  ({ values, merged }) =>
    (values.text('REFIM') || values.text('IMG')) && merged.text('PHOT') === ''
      ? [{ rule: 'credit-missing', field: 'PHOT' }]
      : [],
  ({ images }) =>
    images
      .filter(({ width, height }) => Math.max(width, height) < 640 || Math.min(width, height) < 480)
      .map(({ width, height }) => ({ rule: 'image-too-small', field: 'REFIM', value: `${width} × ${height}` })),
  ({ values, understood: { work } }) => {
    const [stated, value] = [yearsFrom(values.text('LOCA3'))?.earliest, values.text('LOCA3')]
    const due = publicDomainYear(work.makers ?? [])
    return stated !== undefined && due !== undefined && stated !== due
      ? [{ rule: 'public-domain-disagrees', field: 'LOCA3', value, suggestion: `${due}` }]
      : []
  },
  ({ values }) =>
    (['LOCA', 'MANQUANT'] as const).flatMap(field =>
      values
        .list(field)
        .filter(value => /^disparue?s?$/i.test(value))
        .map(value => ({ rule: 'missing-word' as const, field, value, suggestion: 'manquant' })),
    ),
]
