import { enableCopying } from './clipboard.js'
import { pageAt } from './page-at.js'
import { type PreparedStage, prepareStage } from './stage.js'

/** What on a work's page belongs to the view that is shown. */
const ofTheView = ['.stage', '.languages', '.reuse'] as const

/**
 * Links to other views of the work change the stage where it is: the page keeps its place, a filled window stays filled.
 * What cannot be turned so is a link like any other.
 */
export function turnInPlace(): void {
  let stage = prepared(document.querySelector<HTMLElement>('.stage'))
  let shown = viewIn(location.search)
  let turns = 0

  const turnTo = async (address: string, words: string): Promise<void> => {
    const turn = ++turns
    const page = await pageAt(address)
    if (turn !== turns) return
    const filling = document.querySelector('.stage')?.classList.contains('filling') ?? false
    stage?.close()
    if (!page || !swap(page)) {
      location.assign(address)
      return
    }
    shown = viewIn(new URL(address).search)
    stage = prepared(document.querySelector<HTMLElement>('.stage'))
    stage?.say(words)
    await stage?.open(filling)
  }

  document.addEventListener('click', async event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-view]') : null
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || link.origin !== location.origin) return
    event.preventDefault()
    const { hash, href } = link
    if (viewIn(link.search) !== shown) {
      history.pushState(null, '', href)
      await turnTo(href, link.textContent?.trim() ?? '')
    }
    if (hash) document.querySelector(hash)?.scrollIntoView({ behavior: isCalm() ? 'instant' : 'smooth' })
  })
  addEventListener('popstate', () => {
    if (viewIn(location.search) !== shown) turnTo(location.href, '')
  })
}

const prepared = (stage: HTMLElement | null): PreparedStage | undefined => (stage ? prepareStage(stage) : undefined)

const viewIn = (query: string): string => new URLSearchParams(query).get('view') ?? '1'

const isCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Puts the other page's view into this one. @returns whether it has one */
function swap(page: Document): boolean {
  const pairs = ofTheView.map(name => [document.querySelector(name), page.querySelector(name)] as const)
  if (!pairs.every(([here, there]) => here && there)) return false
  // It shares the view that leaves
  document.querySelector('.share-dialog')?.remove()
  const scrolled = document.querySelector('.views')?.scrollLeft ?? 0
  const focused = Boolean(document.activeElement?.closest('.views'))
  for (const [here, there] of pairs) if (there) here?.replaceWith(there)
  const views = document.querySelector('.views')
  views?.scrollTo({ left: scrolled, behavior: 'instant' })
  if (focused) views?.querySelector<HTMLElement>('[aria-current]')?.focus()
  const reuse = document.querySelector('.reuse')
  if (reuse) enableCopying(reuse)
  markContents(page)
  return true
}

/** The entries of the table of contents that hold the view on the stage. */
function markContents(page: Document): void {
  const there = page.querySelectorAll('.contents a')
  for (const [index, link] of document.querySelectorAll('.contents a').entries()) {
    link.toggleAttribute('aria-current', false)
    if (there[index]?.hasAttribute('aria-current')) link.setAttribute('aria-current', 'true')
  }
}
