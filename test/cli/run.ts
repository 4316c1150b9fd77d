import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { runProgram } from '../../src/cli/program.js'

type Ran = Readonly<{ code: number; stdout: Buffer; stderr: string }>

/** Runs one command line in this process, with an environment of its own. */
export async function run(
  words: readonly string[],
  {
    environment = {},
    signal = new AbortController().signal,
  }: { environment?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Ran> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const texts = Promise.all([buffer(stdout), buffer(stderr)])
  const code = await runProgram(words, { environment, stdout, stderr, signal })
  stdout.end()
  stderr.end()
  const [out, err] = await texts
  return { code, stdout: out, stderr: err.toString() }
}
