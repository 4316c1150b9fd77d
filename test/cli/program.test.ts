import { readFile } from 'node:fs/promises'
import t from 'tap'
import { allCommands, commonOptions } from '../../src/cli/program.js'
import { flagOf, settingNames, settingsSchema, variableOf } from '../../src/settings.js'
import { run } from './run.js'

const commands = await allCommands()

t.test('the help of the program names every command', async t => {
  const { code, stdout } = await run(['--help'])
  t.equal(code, 0)
  for (const name of Object.keys(commands)) t.match(stdout.toString(), new RegExp(`^  ${name} `, 'm'))
})

t.test('the help of each command names its options', async t => {
  for (const [name, { options }] of Object.entries(commands)) {
    const { code, stdout } = await run([name, '--help'])
    t.equal(code, 0)
    for (const option of [...commonOptions, ...options]) t.ok(stdout.includes(flagOf(option)), `${name} ${option}`)
  }
})

t.test('every setting belongs to a command', async t => {
  const taken = new Set([...commonOptions, ...Object.values(commands).flatMap(({ options }) => options)])
  t.strictSame(
    settingNames.filter(name => !taken.has(name)),
    [],
  )
})

t.test('misuse is a sentence on stderr, and exit code 2', async t => {
  const data = t.testdir()
  const misuses: readonly (readonly [
    words: readonly string[],
    sentence: RegExp,
    environment?: Record<string, string>,
  ])[] = [
    [['dance'], /There is no command "dance"\. Run "beffroi --help"/],
    [['get'], /Expected "beffroi get PATH"/],
    [['get', '/', '/works'], /Expected "beffroi get PATH"/],
    [['get', 'works', '--data', data], /Expected a path from "\/" on but received "works"/],
    [['serve', '--prot', '1'], /Unknown option '--prot'/],
    [['serve', '--port', 'http'], /for --port .* but received "http"/],
    [['serve', '--port', '70000'], /<= 65535 for --port/],
    [['serve', '--base-url', 'example.org'], /for --base-url/],
    [['serve', '--trust-proxy', 'somebody', '--data', data], /for --trust-proxy but received "somebody"/],
    [['serve'], /for BEFFROI_PORT/, { [variableOf('port')]: 'x' }],
  ]
  for (const [words, sentence, environment] of misuses) {
    const { code, stdout, stderr } = await run(words, environment ? { environment } : {})
    t.equal(code, 2, words.join(' '))
    t.match(stderr, sentence)
    t.match(stderr, /^beffroi: .+\n$/)
    t.equal(stdout.length, 0)
  }
  t.equal((await run([])).code, 2)
})

t.test('every command and every setting is documented for operators', async t => {
  const operations = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  const rows = operations.split('\n').map(line => line.split('|').map(cell => cell.trim().replaceAll('`', '')))
  for (const name of Object.keys(commands))
    t.ok(
      rows.some(([, command]) => command?.startsWith(`beffroi ${name}`)),
      name,
    )
  for (const name of settingNames) {
    const [, , variable, standard] = rows.find(([, flag]) => flag === flagOf(name)) ?? []
    t.equal(variable, variableOf(name), name)
    const schema: { description: string; default?: unknown } = settingsSchema.properties[name]
    if (schema.default !== undefined && schema.default !== false) t.equal(standard, String(schema.default), name)
  }
})
