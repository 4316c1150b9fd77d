import { flagOf, isSwitch, type SettingName, settingsSchema, variableOf } from '../settings.js'
import type { Command } from './command.js'

export function programHelp(commands: Readonly<Record<string, Command>>): string {
  const width = Math.max(...Object.keys(commands).map(name => name.length))
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return `Beffroi: a digital collections server for museums.

Usage: beffroi COMMAND [OPTIONS]

${lines.join('\n')}

"beffroi COMMAND --help" says what a command does and which options it takes.
Data goes to stdout, messages to stderr. Exit codes: 0 done, 1 failed, 2 misused.
`
}

export function commandHelp(name: string, command: Command): string {
  const options: readonly SettingName[] = ['data', ...command.options, 'logLevel']
  const entries = options.map(setting => [leftColumn(setting), rightColumn(setting)] as const)
  const width = Math.max(...entries.map(([left]) => left.length))
  const lines = entries.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
  return `beffroi ${name}: ${command.summary}

Usage: beffroi ${name} ${command.operands}${command.operands ? ' ' : ''}[OPTIONS]

${command.details.trim()}

Options (each is also an environment variable, ${variableOf('data')} for ${flagOf('data')}):
${lines.join('\n')}
`
}

const leftColumn = (name: SettingName): string =>
  isSwitch(name) ? flagOf(name) : `${flagOf(name)} ${kindOfValue(name)}`

const kindOfValue = (name: SettingName): string => (settingsSchema.properties[name].type === 'integer' ? 'N' : 'VALUE')

function rightColumn(name: SettingName): string {
  const schema: { description: string; default?: unknown; enum?: readonly string[] } = settingsSchema.properties[name]
  const choices = schema.enum ? `: ${schema.enum.join(', ')}` : ''
  const standard = schema.default === undefined || schema.default === false ? '' : ` (default ${schema.default})`
  return `${schema.description}${choices}${standard}`
}
