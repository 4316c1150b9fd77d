import { type Finding, type RuleId, rules, type Severity, severities } from './rules.js'

/** A value that was found fault with, where it stood first, and how often it did. */
export type Case = Finding & Readonly<{ times: number }>

/** All findings of one rule in one field: how many, and the first distinct values. */
export type FindingGroup = Readonly<{ rule: RuleId; field?: Finding['field']; total: number; cases: readonly Case[] }>

/** One notice with errors or warnings. */
export type FaultyNotice = Readonly<{ findings: readonly [Finding, ...Finding[]] }>

/** What a linter found, in bounded space. */
export type LintSummary = Readonly<{
  totals: Readonly<Record<Severity, number>>
  /** Notices that have findings of each severity. */
  notices: Readonly<Record<Severity, number>>
  /** Errors first, then as they come in the file. */
  groups: readonly FindingGroup[]
  /** The first notices with errors or warnings, and how many there are. */
  faulty: readonly FaultyNotice[]
  faultyTotal: number
}>

/** How many distinct values of each group, and how many notices, are kept. */
export const casesKept = 50
export const noticesKept = 500

/** Counts findings as they come, notice by notice. */
export function openSummary() {
  const totals: Record<Severity, number> = { error: 0, warning: 0, suggestion: 0 }
  const notices: Record<Severity, number> = { error: 0, warning: 0, suggestion: 0 }
  const groups = new Map<string, Omit<FindingGroup, 'cases'> & { total: number; cases: Map<string, Case> }>()
  const faulty: FaultyNotice[] = []
  let faultyTotal = 0

  const count = (finding: Finding): void => {
    totals[rules[finding.rule].severity] += 1
    const key = `${finding.rule} ${finding.field ?? ''}`
    const { rule, field } = finding
    const group = groups.get(key) ?? { rule, ...(field && { field }), total: 0, cases: new Map<string, Case>() }
    groups.set(key, group)
    group.total += 1
    const value = finding.value ?? finding.id ?? ''
    const known = group.cases.get(value)
    if (known) group.cases.set(value, { ...known, times: known.times + 1 })
    else if (group.cases.size < casesKept) group.cases.set(value, { ...finding, times: 1 })
  }
  return {
    /** @param findings of one notice, or of the file */
    add(findings: readonly Finding[]): void {
      for (const finding of findings) count(finding)
      const [first] = findings
      if (first?.id === undefined) return
      for (const severity of severities) {
        if (findings.some(({ rule }) => rules[rule].severity === severity)) notices[severity] += 1
      }
      const faults = findings.filter(({ rule }) => rules[rule].severity !== 'suggestion')
      if (faults.length === 0) return
      faultyTotal += 1
      const [fault, ...others] = faults
      if (fault && faulty.length < noticesKept) faulty.push({ findings: [fault, ...others] })
    },
    close: (): LintSummary => ({
      totals,
      notices,
      groups: [...groups.values()]
        .map(group => ({ ...group, cases: [...group.cases.values()] }))
        .sort((a, b) => rank(a) - rank(b)),
      faulty,
      faultyTotal,
    }),
  }
}

const rank = ({ rule }: FindingGroup): number => severities.indexOf(rules[rule].severity)
