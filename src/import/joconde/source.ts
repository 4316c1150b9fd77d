import type { CatalogueReader, CatalogueWriter } from '../../catalogue/catalogue.js'
import type { Notice, WorkRecord } from '../../catalogue/model.js'
import type { Incoming } from '../incoming.js'
import type { Converted } from '../remarks.js'
import { codeOf } from './fields.js'
import { type NoticeFile, type NoticeGroup, openNotices } from './file.js'
import type { Checked } from './lint/checked.js'
import { columnsOf } from './lint/identity-checks.js'
import { lintFile, lintNotice } from './lint/lint.js'
import { mergedFields, spokenOf } from './merging.js'
import { valuesOf } from './source-notice.js'
import { noticeSource, understand } from './work.js'

export type Ports = Readonly<{
  reader: Pick<CatalogueReader, 'museums' | 'works'>
  writer: Pick<CatalogueWriter, 'records'>
}>

/** Notices looked up in the catalogue at once. */
const batchSize = 500

type Context = Readonly<{
  file: NoticeFile
  columns: Checked['columns']
  /** What each notice speaks of; undefined where each names its own fields. */
  spoken: ReadonlySet<string> | undefined
  knownMuseums: ReadonlySet<string>
  year: number
}>

/**
 * Opens a file of Joconde in whatever form it comes.
 * @param today decides which dates lie in the future
 * @throws DomainError where the form is not known, or the file malformed
 */
export async function openJoconde(path: string, { reader, writer }: Ports, today: Date): Promise<Incoming> {
  const file = await openNotices(path)
  const context: Context = {
    file,
    columns: file.form === 'labelled' ? undefined : columnsOf(file.filled.keys()),
    spoken: file.form === 'labelled' ? undefined : spokenOf(file.filled.keys()),
    knownMuseums: new Set((await reader.museums()).map(({ id }) => id)),
    year: today.getUTCFullYear(),
  }
  return {
    kind: 'works',
    works: worksOf(context, { reader, writer }),
    about: {
      rows: file.notices,
      encoding: file.encoding,
      form: file.form,
      findings: lintFile(file),
      noticeOnly: [...file.filled]
        .map(([column, values]) => ({ column, values }))
        .filter(({ column, values }) => values > 0 && codeOf(column) === undefined),
    },
  }
}

async function* worksOf(context: Context, { reader, writer }: Ports): AsyncGenerator<Converted<WorkRecord>> {
  for await (const groups of batches(context.file.groups())) {
    const ids = groups.map(({ id }) => id)
    const recorded = new Map((await writer.records(ids)).map(record => [record.id, record]))
    const published = new Map((await reader.works(ids)).map(work => [work.id, work]))
    for (const group of groups) {
      const images = (published.get(group.id)?.views ?? []).flatMap(({ layers }) => layers.map(({ image }) => image))
      yield workFrom(group, recorded.get(group.id)?.notice, images, context)
    }
  }
}

/** Reads the notices of one work, over those that an earlier import left. */
export function workFrom(
  { id, notices }: NoticeGroup,
  before: Notice | undefined,
  images: Checked['images'],
  { file: { form, separator }, columns, spoken, knownMuseums, year }: Context,
): Converted<WorkRecord> {
  const [{ line }] = notices
  const rows = notices.length
  const overlong = notices.find(notice => notice.overlong)
  if (overlong) return { line, rows, remarks: [], findings: [{ rule: 'row-overlong', id, line: overlong.line }] }

  const update = distinctFields(notices)
  const kept = before?.source === noticeSource ? before.fields : []
  const fields = mergedFields(kept, update, spoken ?? spokenOf(update.map(([name]) => name)))
  const values = valuesOf(update, separator)
  const merged = kept.length === 0 ? values : valuesOf(fields, separator)
  const understood = understand(id, fields, merged, knownMuseums)
  const checked = { id, notices, form, values, merged, understood, columns, knownMuseums, year, images }
  return { record: understood.work, line, rows, remarks: [], findings: lintNotice(checked) }
}

/** The fields of all notices of one id, one after the other; of notices that are alike, one. */
function distinctFields(notices: NoticeGroup['notices']): Notice['fields'] {
  const [only, ...more] = notices
  if (more.length === 0) return only.fields
  return [...new Map(notices.map(({ fields }) => [JSON.stringify(fields), fields])).values()].flat()
}

async function* batches<Content>(stream: AsyncIterable<Content>): AsyncGenerator<readonly Content[]> {
  let batch: Content[] = []
  for await (const content of stream) {
    batch.push(content)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
