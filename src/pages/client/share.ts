import { enableCopying } from './clipboard.js'
import { pageAt } from './page-at.js'
import type { Region } from './region.js'

/** What a stage tells of itself to share what it shows. */
export type Sharing = Readonly<{
  /** px of the picture in visible light that are on view; undefined where the picture cannot be brought close. */
  region(): Promise<Region | undefined>
  say(text: string): void
}>

/**
 * The stage's link `data-share` opens a panel beside the picture, with what the shared detail's own page says of it. The
 * panel traps nobody: Escape and its button close it and give the focus back, and the page goes on being usable.
 */
export function shareFrom(stage: HTMLElement, { region, say }: Sharing): void {
  const link = stage.querySelector<HTMLAnchorElement>('a[data-share]')
  if (!link) return
  link.setAttribute('role', 'button')
  link.addEventListener('keydown', event => {
    if (event.key !== ' ') return
    event.preventDefault()
    link.click()
  })
  let asked = 0
  link.addEventListener('click', async event => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    asked += 1
    const turn = asked
    const address = detailAddress(link.href, await region(), stage)
    // A detail's own page has the panel in its text
    if (document.querySelector('.share-panel:not(dialog *)')) return location.assign(`${address}#share-title`)
    const panel = (await pageAt(address))?.querySelector<HTMLElement>('.share-panel')
    if (turn !== asked) return
    if (panel) show(panel, stage, link)
    else say(`${link.dataset.failed} ${address}`)
  })
}

/** `/d/{work}/{region}/{size}`: the region that is on view takes the place of the link's own, and the layer on view of its layer. */
function detailAddress(whole: string, region: Region | undefined, stage: HTMLElement): string {
  const address = new URL(whole)
  address.hash = ''
  if (region) {
    const parts = address.pathname.split('/')
    parts.splice(-2, 1, [region.x, region.y, region.width, region.height].join(','))
    address.pathname = parts.join('/')
  }
  const layers = [...stage.querySelectorAll<HTMLAnchorElement>('a[data-layer]')]
  const shown = layers.findIndex(each => each.hasAttribute('aria-current'))
  if (shown > 0) address.searchParams.set('layer', layers[shown]?.dataset.layer ?? '')
  else if (shown === 0) address.searchParams.delete('layer')
  return address.href
}

function show(panel: HTMLElement, stage: HTMLElement, link: HTMLAnchorElement): void {
  document.querySelector('.share-dialog')?.remove()
  const dialog = document.createElement('dialog')
  dialog.className = 'share-dialog'
  dialog.setAttribute('aria-labelledby', 'share-title')
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = link.dataset.close ?? ''
  const leave = (): void => {
    dialog.remove()
    link.focus()
  }
  close.addEventListener('click', leave)
  dialog.append(close, panel)
  dialog.addEventListener('keydown', event => {
    if (event.key === 'Escape') leave()
  })
  enableCopying(dialog)
  stage.after(dialog)
  dialog.show()
  dialog.querySelector<HTMLElement>('#share-title')?.focus()
}
