import { findingsShown } from '../config.js'
import type { Counts } from './counts.js'
import { type Finding, type FindingCode, rules, type Severity, severities, severityOf } from './finding.js'
import { remember } from './remembered.js'
import type { ToldStory } from './stories/told-story.js'

/** All findings of one code: how many there are, and the first of them. */
export type FindingGroup = Readonly<{ code: FindingCode; total: number; shown: readonly Finding[] }>
/** What was found of one work, or of one of its pictures. */
export type FaultyWork = Readonly<{ id: string; title?: string; findings: readonly Finding[] }>

/** What a report tells. */
export type CheckSummary = Readonly<{
  base: string
  quick: boolean
  /** Whether the check ended before all was looked at, since the catalogue cannot be read. */
  stopped: boolean
  counts: Counts
  totals: Readonly<Record<Severity, number>>
  groups: readonly FindingGroup[]
  works: readonly FaultyWork[]
  faultyWorks: number
  /** The first published stories, and how many there are. */
  stories: readonly ToldStory[]
  storiesTold: number
}>

/** Gathers findings for a report; what it keeps is bounded, what it counts is not. */
export function gatherFindings() {
  const groups = new Map<FindingCode, { total: number; shown: Finding[] }>()
  const works = new Map<string, { title?: string; findings: Finding[] }>()
  const faulty = remember()
  const totals: Record<Severity, number> = { error: 0, warning: 0 }
  const stories: ToldStory[] = []
  let storiesTold = 0

  const addToWork = ({ work }: Finding, finding: Finding): void => {
    if (!work) return
    faulty.add(work.id)
    const known = works.get(work.id)
    if (known && known.findings.length < findingsShown.each) known.findings.push(finding)
    else if (!known && works.size < findingsShown.works)
      works.set(work.id, { ...(work.title === undefined ? {} : { title: work.title }), findings: [finding] })
  }

  return {
    add(finding: Finding): void {
      totals[severityOf(finding)] += 1
      const group = groups.get(finding.code) ?? { total: 0, shown: [] }
      groups.set(finding.code, group)
      group.total += 1
      if (group.shown.length < findingsShown.each) group.shown.push(finding)
      addToWork(finding, finding)
    },
    tell(story: ToldStory): void {
      storiesTold += 1
      if (stories.length < findingsShown.stories) stories.push(story)
    },
    summary: (about: Pick<CheckSummary, 'base' | 'quick' | 'stopped' | 'counts'>): CheckSummary => ({
      ...about,
      totals,
      groups: inOrder([...groups].map(([code, group]) => ({ code, ...group }))),
      works: [...works].map(([id, work]) => ({ id, ...work })),
      faultyWorks: faulty.size,
      stories,
      storiesTold,
    }),
  }
}

/** As the table of rules has them, errors first. */
const inOrder = (groups: readonly FindingGroup[]): readonly FindingGroup[] => {
  const codes = Object.keys(rules)
  return groups.toSorted(
    (a, b) =>
      severities.indexOf(severityOf(a)) - severities.indexOf(severityOf(b)) ||
      codes.indexOf(a.code) - codes.indexOf(b.code),
  )
}
