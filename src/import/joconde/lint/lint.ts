import { mandatory } from '../fields.js'
import type { NoticeFile } from '../file.js'
import type { Checked } from './checked.js'
import { fieldChecks } from './field-checks.js'
import { columnsOf, identityChecks, minimum } from './identity-checks.js'
import type { Finding } from './rules.js'

const checks = [...identityChecks, ...fieldChecks]

/** Everything that there is to say of one notice, by the order of the rules. */
export function lintNotice(checked: Checked): readonly Finding[] {
  const { id, notices, understood } = checked
  const { inventory, title, texts } = understood.work
  const called = (title ?? texts?.type ?? texts?.commonName)?.fr?.[0]
  const place = {
    id,
    line: notices[0].line,
    ...(inventory !== undefined && { inventory }),
    ...(called !== undefined && { title: called }),
  }
  return checks.flatMap(check => check(checked).map(found => ({ ...found, ...place })))
}

/** What is to be said of the file as a whole. */
export function lintFile({ form, filled, separator }: NoticeFile): readonly Finding[] {
  const columns = form === 'labelled' ? undefined : columnsOf(filled.keys())
  const lacking = (codes: readonly (typeof mandatory)[number][] | typeof minimum) =>
    columns ? codes.filter(code => !columns.has(code)) : []
  return [
    ...lacking(mandatory).map((field): Finding => ({ rule: 'mandatory-column-missing', field })),
    ...(separator === 'comma' ? [{ rule: 'commas-for-semicolons' } as const] : []),
    ...lacking(minimum).map((field): Finding => ({ rule: 'minimum-column-missing', field })),
  ]
}
