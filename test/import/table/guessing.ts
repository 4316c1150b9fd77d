import { join } from 'node:path'
import type { Test } from 'tap'
import { propose } from '../../../src/import/table/guess/propose.js'
import { readSample } from '../../../src/import/table/guess/sample.js'
import { parseMapping } from '../../../src/import/table/mapping.js'
import { openMapped } from '../../../src/import/table/source.js'

export async function guess(t: Test, content: string, name = 'works.csv') {
  const path = join(t.testdir({ [name]: content }), name)
  return guessed(path)
}

/** Every proposal is held against its own file, as an import would. */
export async function guessed(path: string) {
  const { mapping, reasons } = propose(await readSample(path), 'works')
  const incoming = await openMapped(path, parseMapping(JSON.stringify(mapping), 'guess.json'))
  return { mapping, reasons, incoming }
}
