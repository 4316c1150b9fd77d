import { parseArgs } from 'node:util'
import { configFrom } from '../config.js'
import { DomainError, failures } from '../errors.js'
import { flagOf, isSwitch, readSettings, type SettingName, type Settings } from '../settings.js'
import type { Command, Invocation } from './command.js'
import { commandHelp, programHelp } from './help.js'

/** The program's contents, in the order of its help. Each is loaded when it is wanted: a server starts without importers. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.js')).serve,
  ingest: async () => (await import('./ingest.js')).ingest,
  import: async () => (await import('./import.js')).importCommand,
  export: async () => (await import('./export.js')).exportCommand,
  check: async () => (await import('./check.js')).check,
  get: async () => (await import('./get.js')).get,
  demo: async () => (await import('./demo.js')).demo,
}

export const allCommands = async (): Promise<Readonly<Record<string, Command>>> =>
  Object.fromEntries(await Promise.all(Object.entries(commands).map(async ([name, load]) => [name, await load()])))

export const commonOptions: readonly SettingName[] = ['data', 'logLevel']

export type Surroundings = Readonly<{
  environment: Readonly<Record<string, string | undefined>>
}> &
  Pick<Invocation, 'stdout' | 'stderr' | 'signal'>

/** Runs one command line. @returns the exit code: 0 done, 1 failed, 2 misused */
export async function runProgram(words: readonly string[], around: Surroundings): Promise<number> {
  try {
    return await dispatch(words, around)
  } catch (error) {
    around.stderr.write(`beffroi: ${messageOf(error)}\n`)
    return error instanceof DomainError ? failures[error.code].exit : 1
  }
}

async function dispatch([name, ...rest]: readonly string[], around: Surroundings): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    around.stdout.write(programHelp(await allCommands()))
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined
  if (!command)
    throw new DomainError('misuse', `There is no command "${name}". Run "beffroi --help" for those there are.`)
  if (rest.includes('--help') || rest.includes('-h')) {
    around.stdout.write(commandHelp(name, command))
    return 0
  }
  const { operands, settings } = readCommandLine(name, command, rest, around.environment)
  const { stdout, stderr, signal } = around
  const config = configFrom(settings, threadsOf(around.environment))
  const warn = (sentence: string) => void stderr.write(`beffroi: ${sentence}\n`)
  await command.run({ operands, settings, config, stdout, stderr, warn, signal })
  return 0
}

/** The threads that Node.js was started with, which read files and render; it has four unless told otherwise. */
const threadsOf = ({ UV_THREADPOOL_SIZE }: Surroundings['environment']): number => Number(UV_THREADPOOL_SIZE) || 4

function readCommandLine(
  name: string,
  command: Command,
  words: readonly string[],
  environment: Surroundings['environment'],
): { operands: readonly string[]; settings: Settings } {
  const accepted = [...commonOptions, ...command.options]
  const { values, positionals } = parseWords(name, accepted, words)
  const [least, most] = command.arity
  if (positionals.length < least || positionals.length > most) {
    throw new DomainError('misuse', `Expected "beffroi ${name} ${command.operands}"; see "beffroi ${name} --help".`)
  }
  const flags: Partial<Record<SettingName, string | boolean>> = {}
  for (const setting of accepted) {
    const value = values[flagOf(setting).slice(2)]
    if (typeof value === 'string' || typeof value === 'boolean') flags[setting] = value
  }
  return { operands: positionals, settings: readSettings(flags, environment) }
}

function parseWords(name: string, accepted: readonly SettingName[], words: readonly string[]) {
  const options = Object.fromEntries(
    accepted.map(setting => [
      flagOf(setting).slice(2),
      { type: isSwitch(setting) ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new DomainError('misuse', `${messageOf(error).split('. ')[0]}; see "beffroi ${name} --help".`)
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
