import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openTable } from '../../../src/import/table/csv.js'
import { groupRows, survey } from '../../../src/import/table/groups.js'
import type { Row } from '../../../src/import/table/row.js'
import { fc } from '../../seeded.js'
import { gather } from '../catalogue.js'

const dialect = { encoding: 'utf-8', delimiter: ',', quote: '"' } as const
const fileOf = (t: Test, content: string): string => join(t.testdir({ 'rows.csv': content }), 'rows.csv')
const read = async (t: Test, content: string, more: Partial<typeof dialect | { quote: '' }> = {}) => {
  const { header, rows } = await openTable(fileOf(t, content), { ...dialect, ...more })
  return { header, rows: await gather(rows) }
}

t.test('rows come with the line where they begin, over line breaks in cells and blank lines', async t => {
  for (const end of ['\n', '\r\n']) {
    const text = ['id,title', '1,"two', 'lines"', '', '2,"a ""word"""', '3'].join(end)
    const { header, rows } = await read(t, text)
    t.strictSame(header, ['id', 'title'])
    t.strictSame(rows, [
      { line: 2, cells: ['1', `two${end}lines`] },
      { line: 5, cells: ['2', 'a "word"'] },
      { line: 6, cells: ['3'] },
    ])
  }
})

t.test('columns without a name get one, and two of the same name are refused', async t => {
  t.strictSame((await read(t, ', title ,\n1,2,3')).header, ['column 1', 'title', 'column 3'])
  await t.rejects(read(t, 'id,title,id\n1,2,3'), {
    code: 'refused',
    message: 'Expected columns of different names in rows.csv but "id" is twice.',
  })
})

t.test('a malformed file is refused with the line and the reason', async t => {
  await t.rejects(read(t, 'id,title\n1,a\n2,"never closed\n3,c\n'), {
    code: 'refused',
    message: 'Cannot read rows.csv from line 3 on: a quotation mark is opened and never closed. Nothing was imported.',
  })
  await t.rejects(read(t, 'id,title\n1,H. 5" approx\n'), { message: /line 2 on: a quotation mark stands inside/ })
  t.strictSame((await read(t, 'id,title\n1,"5 in\n', { quote: '' })).rows, [{ line: 2, cells: ['1', '"5 in'] }])
})

t.test('rows of one id come together once all are there, none lost, none twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 }), async ids => {
      const rows: readonly Row[] = ids.map((id, index) => ({ line: index + 2, cells: [id] }))
      const stream = async function* () {
        yield* rows
      }
      const idOf = ({ cells }: Row) => cells[0] || undefined
      const surveyed = await survey(stream(), 1, idOf)
      const groups = await gather(groupRows(stream(), surveyed.repeats, idOf))
      const named = groups.flatMap(({ id }) => id ?? [])
      const lines = groups.flatMap(group => group.rows.map(({ line }) => line))
      return (
        surveyed.rows === rows.length &&
        new Set(named).size === named.length &&
        lines.toSorted((a, b) => a - b).join() === rows.map(({ line }) => line).join() &&
        groups.every(group => group.rows.every(({ cells }) => (cells[0] || undefined) === group.id))
      )
    }),
  )
})
