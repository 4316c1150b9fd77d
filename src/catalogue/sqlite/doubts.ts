import type { FlawKind } from '../audit.js'
import type { Kind } from '../model.js'
import { type StoryKind, storyKinds } from '../story.js'
import { visible } from './visible.js'

/** A question to the catalogue that has no answer while all is well; `sql` gives `id` and `detail`. */
export type Doubt = Readonly<{ kind: FlawKind; about?: Kind; sql: string }>

const tables = { work: 'works', museum: 'museums', image: 'images' } as const
type Recorded = keyof typeof tables

const story = (kind: StoryKind): string => `SELECT slug AS id FROM stories WHERE kind = '${kind}' AND ${visible.story}`

/** The ids of all that is public. */
const published: Readonly<Record<Kind, string>> = {
  museum: `SELECT id FROM museums WHERE ${visible.museum}`,
  work: `SELECT id FROM works WHERE ${visible.work}`,
  image: `SELECT id FROM images WHERE ${visible.image}`,
  analysis: story('analysis'),
  exhibition: story('exhibition'),
}
const kinds = Object.keys(published) as readonly Kind[]

/** A record is JSON and names the thing whose record it is. */
const recordOf = (kind: Recorded): Doubt => ({
  kind: 'record-damaged',
  about: kind,
  sql: `
    SELECT id, CASE WHEN json_valid(record)
      THEN 'the record names ' || coalesce(json_extract(record, '$.id'), 'nothing') ELSE 'the record is no JSON' END AS detail
    FROM ${tables[kind]}
    WHERE CASE WHEN json_valid(record) THEN json_extract(record, '$.id') IS NOT id ELSE TRUE END`,
})

/** A published revision is JSON. */
const revisionOf = (kind: StoryKind): Doubt => ({
  kind: 'record-damaged',
  about: kind,
  sql: `
    SELECT slug AS id, 'revision ' || number || ' is no JSON' AS detail
    FROM stories JOIN story_revisions USING (kind, slug)
    WHERE kind = '${kind}' AND ${visible.story} AND story_revisions.published_at IS NOT NULL AND NOT json_valid(story)`,
})

/** The last that the journal told of each thing. */
const told = 'WITH told AS MATERIALIZED (SELECT kind, id, verb, max(seq) FROM journal GROUP BY kind, id)'

/** What is public was told to harvesters. */
const untold = (kind: Kind): Doubt => ({
  kind: 'journal-wrong',
  about: kind,
  sql: `${told}
    SELECT public.id, 'it is published, but the journal says ' || coalesce(verb, 'nothing') AS detail
    FROM (${published[kind]}) AS public LEFT JOIN told ON told.kind = '${kind}' AND told.id = public.id
    WHERE verb IS NULL OR verb = 'delete'`,
})

/** What is no longer public was told as deleted, and left a tombstone. */
const unburied = (kind: Kind): Doubt => ({
  kind: 'journal-wrong',
  about: kind,
  sql: `${told}
    SELECT told.id, 'it is not published, but the journal says ' || verb AS detail FROM told
    WHERE kind = '${kind}' AND told.id NOT IN (${published[kind]})
      AND (verb <> 'delete' OR NOT EXISTS (SELECT 1 FROM tombstones WHERE tombstones.kind = told.kind AND tombstones.id = told.id))`,
})

export const doubts: readonly Doubt[] = [
  ...(Object.keys(tables) as Recorded[]).map(recordOf),
  ...storyKinds.map(revisionOf),
  {
    kind: 'reference-broken',
    about: 'work',
    sql: `
      SELECT work AS id, 'view ' || view || ' shows image ' || image || ', which is not there' AS detail
      FROM layers WHERE NOT EXISTS (SELECT 1 FROM images WHERE images.id = layers.image)`,
  },
  {
    kind: 'view-empty',
    about: 'work',
    sql: `
      SELECT work AS id, 'view ' || key AS detail FROM views
      WHERE NOT EXISTS (SELECT 1 FROM layers WHERE layers.work = views.work AND layers.view = views.key)
        AND NOT EXISTS (SELECT 1 FROM borrowed_layers AS b WHERE b.work = views.work AND b.view = views.key)`,
  },
  {
    kind: 'work-misplaced',
    about: 'work',
    sql: `
      SELECT id, 'it stands at ' || coalesce(home, 'no museum') || ', its record names ' || coalesce(named, 'none') AS detail
      FROM (SELECT id, museum, home, iif(json_valid(record), json_extract(record, '$.museum'), museum) AS named FROM works) AS places
      WHERE museum IS NOT named OR home IS NOT (SELECT museums.id FROM museums WHERE museums.id = places.museum)`,
  },
  {
    kind: 'work-misplaced',
    about: 'work',
    sql: `
      SELECT id, iif(pictured, 'it is listed as pictured, and is not', 'it has pictures, and is not listed so') AS detail
      FROM works WHERE pictured <> EXISTS (SELECT 1 FROM views WHERE views.work = works.id)`,
  },
  {
    kind: 'journal-disordered',
    sql: `
      SELECT seq AS id, 'entry ' || seq || ' is of ' || at || ', before the one that precedes it' AS detail
      FROM (SELECT seq, at, lag(at) OVER (ORDER BY seq) AS before FROM journal) WHERE at < before`,
  },
  ...kinds.map(untold),
  ...kinds.map(unburied),
]
