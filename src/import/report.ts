import { csvCell, printable, shortened } from '../reporting/printable.js'
import type { Imported } from './import-file.js'
import { lintCounts } from './joconde/lint/report-text.js'
import { type Remark, type RemarkKind, remarkKinds } from './remarks.js'
import type { Example } from './tally.js'

/** The report for people: counts, then each kind of remark with its first values, each on a line. */
export function reportText({ kind, about, tally }: Imported, file: string, dryRun: boolean): string {
  const { encoding, byteOrderMark } = about.encoding
  const counts = [
    ['created', tally.created],
    ['updated', tally.updated],
    ['unchanged', tally.unchanged],
    ['rows refused', tally.refused],
  ] as const
  const lines = [
    `${file}: ${amount(tally.rows)} ${kind === 'loans' ? 'manifests' : 'rows'}, ${about.serialisation ? `${printable(about.serialisation)}, ` : ''}${encoding}${byteOrderMark ? ' with byte order mark' : ''}`,
    ...counts.map(
      ([label, count]) =>
        `  ${`${kind} ${label}`.replace(`${kind} rows`, 'rows').padEnd(20)}${amount(count).padStart(9)}`,
    ),
    ...[...tally.remarks].flatMap(([remark, { total, examples }]) => remarkLines(remark, total, examples)),
    ...noticeLines(about.noticeOnly),
    ...(dryRun ? ['', 'This was a dry run: nothing was written.'] : []),
  ]
  return `${lines.join('\n')}\n`
}

/** The report for programs, one JSON object. */
export const reportJson = ({ kind, about, tally, lint }: Imported, file: string, dryRun: boolean): string =>
  JSON.stringify({
    file,
    kind,
    dryRun,
    ...(about.serialisation && { serialisation: about.serialisation }),
    encoding: about.encoding.encoding,
    rows: tally.rows,
    created: tally.created,
    updated: tally.updated,
    unchanged: tally.unchanged,
    refused: tally.refused,
    ...(about.form && { form: about.form }),
    ...(lint && { findings: lintCounts(lint) }),
    remarks: Object.fromEntries([...tally.remarks].map(([remark, { total }]) => [remark, total])),
    noticeOnly: Object.fromEntries(about.noticeOnly.map(({ column, values }) => [column, values])),
  })

/** The header of the file of all remarks; a spreadsheet reads it with its accents for the byte order mark. */
export const remarkHeader = '\uFEFFline;column;fate;remark;value\r\n'

export const remarkRow = ({ kind, line, column = '', value = '' }: Remark): string =>
  `${[String(line), column, remarkKinds[kind].fate, remarkKinds[kind].sentence, value].map(csvCell).join(';')}\r\n`

function remarkLines(kind: RemarkKind, total: number, examples: readonly Example[]): readonly string[] {
  const shown = examples.reduce((sum, { times }) => sum + times, 0)
  return [
    '',
    `${remarkKinds[kind].sentence}: ${amount(total)}`,
    ...examples.map(exampleLine),
    ...(shown < total ? [`  … and ${amount(total - shown)} more; --report FILE lists all`] : []),
  ]
}

function exampleLine({ line, column, value, times }: Example): string {
  const place = column === undefined ? `line ${line}` : `line ${line}, ${printable(column)}`
  const words = value === undefined ? '' : `: ${printable(JSON.stringify(shortened(value)))}`
  return `  ${place}${words}${times > 1 ? ` and ${amount(times - 1)} more like it` : ''}`
}

/** Records of JSON may have thousands. */
const columnsShown = 100

const noticeLines = (columns: Imported['about']['noticeOnly']): readonly string[] =>
  columns.length === 0
    ? []
    : [
        '',
        'Columns kept in the notice alone:',
        ...columns
          .slice(0, columnsShown)
          .map(({ column, values }) => `  ${printable(column)}: ${amount(values)} values`),
        ...(columns.length > columnsShown ? [`  … and ${amount(columns.length - columnsShown)} more columns`] : []),
      ]

const amount = (count: number): string => count.toLocaleString('en')
