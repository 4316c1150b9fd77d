import type { CatalogueEditor } from '../catalogue/editing.js'
import type { Work } from '../catalogue/model.js'

/** Works by id. */
export type Works = ReadonlyMap<string, Work>

/** The works that are named, as the catalogue has them now, drafts included. */
export async function worksKnown(ids: readonly string[], editor: Pick<CatalogueEditor, 'preview'>): Promise<Works> {
  const found = await Promise.all(ids.map(id => editor.preview(id)))
  return new Map(found.flatMap(known => (known ? [[known.work.id, known.work] as const] : [])))
}
