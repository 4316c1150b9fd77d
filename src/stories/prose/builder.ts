import { flowed } from './flow.js'
import type { Paragraph, Prose, Run, Style } from './prose.js'

/** What a piece of marked-up text opens: a paragraph, a list, an item of it, or a run of some kind. */
export type Opening =
  | Readonly<{ kind: 'paragraph' | 'item' }>
  | Readonly<{ kind: 'list'; ordered: boolean }>
  | Readonly<{ kind: Style }>
  | Readonly<{ kind: 'link'; href: string }>
  | Readonly<{ kind: 'foreign'; language: string }>

/** Takes marks in any order and makes prose of them that nests: what is left open is closed, what was not opened is passed over. */
export type ProseBuilder = Readonly<{
  open(opening: Opening): void
  close(kind: Opening['kind']): void
  text(text: string): void
  lineBreak(): void
  finish(): Prose
}>

type OpenRun = { opening: Opening; runs: Run[] }

export function proseBuilder(): ProseBuilder {
  const prose: Paragraph[] = []
  let list: { ordered: boolean; items: (readonly Run[])[] } | undefined
  /** Lists within the item that is open: their items are lines of it. */
  let inner = 0
  /** The first is a paragraph or an item, all others are runs within it. */
  let stack: OpenRun[] = []

  const top = (): OpenRun => {
    if (stack.length === 0) stack = [{ opening: { kind: list ? 'item' : 'paragraph' }, runs: [] }]
    return stack.at(-1) as OpenRun
  }
  const closeTop = (): void => {
    const closed = stack.pop()
    if (!closed) return
    const runs = closed.runs
    if (stack.length > 0) {
      if (runs.length > 0) top().runs.push({ ...closed.opening, runs } as Run)
      return
    }
    const kept = trimmed(runs)
    if (kept.length === 0) return
    if (list) list.items.push(kept)
    else prose.push({ kind: 'paragraph', runs: kept })
  }
  const closeAll = (): void => {
    while (stack.length > 0) closeTop()
  }
  const closeList = (): void => {
    closeAll()
    if (list && list.items.length > 0) prose.push({ kind: 'list', ...list })
    list = undefined
    inner = 0
  }

  return {
    open(opening) {
      if (opening.kind === 'list') {
        if (list) inner += 1
        else {
          closeAll()
          list = { ordered: opening.ordered, items: [] }
        }
      } else if (opening.kind === 'item' && inner > 0) top().runs.push({ kind: 'break' }, { kind: 'text', text: '– ' })
      else if (opening.kind === 'item' || opening.kind === 'paragraph') {
        if (opening.kind === 'item' || !list) closeAll()
        top()
      } else if (top() && stack.length < deepest) stack.push({ opening, runs: [] })
    },
    close(kind) {
      if (kind === 'list') {
        if (inner > 0) inner -= 1
        else closeList()
        return
      }
      if (kind === 'item' && inner > 0) return
      if (kind === 'item' || kind === 'paragraph') {
        if (kind === 'item' || !list) closeAll()
        return
      }
      if (stack.some(({ opening }, index) => index > 0 && opening.kind === kind))
        for (let closed: string | undefined; closed !== kind; ) {
          closed = stack.at(-1)?.opening.kind
          closeTop()
        }
    },
    text(text) {
      const words = flowed(text)
      if (words.trim() === '' && stack.length === 0) return
      if (words !== '') top().runs.push({ kind: 'text', text: words })
    },
    lineBreak() {
      if (stack.length > 0) top().runs.push({ kind: 'break' })
    },
    finish() {
      closeList()
      return prose
    },
  }
}

/** Runs within runs, at most: more is nobody's writing. */
const deepest = 12

/** Without breaks and spaces at either end. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  const isEmpty = (run: Run | undefined): boolean =>
    run !== undefined && (run.kind === 'break' || (run.kind === 'text' && run.text.trim() === ''))
  let [start, end] = [0, runs.length]
  while (start < end && isEmpty(runs[start])) start += 1
  while (end > start && isEmpty(runs[end - 1])) end -= 1
  return runs.slice(start, end).map((run, index, all) => {
    if (run.kind !== 'text') return run
    const from = index === 0 ? run.text.trimStart() : run.text
    return { ...run, text: index === all.length - 1 ? from.trimEnd() : from }
  })
}
