import type { Notice } from '../../catalogue/model.js'
import { openTable } from '../table/csv.js'
import { type Detected, decodedText, detectEncoding } from '../table/encoding.js'
import { groupRows } from '../table/groups.js'
import { codeOf } from './fields.js'
import { identify, identityOf, isMadeUp, type Repeats } from './identity.js'
import { jsonNotices } from './json.js'
import { labelledNotices } from './labelled.js'
import { type Form, recognise } from './serialisation.js'
import { readable, type Separator, type SourceNotice } from './source-notice.js'

/** The notices of one id, in the order of the file. */
export type NoticeGroup = Readonly<{ id: string; notices: readonly [SourceNotice, ...SourceNotice[]] }>

/** A file of notices that was read once to its end and found well-formed. */
export type NoticeFile = Readonly<{
  form: Form['form']
  encoding: Detected
  separator: Separator
  notices: number
  /** How many values each field has, by the name that the file gives it. */
  filled: ReadonlyMap<string, number>
  /** Streams it once more, the notices of each id together. */
  groups(): AsyncIterable<NoticeGroup>
}>

/** Recognises and reads a whole file, so that a malformed one is refused before anything is written. */
export async function openNotices(path: string): Promise<NoticeFile> {
  const encoding = await detectEncoding(path)
  const form = await recognise(path, encoding.encoding)
  const read = () => noticesOf(path, encoding, form)
  const { separator, filled, notices, repeats } = await survey(read())
  return {
    form: form.form,
    encoding,
    separator,
    notices,
    filled,
    async *groups() {
      const shared = new Map([...repeats].filter(([identity]) => !isMadeUp(identity)))
      for await (const { id = '', rows } of groupRows(identify(read(), repeats), shared, ({ id }) => id)) {
        const [first, ...others] = rows
        yield { id, notices: [first.notice, ...others.map(({ notice }) => notice)] }
      }
    },
  }
}

async function* noticesOf(path: string, { encoding }: Detected, form: Form): AsyncGenerator<SourceNotice> {
  if (form.form === 'labelled') return yield* labelledNotices(decodedText(path, encoding))
  if (form.form === 'json') return yield* jsonNotices(decodedText(path, encoding), form.records)
  const { header, rows } = await openTable(path, { encoding, delimiter: form.delimiter, quote: form.quote })
  for await (const { line, cells } of rows) {
    const fields = header.map((name, index) => [name, cells[index] ?? ''] as const)
    const further = cells.slice(header.length).filter(cell => cell.trim() !== '')
    yield further.length === 0
      ? { line, fields }
      : { line, fields: [...fields, ...further.map(cell => ['', cell] as const)], overlong: true }
  }
}

type Survey = Readonly<Pick<NoticeFile, 'separator' | 'filled' | 'notices'> & { repeats: Repeats }>

async function survey(notices: AsyncIterable<SourceNotice>): Promise<Survey> {
  const filled = new Map<string, number>()
  const seen = new Set<string>()
  const repeats = new Map<string, number>()
  const domains = { semicolons: 0, commas: 0 }
  let total = 0
  for await (const { fields } of notices) {
    total += 1
    for (const [name, value] of fields) filled.set(name, (filled.get(name) ?? 0) + (value.trim() === '' ? 0 : 1))
    for (const domain of domainsOf(fields)) {
      if (domain.includes(';')) domains.semicolons += 1
      else if (/,\S/.test(domain)) domains.commas += 1
    }
    const identity = identityOf(fields)
    if (seen.has(identity)) repeats.set(identity, (repeats.get(identity) ?? 1) + 1)
    else seen.add(identity)
  }
  return {
    notices: total,
    filled,
    // Domains hold no commas of their own: where no semicolon is left, commas have taken its place.
    separator: domains.semicolons === 0 && domains.commas > 0 ? 'comma' : 'semicolon',
    repeats,
  }
}

const domainsOf = (fields: Notice['fields']): readonly string[] =>
  fields.filter(([name, value]) => value !== '' && codeOf(name) === 'DOMN').map(([, value]) => readable(value))
