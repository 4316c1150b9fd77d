import t from 'tap'
import type { Imported } from '../../src/import/import-file.js'
import type { Remark } from '../../src/import/remarks.js'
import { remarkHeader, remarkRow, reportJson, reportText } from '../../src/import/report.js'
import { openTally } from '../../src/import/tally.js'

function imported(remarks: readonly Remark[]): Imported {
  const tally = openTally()
  tally.rows(1200, true)
  tally.rows(1, false)
  for (let count = 0; count < 1200; count += 1) tally.outcome('created')
  for (const remark of remarks) tally.remark(remark)
  const encoding = { encoding: 'utf-8', byteOrderMark: true } as const
  return {
    kind: 'works',
    about: { rows: 1201, encoding, noticeOnly: [{ column: 'cote', values: 7 }] },
    tally: tally.close(),
  }
}

t.test('the report gives counts, remarks with their place, and what only the notice keeps', async t => {
  const remarks: readonly Remark[] = [
    { kind: 'no-id', line: 9, column: 'REF' },
    { kind: 'not-a-year', line: 12, column: 'AN', value: 'jadis' },
    { kind: 'not-a-year', line: 14, column: 'AN', value: 'jadis' },
  ]
  t.equal(
    reportText(imported(remarks), 'works.csv', true),
    `works.csv: 1,201 rows, utf-8 with byte order mark
  works created           1,200
  works updated               0
  works unchanged             0
  rows refused                1

The row has no id; it was not imported: 1
  line 9, REF

Not a year; kept in the notice: 2
  line 12, AN: "jadis" and 1 more like it

Columns kept in the notice alone:
  cote: 7 values

This was a dry run: nothing was written.
`,
  )
  t.strictSame(JSON.parse(reportJson(imported(remarks), 'works.csv', false)), {
    file: 'works.csv',
    kind: 'works',
    dryRun: false,
    encoding: 'utf-8',
    rows: 1201,
    created: 1200,
    updated: 0,
    unchanged: 0,
    refused: 1,
    remarks: { 'no-id': 1, 'not-a-year': 2 },
    noticeOnly: { cote: 7 },
  })
})

t.test('a thousand different values are shown as twenty and a number', async t => {
  const many = Array.from(
    { length: 1000 },
    (_, index): Remark => ({ kind: 'not-a-year', line: index, column: 'AN', value: `x${index}` }),
  )
  const text = reportText(imported(many), 'works.csv', false)
  t.equal(text.match(/^ {2}line \d+, AN/gm)?.length, 20)
  t.match(text, '  … and 980 more; --report FILE lists all\n')
})

t.test('values of a file cannot steer the terminal or run in a spreadsheet', async t => {
  const remark: Remark = { kind: 'not-a-year', line: 2, column: 'A\u001b[31m', value: '\u009b31m=1+1' }
  t.notMatch(reportText(imported([remark]), 'works.csv', false), /[^\P{Cc}\n]/u)
  t.equal(remarkHeader, '\uFEFFline;column;fate;remark;value\r\n')
  t.equal(
    remarkRow({ kind: 'not-a-year', line: 3, column: 'AN', value: '=HYPERLINK("x")' }),
    `3;AN;kept;"Not a year; kept in the notice";"'=HYPERLINK(""x"")"\r\n`,
  )
})
