import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { flawless, labelled } from '../import/joconde/samples.js'
import { run } from './run.js'

const mapping = JSON.stringify({ id: { column: 'id' }, columns: { titre: 'title', an: 'earliest' } })
const csv = 'id,titre,an\na,Œuvre,1620\nb,Autre,jadis\n,sans id,\n'

function files(t: Test) {
  const folder = t.testdir({ 'works.csv': csv, 'mapping.json': mapping, data: {} })
  const at = (name: string): string => join(folder, name)
  const data = at('data')
  const importing = (...words: readonly string[]) =>
    run(['import', at('works.csv'), '--format', 'csv', '--mapping', at('mapping.json'), '--data', data, ...words])
  return { at, data, importing }
}

t.test('import brings works in, reports to stderr and counts to stdout', async t => {
  const { at, data, importing } = files(t)
  const { code, stdout, stderr } = await importing('--report', at('report.csv'))
  t.equal(code, 0)
  t.match(JSON.parse(stdout.toString()), { rows: 3, created: 2, refused: 1, remarks: { 'no-id': 1, 'not-a-year': 1 } })
  t.match(stderr, 'line 3, an: "jadis"')
  const report = await readFile(at('report.csv'), 'utf8')
  t.match(report, '3;an;kept;"Not a year; kept in the notice";jadis\r\n')
  t.match(report, '4;id;refused;')

  const { reader, close } = openCatalogue(join(data, 'catalogue.db'), () => new Date())
  t.teardown(close)
  t.match(await reader.works(['a']), [{ title: { fr: ['Œuvre'] }, date: { earliest: 1620 } }])
  t.match(JSON.parse((await importing()).stdout.toString()), { created: 0, unchanged: 2 })
})

t.test('a dry run reports the same and writes nothing', async t => {
  const { data, importing } = files(t)
  const { code, stdout, stderr } = await importing('--dry-run')
  t.equal(code, 0)
  t.match(JSON.parse(stdout.toString()), { dryRun: true, created: 2, refused: 1 })
  t.match(stderr, 'This was a dry run: nothing was written.')
  const { reader, close } = openCatalogue(join(data, 'catalogue.db'), () => new Date())
  t.teardown(close)
  t.equal(await reader.isEmpty(), true)
})

t.test('a mapping is proposed on stdout and explained on stderr, and nothing is made', async t => {
  const { at, data } = files(t)
  const { code, stdout, stderr } = await run(['import', at('works.csv'), '--guess', '--data', data])
  t.equal(code, 0)
  t.match(JSON.parse(stdout.toString()), { id: { column: 'id' }, columns: { titre: 'title', an: 'date' } })
  t.match(
    stderr,
    /^works\.csv: CSV, utf-8; guessed from 3 columns and 3 rows\n {2}id +id: 2 different values in 2 of 3 rows\n/,
  )
  t.strictSame(await readdir(data), [])
  for (const words of [
    ['--format', 'joconde'],
    ['--format', 'museofile'],
    ['--mapping', at('mapping.json')],
  ])
    t.equal((await run(['import', at('works.csv'), '--guess', '--data', data, ...words])).code, 2)
})

t.test('tables come in whatever their form is called, and are called by what they are', async t => {
  const folder = t.testdir({
    'works.txt': '{"id":"a","titre":"Œuvre"}\n{"id":"b","titre":"Autre"}\n',
    'mapping.json': JSON.stringify({ id: { column: 'id' }, columns: { titre: 'title' } }),
    data: {},
  })
  const at = (name: string): string => join(folder, name)
  for (const format of ['ndjson', 'csv']) {
    const words = ['import', at('works.txt'), '--format', format, '--mapping', at('mapping.json'), '--data', at('data')]
    const { stdout, stderr } = await run(words)
    t.match(JSON.parse(stdout.toString()), { rows: 2, serialisation: 'NDJSON' })
    t.match(stderr, 'works.txt: 2 rows, NDJSON, utf-8')
  }
})

t.test('a command line that does not say what the file is, is misused', async t => {
  const { at, data } = files(t)
  const misused = async (words: readonly string[], sentence: string) => {
    const { code, stderr } = await run(['import', at('works.csv'), '--data', data, ...words])
    t.equal(code, 2, sentence)
    t.equal(stderr, `beffroi: ${sentence}\n`)
  }
  await misused(
    [],
    'Say what the file is: --format museofile, --format joconde, --format iiif, --format stories, or --format csv with --mapping FILE.',
  )
  await misused(
    ['--format', 'csv'],
    'A table needs --mapping FILE, which says what its columns mean; --guess proposes one.',
  )
  await misused(
    ['--format', 'museofile', '--mapping', at('mapping.json')],
    'The Muséofile needs no mapping; leave out --mapping, or say --format csv.',
  )
  t.strictSame(await readdir(data), [], 'and nothing is made in the data directory')
})

t.test('an import that fails writes nothing and leaves no report behind', async t => {
  const { at, data } = files(t)
  const { code, stderr } = await run([
    'import',
    at('works.csv'),
    '--format',
    'museofile',
    '--data',
    data,
    '--report',
    at('report.csv'),
  ])
  t.equal(code, 1)
  t.equal(stderr, 'beffroi: Expected a Muséofile with the columns ref and nomoff; ref is missing.\n')
  t.notOk((await readdir(at('.'))).includes('report.csv'))
})

t.test('a report never takes the place of a file that is there', async t => {
  const { at, importing } = files(t)
  const { code, stderr } = await importing('--report', at('works.csv'))
  t.equal(code, 1)
  t.equal(stderr, 'beffroi: Cannot write the report works.csv: it is already there.\n')
  t.equal(await readFile(at('works.csv'), 'utf8'), csv)
})

t.test('notices of Joconde are checked, reported as a page or as rows, and brought in', async t => {
  const notice = labelled({ ...flawless, DACQ: '2066' })
  const folder = t.testdir({ 'export.txt': notice, data: {} })
  const at = (name: string): string => join(folder, name)
  const importing = (...words: readonly string[]) =>
    run(['import', at('export.txt'), '--format', 'joconde', '--data', at('data'), ...words])

  const dry = await importing('--dry-run', '--report', at('report.html'))
  t.equal(dry.code, 0)
  t.match(JSON.parse(dry.stdout.toString()), {
    form: 'labelled',
    created: 1,
    findings: { warnings: 1, rules: { 'date-in-future': 1 } },
  })
  t.match(dry.stderr, 'AVERTISSEMENTS')
  t.match(await readFile(at('report.html'), 'utf8'), /^<!doctype html>[\s\S]*2066[\s\S]*<\/html>\n$/)
  const brought = await importing('--language', 'en', '--report', at('report.csv'))
  t.match(brought.stderr, 'WARNINGS: 1')
  t.match(await readFile(at('report.csv'), 'utf8'), /^\uFEFFseverity;[\s\S]*;date-in-future\r\n/)
  t.match(JSON.parse((await importing()).stdout.toString()), { created: 0, unchanged: 1 })

  t.equal((await importing('--report', at('report.html'))).code, 1, 'a report that is there is never overwritten')
  t.equal((await importing('--mapping', at('export.txt'))).code, 2)
  t.equal((await importing('--language', 'nl')).code, 2)
})

t.test('a page is only made of notices of Joconde', async t => {
  const { at, importing } = files(t)
  const { code, stderr } = await importing('--report', at('report.html'))
  t.equal(code, 2)
  t.match(stderr, 'Only --format joconde has a report in HTML')
})

t.test('an interrupted import says how to go on', async t => {
  const { at, data } = files(t)
  const { code, stderr } = await run(
    ['import', at('works.csv'), '--format', 'csv', '--mapping', at('mapping.json'), '--data', data],
    { signal: AbortSignal.abort() },
  )
  t.equal(code, 1)
  t.match(stderr, 'Stopped; what was written stays, and running it again finishes it.')
})

t.test('an address is fetched only from an allowed host, and the refusal says how to allow it', async t => {
  const data = t.testdir()
  const words = ['import', 'https://iiif.example.org/m.json', '--format', 'iiif', '--data', data]
  const closed = await run(words)
  t.equal(closed.code, 1)
  t.match(
    closed.stderr,
    /Nothing is fetched from https:\/\/iiif\.example\.org .* add --iiif-hosts iiif\.example\.org\./,
  )
  const inside = await run(['import', 'https://127.0.0.1/m.json', ...words.slice(2), '--iiif-hosts', '127.0.0.1'])
  t.match(inside.stderr, /127\.0\.0\.1 is no host of the public internet/)
  const wrong = await run([...words, '--iiif-hosts', 'not/a/host'])
  t.equal(wrong.code, 2)
  t.match(wrong.stderr, /for --iiif-hosts but received "not\/a\/host"/)
})
