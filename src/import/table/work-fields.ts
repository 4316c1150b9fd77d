import {
  type Dimensions,
  type Maker,
  type TextField,
  textFields,
  type WorkDate,
  type WorkRecord,
} from '../../catalogue/model.js'
import { rightsUri } from '../../presentation/rights.js'
import { addressFrom, numberFrom } from '../values.js'
import { type Apply, agreed, every, type Field, first, withTexts } from './applying.js'
import { isMakersRole } from './roles.js'
import { putSections } from './sections.js'

const title: Field<WorkRecord> = {
  language: true,
  about: 'title',
  apply: first((work, { words }, language) => ({ ...work, title: withTexts(work.title, language, [words]) })),
}

const textAbout = {
  domain: 'field of the collection: painting, archaeology',
  type: 'what it is: painting, bust, coin',
  commonName: 'what people or makers call such a thing',
  otherTitles: 'further and former titles',
  makerNotes: 'lives and circumstances of the makers',
  formerAttributions: 'to whom it was attributed before',
  materials: 'materials and techniques',
  genre: 'genre: portrait, landscape',
  subject: 'what is represented',
  inscriptions: 'inscriptions, signatures, marks',
  persons: 'persons named in the inscriptions',
  school: 'school or country',
  period: 'period or style, in words',
  place: 'where it was made or used',
  genesis: 'stage of creation, copies and models',
  use: 'what it was used for, where and when',
  discovery: 'where, when and by whom it was found',
  history: 'history of the work',
  condition: 'state that it is in',
  legalStatus: 'whose property it is, and by what act',
  acquisition: 'how and when it was acquired',
  deposit: 'where it is on deposit',
  provenance: 'who owned it before',
  exhibitions: 'where it was exhibited',
  bibliography: 'where it is published',
  comments: 'what is said nowhere else',
} as const satisfies Record<TextField, string>

const descriptive = Object.fromEntries(
  textFields.map(name => [
    name,
    {
      language: true,
      about: textAbout[name],
      apply: every((work, words, language) => ({
        ...work,
        texts: { ...work.texts, [name]: withTexts(work.texts?.[name], language, words) },
      })),
    } satisfies Field<WorkRecord>,
  ]),
) as Record<TextField, Field<WorkRecord>>

/** Everything that a column of works can be mapped to. */
export const workFields: Readonly<Record<string, Field<WorkRecord>>> = {
  title,
  summary: {
    language: true,
    about: 'some sentences about the work',
    apply: every((work, words, language) => ({ ...work, summary: withTexts(work.summary, language, words) })),
  },
  alternativeText: {
    language: true,
    about: 'what is seen, for those who cannot see it',
    apply: every((work, words, language) => ({
      ...work,
      alternativeText: withTexts(work.alternativeText, language, words),
    })),
  },
  inventory: {
    language: false,
    about: 'inventory number',
    apply: first((work, { words }) => ({ ...work, inventory: words })),
  },
  makers: {
    language: false,
    about: 'names of artists, authors, manufactures',
    apply: (work, values, language) =>
      putMakers(
        work,
        values.filter(({ role }) => isMakersRole(role?.text ?? '')),
        language,
      ),
  },
  makerRole: {
    language: true,
    about: 'role of the first maker: painter, founder',
    apply: ofFirstMaker((maker, words, language) => ({ ...maker, role: withTexts(maker.role, language, [words]) })),
  },
  makerDates: {
    language: false,
    about: 'dates of the first maker, in words',
    apply: ofFirstMaker((maker, dates) => ({ ...maker, dates })),
  },
  date: {
    language: true,
    about: 'when it was made: words, and years where they are understood',
    transform: 'years',
    apply: first((work, { words, neutral, years }, language) => ({
      ...work,
      date: { ...work.date, ...years, words: withTexts(work.date?.words, neutral ? 'none' : language, [words]) },
    })),
  },
  earliest: { language: false, about: 'earliest year it can have been made in', apply: year('earliest') },
  latest: { language: false, about: 'latest year it can have been made in', apply: year('latest') },
  ...descriptive,
  dimensions: {
    language: false,
    about: 'dimensions in words',
    apply: first((work, { words, sides }) => ({ ...work, dimensions: { ...work.dimensions, ...sides, words } })),
  },
  heightCm: { language: false, about: 'height in centimetres', apply: measure('heightMm', 10) },
  widthCm: { language: false, about: 'width in centimetres', apply: measure('widthMm', 10) },
  depthCm: { language: false, about: 'depth in centimetres', apply: measure('depthMm', 10) },
  heightMm: { language: false, about: 'height in millimetres', apply: measure('heightMm', 1) },
  widthMm: { language: false, about: 'width in millimetres', apply: measure('widthMm', 1) },
  depthMm: { language: false, about: 'depth in millimetres', apply: measure('depthMm', 1) },
  rights: {
    language: false,
    about: 'licence or rights statement of Creative Commons or RightsStatements.org, by its address or its usual words',
    apply: agreed(
      text => addressFrom(text) ?? rightsUri(text),
      (work, uri) => ({ ...work, rights: { ...work.rights, uri } }),
      {
        unread: 'not-a-uri',
        differ: 'several-values',
      },
    ),
  },
  partOf: {
    language: false,
    ids: true,
    about: 'id of the work that it is part of: a triptych, an album',
    apply: first((work, { words }) => ({ ...work, partOf: { ...work.partOf, work: words } })),
  },
  partPosition: {
    language: false,
    about: 'its place among the parts of that work, 1, 2, 3',
    apply: (work, values, language) => {
      const { partOf } = work
      if (!partOf) return { draft: work, objections: values.map(value => ({ kind: 'no-whole', value })) }
      return placed(work, values, language)
    },
  },
  related: {
    language: false,
    ids: true,
    about: 'ids of works that belong beside it: a study, a pendant',
    apply: every((work, related) => ({ ...work, related: [...(work.related ?? []), ...related] })),
  },
  sections: {
    language: true,
    about: 'entries of its table of contents: `Livre I > Chapitre 2: 4-6, 9`',
    apply: putSections(),
  },
  credit: {
    language: true,
    about: 'credit line',
    apply: every((work, words, language) => ({
      ...work,
      rights: { ...work.rights, credit: withTexts(work.rights?.credit, language, words) },
    })),
  },
}

/** Each once, with all roles in which the source names them. */
const putMakers: Apply<WorkRecord> = (work, values, language) => {
  const makers = new Map<string, Maker>()
  for (const { reading, role } of values) {
    if (reading.words === undefined) continue
    const maker: Maker = makers.get(reading.words) ?? { name: reading.words }
    makers.set(maker.name, role ? { ...maker, role: withTexts(maker.role, role.language, [role.text]) } : maker)
  }
  const put = every<WorkRecord>(draft => ({ ...draft, makers: [...(draft.makers ?? []), ...makers.values()] }))
  return put(work, values, language)
}

function ofFirstMaker(say: (maker: Maker, words: string, language: string) => Maker): Apply<WorkRecord> {
  return (work, values, language) => {
    const [maker, ...others] = work.makers ?? []
    if (!maker) return { draft: work, objections: values.map(value => ({ kind: 'no-maker', value })) }
    const put = first<WorkRecord>((draft, { words }) => ({
      ...draft,
      makers: [say(maker, words, language), ...others],
    }))
    return put(work, values, language)
  }
}

const placed = agreed<WorkRecord, number>(
  text => (/^\d{1,6}$/.test(text) ? Number(text) : undefined),
  (work, position) => (work.partOf ? { ...work, partOf: { ...work.partOf, position } } : work),
  { unread: 'not-a-place', differ: 'several-values' },
)

function year(side: 'earliest' | 'latest'): Apply<WorkRecord> {
  const put = (work: WorkRecord, number: number): WorkRecord => {
    const date: WorkDate = { words: {}, ...work.date, [side]: number }
    return { ...work, date }
  }
  return agreed(yearFrom, put, { unread: 'not-a-year', differ: 'several-values' })
}

function measure(side: keyof Omit<Dimensions, 'words'>, mmPerUnit: number): Apply<WorkRecord> {
  const put = (work: WorkRecord, mm: number): WorkRecord => ({
    ...work,
    dimensions: { ...work.dimensions, [side]: mm },
  })
  return agreed(text => millimetresFrom(text, mmPerUnit), put, { unread: 'not-a-measure', differ: 'measures-disagree' })
}

function yearFrom(text: string): number | undefined {
  const number = /^-?\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return number <= 2100 ? number : undefined
}

/** From 1 mm to 100 m: beyond them a number is a slip, a lost unit or no measure. */
function millimetresFrom(text: string, mmPerUnit: number): number | undefined {
  const mm = Math.round((numberFrom(text) ?? Number.NaN) * mmPerUnit * 100) / 100
  return mm >= 1 && mm <= 100_000 ? mm : undefined
}
