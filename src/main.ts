#!/usr/bin/env node
import { runProgram } from './cli/program.js'

const signals = ['SIGINT', 'SIGTERM'] as const
const stop = new AbortController()

// The first signal asks the command to end; the second, whichever it is, ends the process at once.
function onSignal(name: string): void {
  for (const signal of signals) process.off(signal, onSignal)
  stop.abort(name)
}
for (const signal of signals) process.on(signal, onSignal)

process.exitCode = await runProgram(process.argv.slice(2), {
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: stop.signal,
})
