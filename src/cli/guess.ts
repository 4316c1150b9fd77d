import { basename } from 'node:path'
import { propose } from '../import/table/guess/propose.js'
import { readSample } from '../import/table/guess/sample.js'
import { printable } from '../reporting/printable.js'
import type { Invocation } from './command.js'

/** Prints a mapping to stdout, for a person to correct, and why to stderr. Opens no catalogue and writes nothing. */
export async function guessMapping(
  path: string,
  { stdout, stderr }: Pick<Invocation, 'stdout' | 'stderr'>,
): Promise<void> {
  const sample = await readSample(path)
  const file = basename(path)
  const { mapping, reasons } = propose(sample, file.replace(/\.[^.]+$/, '') || file)
  const { encoding } = sample.serialisation.encoding
  const width = Math.min(40, Math.max(...reasons.map(({ column }) => column.length)))
  const lines = [
    `${file}: ${printable(sample.form)}, ${encoding}; guessed from ${sample.columns.length} columns and ${sample.rows} rows`,
    ...reasons.map(({ column, why }) => `  ${printable(column).padEnd(width)}  ${printable(why)}`),
    'Read it, correct it, save it as a file, then: beffroi import FILE --format csv --mapping MAPPING.json --dry-run',
  ]
  stderr.write(`${lines.join('\n')}\n`)
  stdout.write(`${JSON.stringify(mapping, null, 2)}\n`)
}
