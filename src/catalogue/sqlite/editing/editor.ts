import type { Database } from 'better-sqlite3'
import type { CatalogueEditor, DeletableKind } from '../../editing.js'
import type { StoryEditor } from '../../stories.js'
import type { StoryKind } from '../../story.js'
import type { Ledger } from '../ledger.js'
import { museumPutter } from '../museums.js'
import { workInFullReader } from '../relations.js'
import type { StoryShelf } from '../stories/shelf.js'
import type { Transact } from '../transaction.js'
import { worksReader } from '../whole-works.js'
import { workDeleter, workPutter } from '../works.js'
import { type DeletionBounds, deletionsIn } from './deletions.js'
import { editableOf, type Thing, writableOf } from './editable.js'
import { hangingsIn } from './hangings.js'
import { listsOf } from './lists.js'
import { museumThing } from './museums.js'
import { publicationOf, storyLists, storyThing } from './stories.js'
import { layerThing, orderOfViews, viewThing } from './views.js'
import { workThing } from './works.js'

export function sqliteEditor(
  db: Database,
  transact: Transact,
  ledger: Ledger,
  shelf: StoryShelf,
  bounds: DeletionBounds,
): CatalogueEditor {
  const hangings = hangingsIn(db, ledger)
  const deletions = deletionsIn(db, bounds)
  const things = {
    museum: museumThing(db, ledger, museumPutter(db, ledger)),
    work: workThing(db, hangings, workPutter(db, ledger), workDeleter(db, ledger)),
    view: viewThing(hangings),
    layer: layerThing(hangings),
    analysis: storyThing('analysis', shelf),
    exhibition: storyThing('exhibition', shelf),
  } as const satisfies Record<DeletableKind, unknown>
  const edited = <Where, Value, Input>(thing: Thing<Where, Value, Input>) => editableOf(thing, db, transact, deletions)
  const storiesOf = (kind: StoryKind): StoryEditor => ({
    ...edited(things[kind]),
    publication: writableOf(publicationOf(kind, shelf), db, transact),
    ...storyLists(db, kind, shelf),
  })
  const anyState = worksReader(db, 'any')
  const published = worksReader(db, 'published')
  // The work comes first, a draft or not; around it are published ones
  const inFull = workInFullReader(db, ids => [...anyState(ids.slice(0, 1)), ...published(ids.slice(1))])

  return {
    museums: edited(things.museum),
    works: edited(things.work),
    views: edited(things.view),
    layers: edited(things.layer),
    order: writableOf(orderOfViews(hangings, ledger), db, transact),
    stories: { analysis: storiesOf('analysis'), exhibition: storiesOf('exhibition') },
    ...listsOf(db),
    deletions: deletions.deletions,
    viewsOf: async work =>
      db.transaction(() =>
        hangings.hasWork(work) ? hangings.keys(work).flatMap(key => hangings.view(work, key) ?? []) : undefined,
      )(),
    preview: async id => db.transaction(() => inFull(id))(),
    restore: async (number, by) =>
      transact(
        true,
        at => {
          const { deletion, content } = deletions.take(number, at)
          things[deletion.kind].restore(deletion.place, content, at, by)
          return deletion
        },
        by,
      ),
  }
}
