import type { Museum, Notice, WorkRecord } from '../../catalogue/model.js'
import { factsOf, type Incoming } from '../incoming.js'
import type { Converted } from '../remarks.js'
import type { Field } from './applying.js'
import { convert, idFrom } from './converting.js'
import { openFile, type SurveyedTable, surveyFile } from './file.js'
import type { Group } from './groups.js'
import { type MappingFile, mappingError } from './mapping.js'
import { museumFields } from './museum-fields.js'
import { museumRuleOf } from './museum-rule.js'
import { type Plan, planOf } from './plan.js'
import { workFields } from './work-fields.js'

/**
 * Opens a table of works or museums, in whatever serialisation; its mapping says which.
 * @throws DomainError where the file is malformed, or the mapping names columns or fields that there are not
 */
export const openMapped = (path: string, mappingFile: MappingFile): Promise<Incoming> =>
  mappingFile.mapping.kind === 'museums' ? openMuseums(path, mappingFile) : openWorks(path, mappingFile)

async function openMuseums(path: string, mappingFile: MappingFile): Promise<Incoming> {
  const { file, plan } = await openPlanned(path, mappingFile, museumFields)
  const museumFrom = (group: Group): Converted<Museum> =>
    convert(group, plan, (id, notice) => ({ id, name: {}, notice: noticeFrom(mappingFile, notice) }))
  return { kind: 'museums', museums: each(file.groups(), museumFrom), about: factsOf(file, plan.unmapped) }
}

async function openWorks(path: string, mappingFile: MappingFile): Promise<Incoming> {
  const { file, plan } = await openPlanned(path, mappingFile, workFields)
  const museumOf = museumRuleOf(mappingFile.mapping, file.header)
  const workFrom = (group: Group): Converted<WorkRecord> => {
    const { museum, remarks } = museumOf(group)
    const work = convert(
      group,
      plan,
      (id, notice): WorkRecord => ({
        id,
        ...(museum !== undefined && { museum }),
        notice: noticeFrom(mappingFile, notice),
      }),
    )
    return work.record ? { ...work, remarks: [...remarks, ...work.remarks] } : work
  }
  return { kind: 'works', works: each(file.groups(), workFrom), about: factsOf(file, plan.unmapped) }
}

async function openPlanned<Draft>(
  path: string,
  mappingFile: MappingFile,
  fields: Readonly<Record<string, Field<Draft>>>,
): Promise<{ file: SurveyedTable; plan: Plan<Draft> }> {
  const { mapping } = mappingFile
  const opened = await openFile(path, mapping)
  const plan = planOf(mapping, opened.header, fields, (pointer, sentence) =>
    mappingError(mappingFile, pointer, sentence),
  )
  const file = await surveyFile(opened, row => idFrom(row, plan.id, mapping.id.padTo))
  return { file, plan }
}

const noticeFrom = ({ mapping }: MappingFile, fields: Notice['fields']): Notice => ({ source: mapping.source, fields })

async function* each<Content>(
  groups: AsyncIterable<Group>,
  convertGroup: (group: Group) => Converted<Content>,
): AsyncGenerator<Converted<Content>> {
  for await (const group of groups) yield convertGroup(group)
}
