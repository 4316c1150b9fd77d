import type { Database } from 'better-sqlite3'
import type { CatalogueReader, MuseumSummary, Slice, WorkSelection } from '../catalogue.js'
import type { JournalEntry, Kind, LanguageMap } from '../model.js'
import type { StoryKind } from '../story.js'
import { loanDocuments } from './loans.js'
import { workInFullReader } from './relations.js'
import { imageMemory } from './remembered.js'
import { revisions } from './revisions.js'
import { imageFromRow, type MuseumRow, museumFromRow } from './rows.js'
import { visible } from './visible.js'
import { worksReader } from './whole-works.js'

type Counts = { works: number; pictured: number }
type Id = { id: string }
type Every = { offset: number; limit: number; step: number }

const idOf = ({ id }: Id): string => id

/** Reads the index alone: the first of each page among some 100,000 works takes milliseconds. */
const everyOf = (where: string): string => `
  SELECT id FROM (
    SELECT id, row_number() OVER (ORDER BY pictured DESC, id) - 1 AS place FROM works WHERE published = 1 ${where})
  WHERE place >= @offset AND (place - @offset) % @step = 0 ORDER BY place LIMIT @limit`

export function sqliteReader(db: Database): CatalogueReader {
  const museumSummary = `
    SELECT museums.record, museums.updated_at, count(works.id) AS works, coalesce(sum(works.pictured), 0) AS pictured
    FROM museums LEFT JOIN works ON works.home = museums.id AND works.published = 1`
  const allMuseums = db.prepare<[], MuseumRow>(`${museumSummary} GROUP BY museums.id`)
  const oneMuseum = db.prepare<[string], MuseumRow>(`${museumSummary} WHERE museums.id = ? GROUP BY museums.id`)
  const idsAnywhere = db.prepare<[number, number], Id>(
    'SELECT id FROM works WHERE published = 1 ORDER BY pictured DESC, id LIMIT ? OFFSET ?',
  )
  const idsAt = db.prepare<[string | null, number, number], Id>(
    'SELECT id FROM works WHERE published = 1 AND home IS ? ORDER BY pictured DESC, id LIMIT ? OFFSET ?',
  )
  const everyAnywhere = db.prepare<Every, Id>(everyOf(''))
  const everyAt = db.prepare<Every & { home: string | null }, Id>(everyOf('AND home IS @home'))
  const counts = 'SELECT count(*) AS works, coalesce(sum(pictured), 0) AS pictured FROM works WHERE published = 1'
  const countAnywhere = db.prepare<[], Counts>(counts)
  const countAt = db.prepare<[string | null], Counts>(`${counts} AND home IS ?`)
  const someImages = db.prepare<[string], { record: string }>(`
    SELECT images.record FROM json_each(?) AS wanted CROSS JOIN images ON images.id = wanted.value
    WHERE ${visible.image} ORDER BY wanted.key`)
  const idsShowing = db.prepare<[string, number], Id>(`
    SELECT DISTINCT works.id FROM layers JOIN works ON works.id = layers.work
    WHERE layers.image = ? AND published = 1 ORDER BY works.id LIMIT ?`)
  const presentStory = (kind: StoryKind) =>
    db.prepare<[string], Id>(`SELECT slug AS id FROM stories WHERE kind = '${kind}' AND slug = ? AND ${visible.story}`)
  const present = {
    museum: db.prepare<[string], Id>(`SELECT id FROM museums WHERE id = ? AND ${visible.museum}`),
    work: db.prepare<[string], Id>(`SELECT id FROM works WHERE id = ? AND ${visible.work}`),
    image: db.prepare<[string], Id>(`SELECT id FROM images WHERE id = ? AND ${visible.image}`),
    analysis: presentStory('analysis'),
    exhibition: presentStory('exhibition'),
  }
  const tombstone = db.prepare<[Kind, string], Id>('SELECT id FROM tombstones WHERE kind = ? AND id = ?')
  const entries = db.prepare<[number, number], JournalEntry>(
    'SELECT seq, at, verb, kind, id FROM journal WHERE seq > ? ORDER BY seq LIMIT ?',
  )
  const anything = db.prepare<[], { found: number }>(
    'SELECT EXISTS (SELECT 1 FROM museums) OR EXISTS (SELECT 1 FROM works) OR EXISTS (SELECT 1 FROM images) AS found',
  )

  const worksOf = worksReader(db, 'published')
  const idsOf = ({ museum }: WorkSelection, { offset, limit, step }: Slice): readonly string[] => {
    if (step !== undefined) {
      const every = { offset, limit, step }
      return (museum === undefined ? everyAnywhere.all(every) : everyAt.all({ ...every, home: museum })).map(idOf)
    }
    return (museum === undefined ? idsAnywhere.all(limit, offset) : idsAt.all(museum, limit, offset)).map(idOf)
  }

  const workInFullOf = workInFullReader(db, worksOf)

  /** Several statements see one state of the catalogue. */
  const snapshot = <Result>(read: () => Result): Result => db.transaction(read)()

  const remembered = imageMemory(db)

  return {
    museums: async () => allMuseums.all().map(museumFromRow).sort(byName),
    museum: async id => {
      const row = oneMuseum.get(id)
      return row && museumFromRow(row)
    },
    works: async ids => snapshot(() => worksOf(ids)),
    workInFull: async id => snapshot(() => workInFullOf(id)),
    listWorks: async (selection, slice) => snapshot(() => worksOf(idsOf(selection, slice))),
    countWorks: async ({ museum }) =>
      (museum === undefined ? countAnywhere.get() : countAt.get(museum)) ?? { works: 0, pictured: 0 },
    ...remembered,
    revision: revisions(db, remembered.image),
    ...loanDocuments(db),
    images: async ids => someImages.all(JSON.stringify(ids)).map(imageFromRow),
    worksShowing: async (image, limit) => snapshot(() => worksOf(idsShowing.all(image, limit).map(({ id }) => id))),
    presence: async (kind, id) => {
      if (present[kind].get(id)) return 'present'
      return tombstone.get(kind, id) ? 'gone' : 'absent'
    },
    journal: async (after, limit) => entries.all(after, limit),
    isEmpty: async () => anything.get()?.found === 0,
  }
}

const collator = new Intl.Collator('fr')
const byName = (a: MuseumSummary, b: MuseumSummary): number =>
  collator.compare(nameOf(a.name), nameOf(b.name)) ||
  collator.compare(a.town ?? '', b.town ?? '') ||
  (a.id < b.id ? -1 : 1)
const nameOf = (name: LanguageMap): string => (name.fr ?? Object.values(name)[0])?.[0] ?? ''
