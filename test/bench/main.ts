import { parseArgs } from 'node:util'
import { again } from './again.js'
import { check } from './check.js'
import { collections } from './collections.js'
import { crowd } from './crowd.js'
import { onStage, type Stage } from './harness/stage.js'
import { type Line, markdown } from './harness/table.js'
import { versions } from './harness/versions.js'
import { ingest } from './ingest.js'
import { joconde } from './joconde.js'
import { manifests } from './manifests.js'
import { migration } from './migration.js'
import { regions } from './regions.js'
import { start } from './start.js'
import { tiles } from './tiles.js'

/** One question each, in the order of the table. */
const questions: Readonly<Record<string, (stage: Stage) => Promise<readonly Line[]>>> = {
  tiles,
  regions,
  again,
  ingest,
  manifests,
  start,
  crowd,
  joconde,
  collections,
  migration,
  check,
}

const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    keep: { type: 'string' },
  },
})
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)]
const unknown = positionals.filter(name => !Object.hasOwn(questions, name))
if (unknown.length > 0 || !(rounds >= 1) || !(seconds >= 1)) {
  say(`Usage: npm run bench -- [${Object.keys(questions).join('] [')}] [--rounds N] [--seconds N] [--keep DIR]`)
  process.exitCode = 2
} else process.exitCode = await measure(positionals.length > 0 ? positionals : Object.keys(questions))

/** The table goes to stdout, everything else to stderr. */
async function measure(names: readonly string[]): Promise<number> {
  const lines: Line[] = []
  let failed = 0
  const told = await onStage({ rounds, seconds, say }, values.keep, async stage => {
    for (const name of names) {
      say(`Measuring ${name}.`)
      try {
        const answers = (await questions[name]?.(stage)) ?? []
        lines.push(...answers)
        say(markdown(answers))
      } catch (error) {
        failed += 1
        say(`${name} failed: ${error instanceof Error ? error.message : error}`)
      }
    }
    return versions(stage)
  })
  process.stdout.write(`${told} ${rounds} rounds of ${seconds} s; median (lowest–highest).\n\n${markdown(lines)}\n`)
  return failed > 0 ? 1 : 0
}
