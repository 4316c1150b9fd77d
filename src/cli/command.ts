import type { Config } from '../config.js'
import type { SettingName, Settings } from '../settings.js'

/** One command of the program: what its help says, which options it takes, and what it does. */
export type Command = Readonly<{
  summary: string
  /** What follows the command's name, such as `PATH...`. */
  operands: string
  /** How many operands it takes at least and at most. */
  arity: readonly [least: number, most: number]
  /** Paragraphs for `--help`: what happens, what file names mean, an example. */
  details: string
  /** Beside `data` and `logLevel`, which every command takes. */
  options: readonly SettingName[]
  /** @throws DomainError, whose code becomes the exit code */
  run(invocation: Invocation): Promise<void>
}>

export type Invocation = Readonly<{
  operands: readonly string[]
  settings: Settings
  config: Config
  /** Data. */
  stdout: NodeJS.WritableStream
  /** Messages and progress; `isTTY` where a person watches. */
  stderr: NodeJS.WritableStream & { isTTY?: boolean; columns?: number }
  /** Tells those who run the program something that stops nothing. */
  warn(sentence: string): void
  /** Aborted by SIGINT and SIGTERM. */
  signal: AbortSignal
}>
